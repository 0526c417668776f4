// The step gate: each reply of a server is held, on display, until somebody lets it come. The world knows nothing of it.
import type { TraceEvent } from '../core/trace/event.ts';
import { engine, letGoAhead, seek } from './engine.ts';
import type { EngineState } from './state.ts';

const { getState: get, setState: set } = engine;

export const isReply = (event: TraceEvent | undefined): boolean =>
  event?.type === 'wire' && event.dir === 'b>a';
/** The first reply that has yet to come, but for this one; -1: none. */
export const replyAhead = ({ trace, schedule, time }: EngineState, but = -1): number =>
  trace.findIndex((it, i) => isReply(it) && i !== but && (schedule.shown[i]?.start ?? -1) >= time);
/** The one that is held, or will be; -1: none. */
export const heldReply = (s: EngineState): number => (s.gated ? replyAhead(s, s.passed) : -1);
/** Before the server has made up its mind: what it does is as telling as what it says. */
export function momentBefore({ trace, schedule }: EngineState, reply: number): number {
  let first = reply;
  while (INWARD.has(trace[first - 1]?.type ?? 'wire')) first--;
  return (schedule.shown[first]?.start ?? Infinity) - 1;
}
const INWARD = new Set<string>(['command', 'outcome', 'fact']);
function hold(): void {
  const s = get();
  const reply = heldReply(s);
  const barrier = reply < 0 ? Infinity : momentBefore(s, reply);
  if (barrier !== s.barrier) set({ barrier });
}
/** What is done again brings its reply again, which is held again. */
function goHeld(to: number): void {
  set({ passed: -1 });
  const { barrier, time } = get();
  if (barrier < to) set({ time: Math.max(time, barrier), playing: 'forward', live: false });
  else seek(to);
}
let stop: (() => void) | undefined;
/** While it is on, time waits before every reply, but for the one that was let through. */
export function setGate(gated: boolean, passed = -1): void {
  stop?.();
  stop = undefined;
  set({ gated, passed, barrier: Infinity });
  letGoAhead(gated ? goHeld : seek);
  if (gated) {
    stop = engine.subscribe((now, before) => {
      if (now.trace !== before.trace) set({ passed: -1 });
      if (now.time !== before.time || now.schedule !== before.schedule || now.passed !== before.passed)
        hold();
      if (standsElsewhere(now, before)) keep();
    });
    hold();
  }
  keep();
}
const looksBack = ({ live, playing }: EngineState): boolean => !live && playing !== 'forward';
const standsElsewhere = (now: EngineState, before: EngineState): boolean =>
  (now.time !== before.time && looksBack(now) && now.playing === 'no') ||
  now.barrier !== before.barrier ||
  now.passed !== before.passed ||
  now.live !== before.live ||
  now.playing !== before.playing ||
  now.trace !== before.trace;
/** The gate of a window, and the reply it holds. */
export const GATED = 'mailwire/gate';
/** What a reload of this window needs to know of it; '': it is off. `still.ts` reads it back. */
export function gateText(s: EngineState): string {
  if (!s.gated) return '';
  const { lesson, branch, passed, live } = s;
  // to whoever looks back nothing is held: it is the moment that comes back
  const [event, time] = looksBack(s) ? [-1, s.time] : [heldReply(s), -1];
  return JSON.stringify({ lesson, branch, passed, event, live, time });
}
function keep(): void {
  try {
    sessionStorage.setItem(GATED, gateText(get()));
  } catch {
    // off when it is reloaded
  }
}
/** Is time standing before a reply? */
export const isHolding = (s: EngineState): boolean =>
  s.gated && s.time >= s.barrier && (s.live || s.playing === 'forward');
/** Lets the reply come that is held. */
export function letCome(): void {
  set((s) => ({ passed: heldReply(s) }));
}
