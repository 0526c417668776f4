// Two windows, one lesson: what is done in one is done in the other. Only inputs, notes, the moment looked at, what is pointed at and raised
// hands travel; each window works out the world itself, and so is exact whenever it comes in. What is done in both at once has one order
// (`replica.ts`).
import * as v from 'valibot';
import { engine, moving } from './engine.ts';
import { letCome, setGate } from './gate.ts';
import { poll, type Poll } from './poll.ts';
import { knowsMore, knownIn, withDeed, type Deed, type Known, type Replica } from './replica.ts';
import { apply, bringUp, noteDeed, rebase, share, take, type Shared } from './replicate.ts';
import type { EngineState } from './state.ts';
import { messageSchema, type Act, type Cursor, type Message, type Posted } from './tidings.ts';

const { getState: get, setState: set } = engine;

/** What passes between the two; a channel of the browser, or of a test. */
export interface Wire {
  post(message: unknown): void;
  /** Whatever the other one posts, from now on. */
  hear(message: (message: unknown) => void): void;
  close(): void;
}
export interface Hooks {
  /** The other window looks at this event; -1: at none. */
  readonly gaze: (event: number) => void;
  readonly frozen: (frozen: boolean) => void;
  /** The other window stands still, or goes on. */
  readonly still: (still: boolean) => void;
  /** Somebody is there. */
  readonly heard: () => void;
}
export interface Mirror {
  readonly act: (act: Act) => void;
  readonly gaze: (event: number) => void;
  /** This window itself stands still; it catches up when it goes on. */
  readonly freeze: (frozen: boolean) => void;
  /** What this window holds now, to be given back to it when it is reloaded. */
  readonly held: () => Replica;
  readonly stop: () => void;
}
function cursorNow({ time, live, playing, speed, gated, passed }: EngineState): Cursor {
  const cursor = { time, live, playing, speed };
  return gated ? { ...cursor, gate: passed } : cursor;
}

interface Joined extends Shared {
  readonly wire: Wire;
  readonly hooks: Hooks;
  /** It has something of its own to tell. */
  knows: boolean;
  /** It stands still, and keeps for both what is done meanwhile. */
  frozen: boolean;
  /** Where whoever was heard last is. */
  cursor: Cursor;
  /** As both know it. */
  asked: Poll | undefined;
  /** What has been heard is taken in turn. */
  coming: Promise<void>;
}
const post = ({ wire }: Joined, message: Posted): void => wire.post(message);
const greet = (m: Joined): void => post(m, { kind: 'hello', knows: m.knows, still: m.frozen });

/**
 * `fresh`: this window has nothing of its own yet, and tells nobody about it. `frozen`: it stood still before it was reloaded. `held`: what
 * it held then.
 */
export function mirror(wire: Wire, hooks: Hooks, fresh: boolean, frozen = false, held?: Replica): Mirror {
  const m: Joined = {
    ...share(fresh || held !== undefined),
    wire,
    hooks,
    knows: !fresh && !held,
    frozen,
    cursor: cursorNow(get()),
    asked: poll.getState().asked,
    coming: Promise.resolve(),
  };
  wire.hear((message) => hear(m, message));
  const forget = engine.subscribe((now, before) => {
    if (!m.applying) tell(m, now, before);
  });
  const forgetPoll = poll.subscribe(({ asked }) => {
    if (asked === m.asked) return;
    m.asked = asked;
    post(m, pollTold(asked));
  });
  if (held) inTurn(m, () => goOn(m, held, fresh));
  else greet(m);
  return {
    act(what) {
      post(m, { kind: 'act', act: what });
      if (what !== 'freeze' && what !== 'thaw') apply(m, () => obey(m, what));
    },
    gaze(event) {
      if (!m.frozen) post(m, { kind: 'gaze', event });
    },
    freeze: (still) => obey(m, still ? 'freeze' : 'thaw'),
    held: () => m.replica,
    stop() {
      forget();
      forgetPoll();
      wire.close();
    },
  };
}

// --- telling --------------------------------------------------------------------------------------------------------

/** From a window that stands still, too: what somebody does there is done, and moves nobody. */
function tell(m: Joined, now: EngineState, before: EngineState): void {
  const elsewhere =
    now.branch !== before.branch ||
    now.lesson !== before.lesson ||
    now.timeline !== before.timeline ||
    now.branches.length !== before.branches.length;
  if (elsewhere) {
    rebase(m);
    // somebody else has gone elsewhere, too, and this window follows
    if (m.shown.base !== m.replica.base && !m.frozen) inTurn(m, () => bringUp(m));
    if (m.knows) tellAll(m);
    return;
  }
  const deed = noteDeed(m, now);
  const cursor = cursorNow(now);
  if (deed) tellDeed(m, deed, deed.inputs.length > 0 && !m.frozen ? { cursor } : {});
  else if (m.knows && !m.frozen && leapt(now, before)) post(m, { kind: 'cursor', cursor });
}
function tellDeed(m: Joined, deed: Deed | undefined, moment: { readonly cursor?: Cursor } = {}): void {
  if (m.knows && deed) post(m, { kind: 'deed', deed: told(deed), known: knownIn(m.replica), ...moment });
}
const pollTold = (asked: Poll | undefined): Posted => ({
  kind: 'poll',
  asked: asked ? { ...asked, hands: [...asked.hands] } : null,
});
// what is kept of a journal and what is told of it have one schema
const told = (deed: Deed) => deed as Extract<Posted, { kind: 'deed' }>['deed'];
function tellAll(m: Joined): void {
  tellJournal(m, { cursor: m.frozen ? m.cursor : cursorNow(get()) });
}
function tellJournal(m: Joined, moment: { readonly cursor?: Cursor }): void {
  const { lab, branches } = get();
  if (!lab || branches.length === 0) return;
  const { base, deeds } = m.replica;
  post(m, { kind: 'journal', base, deeds: deeds.map(told), ...moment });
}

