// What one may do: move in time (`time.ts`), do something to the world, sit down at a machine, change branches.
import type { Part } from '../core/base/parts.ts';
import type { Change } from '../core/host/change.ts';
import type { Timeline } from '../core/kernel/timeline.ts';
import type { Input } from '../core/kernel/world.ts';
import type { Lab } from './lab.ts';
import type { Branch, EngineState } from './state.ts';
import { cursorOf, groupStart, inputsBegun } from './cursor.ts';
import { consolesNow, engine, FIRST_CONSOLE, worldAhead } from './store.ts';
import { goAhead, goLive, seekBefore } from './time.ts';

export * from './store.ts';
export * from './time.ts';

const { getState: get, setState: set } = engine;

// --- inputs ---------------------------------------------------------------------------------------------------------

/** What one gesture does; time passes after it until nothing is under way. */
type Deed = readonly Input[];
const QUIET: Input = { type: 'pass', until: 'quiet' };

let shown = false;
/** What is done for somebody to see is nobody's own work. */
export function demonstrate(act: () => void): void {
  shown = true;
  try {
    act();
  } finally {
    shown = false;
  }
}
/** Let something happen here and now. In the past that begins a new branch; the old future stays. */
export function dispatch(...inputs: readonly Input[]): void {
  claim();
  submit(inputs.at(-1)?.type === 'pass' ? inputs : [...inputs, QUIET]);
}
function claim(): void {
  if (!shown && !get().own) set({ own: true });
}
function submit(deed: Deed): void {
  const { lab, waiting, fetching } = get();
  // nothing of what takes long has happened yet: a cable that is cut now breaks before it
  if (fetching === 'busy' && deed[0]?.type === 'cut') set({ waiting: [deed, ...waiting] });
  else if (!lab || fetching === 'part' || fetching === 'busy') set({ waiting: [...waiting, deed] });
  else perform([...waiting, deed]);
}
/** One after the other, until one needs a part that is not there: that one and the others wait for it. */
export function perform(deeds: readonly Deed[]): void {
  set({ waiting: [], fetching: 'no' });
  for (const [i, deed] of deeds.entries()) {
    const { left, missing } = obeyed(deed) ?? attempt(deed);
    if (!missing) continue;
    set({ waiting: [left, ...deeds.slice(i + 1)], fetching: missing === 'busy' ? 'busy' : 'part' });
    if (missing === 'busy') setTimeout(goOn);
    else (missing === 'orders' ? fetchOrders() : get().lab?.fetch(missing))?.then(resume, fail);
    return;
  }
}
const fail = (): void => set({ fetching: 'failed' });
/**
 * The part has come. Whoever has looked back meanwhile has not typed there: it goes on where it was typed. An order is about the moment
 * that is looked at.
 */
function resume(): void {
  const { waiting, fetching } = get();
  if (fetching !== 'part') return;
  if (!waiting[0] || !spoken.has(waiting[0])) goLive();
  perform(waiting);
}
/** Another turn of what takes long, if that is still wanted. Whoever looks back meanwhile is left there until it is done. */
function goOn(): void {
  const { lab, timeline, waiting, fetching } = get();
  const [[input, ...left] = [], ...others] = waiting;
  if (!lab || fetching !== 'busy' || !input) return;
  const told = timeline.trace.length;
  const missing = lab.turn(timeline, input);
  if (missing === 'busy') {
    setTimeout(goOn);
    return;
  }
  report(timeline, told);
  set({ waiting: missing ? waiting : [left, ...others] });
  setTimeout(comeBack); // what comes of it takes its time too
}
function comeBack(): void {
  if (get().fetching !== 'busy') return;
  goLive();
  perform(get().waiting);
}
/** A bug in us: whoever watches the page's console, and every test does, is to know. */
function report({ trace }: Timeline, from: number): void {
  for (const event of trace.slice(from)) if (event.type === 'fault') console.error(event.error);
}
interface Attempted {
  readonly left: Deed;
  readonly missing: Part | 'busy' | 'orders' | undefined;
}
const DONE: Attempted = { left: [], missing: undefined };
function attempt(deed: Deed): Attempted {
  const s = get();
  if (!s.lab || s.branches.length === 0) return DONE;
  if (!s.live) branchOff(s.lab, deed);
  const { timeline } = get();
  const told = timeline.trace.length;
  let done = 0;
  let missing: Attempted['missing'];
  for (const input of deed) {
    missing = s.lab.turn(timeline, input);
    if (missing) break;
    done++;
  }
  report(timeline, told);
  refresh(s.live ? s.schedule.total : undefined);
  return { left: deed.slice(done), missing };
}
/** What was still running is done; what is new is played. */
function refresh(from?: number): void {
  const { lab, timeline, reduced, gated, version, time } = get();
  if (!lab) return;
  const schedule = lab.schedule(timeline.trace);
  const start = Math.min(from ?? time, schedule.total);
  set({
    version: version + 1,
    schedule,
    time: reduced && !gated ? schedule.total : start,
    live: true,
    playing: 'no',
  });
}
const inputsKept = ({ timeline, schedule, time }: EngineState): number =>
  inputsBegun(timeline, cursorOf(schedule, time));
/** Would something done now begin a new branch? Not when all there is has begun already. */
export const leavesBranch = (s: EngineState): boolean =>
  !s.live && s.timeline.inputs.slice(inputsKept(s)).some((input) => input.type !== 'pass');
