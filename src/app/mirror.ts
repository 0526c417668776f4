// Two windows, one lesson: what is done in one is done in the other. Only inputs, the moment looked at and what is pointed at travel;
// each window works out the world itself, and so is exact whenever it comes in.
import * as v from 'valibot';
import type { Input } from '../core/kernel/world.ts';
import { engine, moving, perform } from './engine.ts';
import { letCome, setGate } from './gate.ts';
import { inputSchema, restore } from './restore.ts';
import { learnt, saveOf } from './save.ts';
import { lookAt, sessionOf } from './sessions.ts';
import type { EngineState } from './state.ts';

const { getState: get, setState: set } = engine;

const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = v.pipe(v.number(), v.integer(), v.minValue(-1));
const cursorSchema = v.strictObject({
  time: v.pipe(v.number(), v.minValue(0)),
  live: v.boolean(),
  playing: v.picklist(['no', 'forward', 'back']),
  speed: v.pipe(v.number(), v.minValue(0.1), v.maxValue(8)),
  /** The gate is on, and this reply was let through last; -1: none. */
  gate: v.exactOptional(place),
});
const messageSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('hello'), knows: v.boolean(), still: v.boolean() }),
  v.strictObject({ kind: v.literal('still'), still: v.boolean() }),
  v.strictObject({ kind: v.literal('journal'), save: v.unknown(), cursor: cursorSchema }),
  v.strictObject({
    kind: v.literal('inputs'),
    branch: natural,
    at: natural,
    inputs: v.array(inputSchema),
    cursor: cursorSchema,
  }),
  v.strictObject({ kind: v.literal('cursor'), cursor: cursorSchema }),
  v.strictObject({ kind: v.literal('gaze'), event: place }),
  v.strictObject({
    kind: v.literal('act'),
    act: v.picklist(['gate', 'ungate', 'let come', 'freeze', 'thaw']),
  }),
]);
type Message = v.InferOutput<typeof messageSchema>;
type Cursor = v.InferOutput<typeof cursorSchema>;
export type Act = Extract<Message, { kind: 'act' }>['act'];

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
  readonly stop: () => void;
}
function cursorNow({ time, live, playing, speed, gated, passed }: EngineState): Cursor {
  const cursor = { time, live, playing, speed };
  return gated ? { ...cursor, gate: passed } : cursor;
}

interface Joined {
  readonly wire: Wire;
  readonly hooks: Hooks;
  /** Inputs of the timeline looked at that the other one knows. */
  told: number;
  /** It has something of its own to tell. */
  knows: boolean;
  frozen: boolean;
  /** While it is frozen: what it was told, and has not done. */
  missed: readonly Message[];
  /** What changes now comes from the other one. */
  applying: boolean;
  /** A journal is being played; what follows it waits. */
  coming: Promise<void>;
}
const post = ({ wire }: Joined, message: Message): void => wire.post(message);
const greet = (m: Joined): void => post(m, { kind: 'hello', knows: m.knows, still: m.frozen });

/** `fresh`: this window has nothing of its own yet, and tells nobody about it. `frozen`: it stood still before it was reloaded. */
export function mirror(wire: Wire, hooks: Hooks, fresh: boolean, frozen = false): Mirror {
  const told = get().timeline.inputs.length;
  const m: Joined = {
    wire,
    hooks,
    told,
    knows: !fresh,
    frozen,
    missed: [],
    applying: false,
    coming: Promise.resolve(),
  };
  wire.hear((message) => hear(m, message));
  const forget = engine.subscribe((now, before) => {
    if (!m.applying && !m.frozen && m.knows) tell(m, now, before);
  });
  greet(m);
  return {
    act(what) {
      post(m, { kind: 'act', act: what });
      if (what !== 'freeze' && what !== 'thaw') apply(m, () => obey(m, what));
    },
    gaze(event) {
      if (!m.frozen) post(m, { kind: 'gaze', event });
    },
    freeze: (still) => obey(m, still ? 'freeze' : 'thaw'),
    stop() {
      forget();
      wire.close();
    },
  };
}

// --- telling --------------------------------------------------------------------------------------------------------

