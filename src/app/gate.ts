// The step gate: each reply of a server is held, on display, until somebody lets it come. The world knows nothing of it.
import type { TraceEvent } from '../core/trace/event.ts';
import { engine } from './engine.ts';
import type { EngineState } from './state.ts';

const { getState: get, setState: set } = engine;

/** Let through last, by its place in the trace. */
let passed = -1;
const isReply = (event: TraceEvent | undefined): boolean => event?.type === 'wire' && event.dir === 'b>a';
/** The first reply that has yet to come, but for this one; -1: none. */
export const replyAhead = ({ trace, schedule, time }: EngineState, but = -1): number =>
  trace.findIndex((it, i) => isReply(it) && i !== but && (schedule.shown[i]?.start ?? -1) >= time);
/** The one that is held, or will be; -1: none. */
export const heldReply = (s: EngineState): number => (s.gated ? replyAhead(s, passed) : -1);
/** Before the server has made up its mind: what it does is as telling as what it says. */
function before({ trace, schedule }: EngineState, reply: number): number {
  let first = reply;
  while (INWARD.has(trace[first - 1]?.type ?? 'wire')) first--;
  return (schedule.shown[first]?.start ?? Infinity) - 1;
}
const INWARD = new Set<string>(['command', 'outcome', 'fact']);
function hold(): void {
  const s = get();
  const reply = heldReply(s);
  const barrier = reply < 0 ? Infinity : before(s, reply);
  if (barrier !== s.barrier) set({ barrier });
}
let stop: (() => void) | undefined;
/** While it is on, time waits before every reply. */
export function setGate(gated: boolean): void {
  stop?.();
  stop = undefined;
  passed = -1;
  set({ gated, barrier: Infinity });
  if (!gated) return;
  stop = engine.subscribe((now, before) => {
    if (now.trace !== before.trace) passed = -1;
    if (now.time !== before.time || now.schedule !== before.schedule) hold();
  });
  hold();
}
/** Is time standing before a reply? */
export const isHolding = (s: EngineState): boolean =>
  s.gated && s.time >= s.barrier && (s.live || s.playing === 'forward');
/** Lets the reply come that is held. */
export function letCome(): void {
  passed = heldReply(get());
  hold();
}