// --- taking ---------------------------------------------------------------------------------------------------------

function hear(m: Joined, heard: unknown): void {
  const read = v.safeParse(messageSchema, heard);
  if (!read.success) return;
  m.hooks.heard();
  const { output } = read;
  if (output.kind === 'still' || output.kind === 'hello') m.hooks.still(output.still);
  if (output.kind === 'act') obey(m, output.act);
  else if (output.kind === 'hello') answer(m, output.knows);
  else if (output.kind === 'gaze') {
    if (!m.frozen) m.hooks.gaze(output.event);
  } else if (output.kind === 'poll') inTurn(m, async () => takePoll(m, output.asked ?? undefined));
  else if (output.kind !== 'still') inTurn(m, () => takeInTurn(m, output));
}
function inTurn(m: Joined, act: () => Promise<void>): void {
  m.coming = m.coming.then(act).catch(() => undefined);
}
function answer(m: Joined, knows: boolean): void {
  if (m.knows) tellAll(m);
  // the question was put before the other one was there: both may have been reloaded
  else if (knows) greet(m);
  if (m.frozen) post(m, { kind: 'still', still: true });
  if (m.asked) post(m, pollTold(m.asked));
}
/** What it is about has come before it. A window that stands still is told when it goes on. */
function takePoll(m: Joined, asked: Poll | undefined): void {
  if (m.frozen) return;
  m.asked = asked;
  poll.setState({ asked });
}
async function takeInTurn(
  m: Joined,
  message: Extract<Message, { kind: 'deed' | 'cursor' | 'journal' }>,
): Promise<void> {
  m.cursor = message.cursor ?? m.cursor;
  if (message.kind === 'journal') await takeAll(m, message);
  else if (message.kind === 'deed') takeDeed(m, message);
  await show(m, message.cursor);
}
async function show(m: Joined, cursor?: Cursor): Promise<void> {
  // standing still it is the memory of both all the same: whoever is reloaded meanwhile gets back what was said
  if (m.frozen || !m.knows) return;
  const here = cursorNow(get());
  await bringUp(m);
  apply(m, () => follow(cursor ?? here));
}
/** Where it was before it was reloaded: the other one may have been, too, and nobody else has what was said last. */
async function goOn(m: Joined, held: Replica, fresh: boolean): Promise<void> {
  await takeAll(m, held).catch(() => {
    m.knows = !fresh;
  });
  await show(m);
  greet(m);
}
async function takeAll(m: Joined, theirs: Replica): Promise<void> {
  const { lab } = get();
  if (!lab) return;
  await take(m, lab, theirs);
  m.knows = true;
  if (knowsMore(knownIn(m.replica), knownIn(theirs))) tellJournal(m, {});
}
/** Whoever knows less than the other one is told, or asks: something has been lost on the way, or is still on it. */
function takeDeed(m: Joined, { deed, known }: { readonly deed: Deed; readonly known: Known }): void {
  m.replica = withDeed(m.replica, deed) ?? m.replica;
  const mine = knownIn(m.replica);
  if (knowsMore(known, mine)) greet(m);
  else if (m.knows && knowsMore(mine, known)) tellJournal(m, {});
}
function follow({ time, live, playing, speed, gate }: Cursor): void {
  if (gate !== undefined || get().gated) setGate(gate !== undefined, gate);
  set((s) => ({ time: Math.min(time, s.schedule.total), live, playing, speed }));
}
function obey(m: Joined, what: Act): void {
  if (what === 'gate' || what === 'ungate') setGate(what === 'gate');
  else if (what === 'let come') letCome();
  else {
    m.frozen = what === 'freeze';
    m.cursor = cursorNow(get());
    m.hooks.frozen(m.frozen);
    post(m, { kind: 'still', still: m.frozen });
    if (m.frozen) return;
    // whatever was missed meanwhile is asked for
    greet(m);
    inTurn(m, () => bringUp(m));
  }
}
/**
 * The clock, which the other one has too, moves time only while it runs: whatever moves it otherwise, starts it or stops it, was done
 * by somebody. Where the clock arrives is said as well.
 */
const leapt = (now: EngineState, before: EngineState): boolean =>
  now.live !== before.live ||
  now.playing !== before.playing ||
  now.speed !== before.speed ||
  now.gated !== before.gated ||
  (now.passed !== before.passed && now.passed >= 0) ||
  (now.time !== before.time && (!moving(before) || now.time >= Math.min(now.schedule.total, now.barrier)));