function tell(m: Joined, now: EngineState, before: EngineState): void {
  const elsewhere =
    now.branch !== before.branch ||
    now.lesson !== before.lesson ||
    now.timeline !== before.timeline ||
    now.branches.length !== before.branches.length;
  if (elsewhere) tellAll(m);
  else if (now.timeline.inputs.length > m.told) tellInputs(m, now);
  else if (leapt(now, before)) post(m, { kind: 'cursor', cursor: cursorNow(now) });
}
function tellAll(m: Joined): void {
  const s = get();
  if (!s.lab || s.branches.length === 0) return;
  m.told = s.timeline.inputs.length;
  post(m, { kind: 'journal', save: saveOf(sessionOf(s)), cursor: cursorNow(s) });
}
function tellInputs(m: Joined, now: EngineState): void {
  const { inputs } = now.timeline;
  const at = learnt(inputs.slice(0, m.told)).length;
  m.told = inputs.length;
  // what is kept of a journal and what is told of it have one schema
  const fresh = learnt(inputs).slice(at) as (Message & { kind: 'inputs' })['inputs'];
  post(m, { kind: 'inputs', branch: now.branch, at, inputs: fresh, cursor: cursorNow(now) });
}

// --- taking ---------------------------------------------------------------------------------------------------------

function hear(m: Joined, heard: unknown): void {
  const read = v.safeParse(messageSchema, heard);
  if (!read.success) return;
  m.hooks.heard();
  const { output } = read;
  if (output.kind === 'still' || output.kind === 'hello') m.hooks.still(output.still);
  if (output.kind === 'act') obey(m, output.act);
  else if (m.frozen) holdBack(m, output);
  else take(m, output);
}
function take(m: Joined, message: Exclude<Message, { kind: 'act' }>): void {
  if (message.kind === 'inputs' || message.kind === 'cursor' || message.kind === 'journal')
    m.coming = m.coming.then(() => takeInTurn(m, message)).catch(() => undefined);
  else if (message.kind === 'gaze') m.hooks.gaze(message.event);
  else if (message.kind === 'hello' && m.knows) tellAll(m);
  // the question was put before the other one was there: both may have been reloaded
  else if (message.kind === 'hello' && message.knows) greet(m);
}
/** It stands still, and yet is the memory of both: whoever has been reloaded meanwhile gets back what it said. */
function holdBack(m: Joined, message: Message): void {
  if (message.kind === 'journal') m.missed = [message];
  else if (message.kind === 'inputs' || message.kind === 'cursor') m.missed = [...m.missed, message];
  else if (message.kind === 'hello') {
    if (!message.knows && m.knows) {
      tellAll(m);
      for (const each of m.missed) post(m, each);
    }
    post(m, { kind: 'still', still: true });
  }
}
async function takeInTurn(
  m: Joined,
  message: Extract<Message, { kind: 'inputs' | 'cursor' | 'journal' }>,
): Promise<void> {
  if (message.kind === 'journal') await takeAll(m, message.save, message.cursor);
  else if (message.kind === 'cursor') apply(m, () => follow(message.cursor));
  else takeInputs(m, message);
}
async function takeAll(m: Joined, save: unknown, cursor: Cursor): Promise<void> {
  const { lab } = get();
  if (!lab) return;
  const session = await restore(lab, save);
  const first = !m.knows;
  m.knows = true;
  // what was typed here while nobody was there to be told is not lost
  if (first && goesOn(saveOf(sessionOf(get())), saveOf(session))) {
    tellAll(m);
    return;
  }
  apply(m, () => {
    set((s) => lookAt(s, session));
    follow(cursor);
  });
}
type Save = ReturnType<typeof saveOf>;
/** Whether `mine` is `theirs` and more. */
function goesOn(mine: Save, theirs: Save): boolean {
  const begun = mine.branches.map((branch, i) => ({
    ...branch,
    inputs: branch.inputs.slice(0, theirs.branches[i]?.inputs.length ?? 0),
  }));
  const [all, those, these] = [mine, theirs, { ...mine, branches: begun }].map((save) =>
    JSON.stringify(save),
  );
  return these === those && all !== those;
}
function takeInputs(m: Joined, { branch, at, inputs, cursor }: Extract<Message, { kind: 'inputs' }>): void {
  const s = get();
  if (s.branch !== branch || learnt(s.timeline.inputs).length !== at) {
    greet(m);
    return;
  }
  // a schema's optional keys may read `undefined`; an input simply has no such key
  const deed = JSON.parse(JSON.stringify(inputs)) as readonly Input[];
  apply(m, () => {
    set((now) => ({ live: true, time: now.schedule.total }));
    perform([deed]);
    follow(cursor);
  });
}
function apply(m: Joined, change: () => void): void {
  m.applying = true;
  change();
  m.told = get().timeline.inputs.length;
  m.applying = false;
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
    m.missed = [];
    m.hooks.frozen(m.frozen);
    post(m, { kind: 'still', still: m.frozen });
    // whatever was missed meanwhile is asked for
    if (!m.frozen) greet(m);
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