function branchOff(lab: Lab, inputs: readonly Input[]): void {
  const s = get();
  if (!leavesBranch(s)) return;
  const kept = inputsKept(s);
  const timeline = lab.fork(s.timeline, kept);
  const schedule = lab.schedule(timeline.trace);
  const id = Math.max(...s.branches.map((b) => b.id)) + 1;
  const branch: Branch = {
    id,
    name: '',
    firstLine: lab.lineOf(lab.seek(s.timeline, kept), inputs[0]),
    parent: s.branch,
    forkedAt: kept,
    timeline,
  };
  set({
    branches: [...s.branches, branch],
    branch: id,
    timeline,
    trace: timeline.trace,
    schedule,
    time: schedule.total,
    version: s.version + 1,
  });
}

/** Octets somebody typed; a line carries its LF. */
export const typeOctets = (console: string, octets: string): void =>
  dispatch({ type: 'type', console, octets });
const encoder = new TextEncoder();
/** A line typed at a console, with its end. */
export const typed = (console: string, line: string): Input & { readonly type: 'type' } => ({
  type: 'type',
  console,
  octets: Array.from(encoder.encode(`${line}\n`), (b) => String.fromCharCode(b)).join(''),
});
/** What a shell's line may say to the page itself, by its first word. Undefined: who obeys it has not come yet. */
type Order = (rest: string) => void;
const orders = new Map<string, Order | undefined>([
  ['undo', () => undo()],
  ['redo', () => redo()],
  ['bookmark', undefined],
  ['goto', undefined],
  ['hint', undefined],
]);
export const obeyAtShell = (word: string, order: Order | undefined): void => {
  orders.set(word, order);
};
let fetchOrders = (): Promise<unknown> => Promise.reject(new Error('nobody obeys'));
/** How the orders come that come late. */
export const ordersFrom = (fetch: () => Promise<unknown>): void => {
  fetchOrders = fetch;
};
/** Lines that are orders, if a shell reads them: what is under way may end in a shell, or in a program. */
const spoken = new WeakMap<
  Deed,
  { readonly console: string; readonly word: string; readonly rest: string }
>();
/** By word, and nothing else has been typed since: `redo` is meant for time, whatever program one has come back to. */
let wentBack = false;
function obeyed(deed: Deed): Attempted | undefined {
  const said = spoken.get(deed);
  if (!said) {
    wentBack = false;
    return undefined;
  }
  const s = get();
  const world = worldAhead(s);
  wentBack = !!world && (!!s.lab?.atShell(world, said.console) || (wentBack && !s.live));
  if (!wentBack) {
    claim();
    return undefined;
  }
  const order = orders.get(said.word);
  order?.(said.rest);
  return order ? DONE : { left: deed, missing: 'orders' };
}
/** A line, without its end. `undo` and the like at a shell are for the page, not for the world: they are not journalled. */
export function type(console: string, line: string): void {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  const input = typed(console, line);
  if (!orders.has(word)) {
    dispatch(input);
    return;
  }
  const deed: Deed = [input, QUIET];
  spoken.set(deed, { console, word, rest: rest.join(' ') });
  submit(deed);
}
/** Lines typed without waiting for an answer in between: they travel one behind the other. */
export function typeAll(console: string, lines: readonly string[]): void {
  if (lines.length > 0) dispatch(...lines.map((line) => typed(console, line)));
}
export const key = (console: string, octet: string): void => typeOctets(console, octet);
/** Back to just before the latest thing somebody did; typing there begins a new branch. */
export function undo(): void {
  const { timeline, schedule, time, live } = get();
  // while the head is followed, what is still in the air is done
  const begun = live ? timeline.inputs.length : inputsBegun(timeline, cursorOf(schedule, time));
  const first = groupStart(timeline, begun);
  seekBefore(timeline.ends[first] ?? 0);
}
/** Forward again over one thing somebody did, to its end. */
export function redo(): void {
  const { timeline, schedule, time } = get();
  let n = inputsBegun(timeline, cursorOf(schedule, time)) + 1;
  while (timeline.inputs[n]?.type === 'pass') n++;
  const event = (timeline.ends[Math.min(n, timeline.inputs.length)] ?? 0) - 1;
  const to = schedule.shown.slice(0, event + 1).reduce((latest, { end }) => Math.max(latest, end), 0);
  goAhead(to);
}
export const turn = (knob: Change): void => dispatch({ type: 'turn', knob });
export const cut = (conn: number, after = 0): void => dispatch({ type: 'cut', conn, after });
/** Unix seconds at the first moment of the world that is looked at. */
export const epochOf = ({ timeline }: EngineState): number => timeline.worlds[0]?.epoch ?? 0;
/** Time passes until then. */
export const skipTo = (at: number): void =>
  dispatch({ type: 'pass', until: at }, { type: 'pass', until: 'quiet' });
/** To the next thing that happens by itself: a time-out. False: nothing will. */
export function skip(): boolean {
  const s = get();
  const world = worldAhead(s);
  const due = world && s.lab?.nextDue(world);
  if (due === undefined) return false;
  dispatch({ type: 'pass', until: due }, { type: 'pass', until: 'quiet' });
  return true;
}

// --- consoles -------------------------------------------------------------------------------------------------------

const SEATS: Readonly<Record<string, string>> = { 'client.example.net': FIRST_CONSOLE };
/** Sit down at a machine; the new console is in focus. Its id is returned. */
export function openConsole(host: string): string {
  const taken = consolesNow(get());
  const seat = SEATS[host] ?? host.split('.')[0] ?? host;
  let id = seat;
  for (let n = 2; taken.includes(id); n++) id = `${seat}/${n}`;
  dispatch({ type: 'open', console: id, host });
  set({ console: id });
  return id;
}
export function shutConsole(id: string): void {
  dispatch({ type: 'shut', console: id });
  if (get().console === id) set({ console: consolesNow(get())[0] ?? FIRST_CONSOLE });
}
export const focusConsole = (console: string): void => set({ console });
