// Two and three windows in which somebody types at once: whatever is delivered when, all show the same in the end. Here all are one
// store, which is each window's in turn; a message is on its way until it is delivered.
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { engine, FIRST_CONSOLE, setReduced, type, undo } from '../../src/app/engine.ts';
import { lab } from '../../src/app/lab.ts';
import { mirror, type Mirror } from '../../src/app/mirror.ts';
import type { Replica } from '../../src/app/replica.ts';
import { sessionIn } from '../../src/app/replicate.ts';
import { saveOf } from '../../src/app/save.ts';
import { renameBranch } from '../../src/app/branches.ts';
import { attach, sessionOf, startOver } from '../../src/app/sessions.ts';
import type { EngineState, Mark, Session } from '../../src/app/state.ts';
import { setBookmark } from '../../src/ui/timeline/bookmarks.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Window {
  state: EngineState;
  running: Mirror | undefined;
  hear: (message: unknown) => void;
  frozen: boolean;
}
/** It stands still, or goes on. */
function freeze(window: Window, frozen: boolean): void {
  if (window.frozen !== frozen) window.running?.freeze(frozen);
  window.frozen = frozen;
}
let now = 1;
beforeAll(() => {
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  // what is done a frame at a time is done at once: a window is at rest before the next one has its turn
  vi.stubGlobal('setTimeout', (run: () => void) => queueMicrotask(run));
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

class Room {
  readonly windows: Window[] = [];
  /** On their way, by sender and receiver: in the order in which they were sent. */
  readonly lanes = new Map<string, unknown[]>();
  private turn = -1;

  /** In this window; then it is at rest. */
  async at(i: number, act: (window: Window) => void): Promise<void> {
    const window = this.windows[i];
    if (!window) throw new Error(`There is no window ${i}.`);
    this.turn = -1;
    engine.setState(window.state, true);
    this.turn = i;
    act(window);
    await new Promise((resolve) => setImmediate(resolve));
    this.turn = -1;
    window.state = engine.getState();
  }
  async open(i: number, session: Session | undefined, fresh: boolean, held?: Replica): Promise<void> {
    engine.setState({ lab: undefined, waiting: [], attic: [], branches: [], lesson: '' });
    attach(lab, session);
    const hear = (): void => undefined;
    this.windows[i] = { state: engine.getState(), running: undefined, hear, frozen: false };
    await this.at(i, (window) => {
      const listen = engine.subscribe;
      engine.subscribe = (listener) =>
        listen((state, before) => {
          if (this.turn === i && this.windows[i] === window) listener(state, before);
        });
      const wire = {
        post: (message: unknown) => this.send(i, message),
        hear: (listener: (message: unknown) => void) => (window.hear = listener),
        close: () => undefined,
      };
      const nothing = (): void => undefined;
      const hooks = { gaze: nothing, frozen: nothing, still: nothing, heard: nothing };
      window.running = mirror(wire, hooks, fresh, false, held);
      engine.subscribe = listen;
    });
  }
  isOpen = (i: number): boolean => this.windows[i]?.running !== undefined;
  close(i: number): void {
    const window = this.windows[i];
    window?.running?.stop();
    if (window) window.running = undefined;
    // what it has said is on its way; nobody hears what was said to it
    for (const lane of this.lanes.keys()) if (lane.endsWith(`>${i}`)) this.lanes.delete(lane);
  }
  /** These at the same time: when the first comes back, nobody is there. */
  async reload(...windows: readonly number[]): Promise<void> {
    const held = windows.map((i) => structuredClone(this.windows[i]?.running?.held()));
    for (const i of windows) this.close(i);
    for (const [nth, i] of windows.entries()) {
      const replica = held[nth];
      if (replica) await this.open(i, await sessionIn(lab, replica), i > 0, replica);
    }
  }
  private send(from: number, message: unknown): void {
    for (const to of this.windows.keys()) {
      if (to === from || !this.isOpen(to)) continue;
      const lane = `${from}>${to}`;
      this.lanes.set(lane, [...(this.lanes.get(lane) ?? []), structuredClone(message)]);
    }
  }
  /** One message arrives; `lost`: it does not. False: none is on its way. */
  async deliver(nth: number, lost = false): Promise<boolean> {
    const lanes = [...this.lanes].filter(([, messages]) => messages.length > 0);
    const [lane, messages] = lanes[nth % lanes.length] ?? [];
    if (!lane || !messages) return false;
    this.lanes.set(lane, messages.slice(1));
    const to = Number(lane.split('>')[1]);
    if (!lost) await this.at(to, ({ hear }) => hear(messages[0]));
    return true;
  }
  async drain(): Promise<void> {
    let left = 2000;
    while (await this.deliver(left)) if (left-- === 0) throw new Error('They never stop talking.');
  }
  /** What each window that is open shows. */
  shown(): readonly string[] {
    return this.windows.flatMap(({ state, running }) =>
      running ? [JSON.stringify({ ...saveOf(sessionOf(state)), trace: state.trace })] : [],
    );
  }
  end(): void {
    for (const i of this.windows.keys()) this.close(i);
  }
}
/** The class's window has begun to talk to a server; the others have come. */
async function room(windows: number): Promise<Room> {
  setReduced(true);
  const it = new Room();
  await it.open(0, undefined, false);
  await it.at(0, () => type(FIRST_CONSOLE, 'telnet mx1.example.com 25'));
  for (let i = 1; i < windows; i++) {
    now++;
    await it.open(i, undefined, true);
    await it.drain();
  }
  return it;
}
type Act = readonly [
  what:
    | 'type'
    | 'mark'
    | 'name'
    | 'deliver'
    | 'later'
    | 'close'
    | 'reload'
    | 'lose'
    | 'undo'
    | 'start over'
    | 'reload all'
    | 'freeze',
  nth: number,
];
const acts = (...whats: readonly Act[0][]): fc.Arbitrary<Act[]> =>
  fc.array(fc.tuple(fc.constantFrom(...whats), fc.nat(5)), { minLength: 2, maxLength: 14 });
interface Done {
  /** In the order in which they were typed. */
  readonly lines: readonly string[];
  /** Moments that were marked. */
  readonly marks: readonly string[];
}
async function play(it: Room, all: readonly Act[]): Promise<Done> {
  const lines: string[] = [];
  const marks: string[] = [];
  const say = (line: string): void => {
    lines.push(line);
    type(FIRST_CONSOLE, line);
  };
  for (const [what, nth] of all) {
    const window = nth % it.windows.length;
    if (what === 'deliver' || what === 'lose') await it.deliver(nth, what === 'lose');
    else if (what === 'later') now += nth;
    else if (!it.isOpen(window)) continue;
    else if (what === 'close') it.close(window);
    else if (what === 'reload all') await it.reload(...it.windows.keys());
    else if (what === 'reload') await it.reload(window);
    else if (what === 'freeze') await it.at(window, (each) => freeze(each, !each.frozen));
    else if (what === 'undo') await it.at(window, undo);
    else if (what === 'start over') await it.at(window, () => startOver());
    else if (what === 'name') await it.at(window, () => renameBranch(1, `${window} at ${now}`));
    else if (what === 'mark') {
      // nine at most
      if (marks.length < 9) await it.at(window, () => marks.push(markedNow()));
    } else await it.at(window, () => say(`NOOP ${lines.length}`));
  }
  for (const i of it.windows.keys()) await it.at(i, (window) => freeze(window, false));
  // whatever was lost is noticed with what comes next
  const open = it.windows.findIndex((_window, i) => it.isOpen(i));
  await it.at(open, () => say('NOOP last'));
  await it.drain();
  return { lines, marks };
}
function markedNow(): string {
  const n = setBookmark();
  const mark = engine.getState().marks.find((each) => each.n === n);
  return momentOf(mark ?? { branch: 0, event: 0 });
}
const momentOf = ({ branch, event }: Pick<Mark, 'branch' | 'event'>): string => `${branch}/${event}`;
const typed = ({ trace }: EngineState): readonly string[] =>
  trace.flatMap((event) => (event.type === 'typed' ? [event.octets.trim()] : []));
const many = fc.constantFrom(2, 3);
/** Once at most: a window that is gone has no one to tell. */
const interrupted = fc
  .tuple(
    acts('type', 'type', 'mark', 'deliver', 'later'),
    fc.constantFrom('close', 'reload'),
    acts('type', 'mark', 'deliver'),
  )
  .chain(([before, what, after]) =>
    fc.nat(2).map((nth): Act[] => [...before, [what as Act[0], nth], ...after]),
  );
/** Each has its own memory of what was said in it. */
const allReloaded = fc
  .tuple(acts('type', 'type', 'mark', 'deliver', 'later'), acts('type', 'mark', 'deliver', 'reload all'))
  .map(([before, after]): Act[] => [...before, ['reload all', 0], ...after]);

it.each([
  ['somebody types in several at once', acts('type', 'type', 'mark', 'deliver', 'later')],
  ['a message is lost', acts('type', 'type', 'mark', 'deliver', 'later', 'lose')],
  ['some of them stand still meanwhile', acts('type', 'type', 'mark', 'deliver', 'later', 'freeze')],
  ['one of them is closed or reloaded', interrupted],
  ['all of them are reloaded at the same time', allReloaded],
] as const)(
  'every line is there once and every mark is there, in all in the same place, when %s',
  async (_what, given) => {
    await fc.assert(
      fc.asyncProperty(many, given, async (windows, all) => {
        const it = await room(windows);
        const { lines, marks } = await play(it, all);
        const [first, ...others] = it.shown();
        for (const other of others) expect(other).toBe(first);
        const seen = it.windows.filter(({ running }) => running).map(({ state }) => typed(state).slice(1));
        expect(seen[0]?.toSorted()).toEqual(lines.toSorted());
        const open = it.windows.find(({ running }) => running);
        expect(open?.state.marks.map(momentOf)).toEqual(expect.arrayContaining([...marks]));
        it.end();
      }),
      { numRuns: 40 },
    );
  },
);
const elsewhere = acts(
  'type',
  'type',
  'mark',
  'name',
  'undo',
  'start over',
  'deliver',
  'later',
  'lose',
  'freeze',
);
it('all follow who goes elsewhere, also when two do at once, and call everything the same', async () => {
  await fc.assert(
    fc.asyncProperty(many, elsewhere, async (windows, all) => {
      const it = await room(windows);
      await play(it, all);
      expect(new Set(it.shown()).size).toBe(1);
      it.end();
    }),
    { numRuns: 40 },
  );
});
