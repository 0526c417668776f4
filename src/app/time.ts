// Where on the timeline one is: going there, playing it, and the clock that moves it on.
import type { TraceEvent } from '../core/trace/event.ts';
import { engine } from './store.ts';
import type { EngineState } from './state.ts';

const { getState: get, setState: set } = engine;

export function seek(time: number): void {
  const { schedule } = get();
  const to = Math.min(Math.max(0, time), schedule.total);
  set({ time: to, live: to >= schedule.total, playing: 'no' });
}
let onward = seek;
/** On to a moment that lies ahead: whoever holds something on the way has a say in it. */
export const goAhead = (to: number): void => onward(to);
export const letGoAhead = (how: typeof seek): void => {
  onward = how;
};
/** To the moment this event has happened: its flight has landed, and whoever it was for has shown it. */
export function seekEvent(index: number): void {
  const { trace, schedule } = get();
  const end = schedule.shown[index]?.end ?? schedule.total;
  const showing = schedule.shown[showingOf(trace, index)]?.start ?? 0;
  seek(index < 0 ? 0 : Math.max(end, showing));
}
/** Where a console shows the last octets of a send: whatever else lands at that instant may come first. Below 0: no console does. */
function showingOf(trace: readonly TraceEvent[], index: number): number {
  const wire = trace[index];
  return wire?.type === 'wire'
    ? trace.findLastIndex((it) => it.type === 'printed' && it.cause === wire.id)
    : -1;
}
/** To the moment before this event: everything earlier has happened. */
export function seekBefore(event: number): void {
  const { schedule } = get();
  const begins = schedule.shown[event]?.start ?? schedule.total;
  const before = schedule.shown.slice(0, event).reduce((latest, { end }) => Math.max(latest, end), 0);
  seek(Math.min(before, Math.max(0, begins - 1)));
}
export function back(): void {
  const { schedule, time } = get();
  const before = schedule.shown.findLast(({ end }) => end < time);
  seek(before?.end ?? 0);
}
export function forward(): void {
  const { schedule, time } = get();
  let next = schedule.total;
  for (const { end } of schedule.shown) if (end > time && end < next) next = end;
  seek(next);
}
export const play = (): void => {
  const { time, schedule } = get();
  set({ playing: 'forward', live: false, time: time >= schedule.total ? 0 : time });
};
export const pause = (): void => set((s) => ({ playing: 'no', live: s.time >= s.schedule.total }));
export const rewind = (): void => set({ playing: 'back', live: false });
export const goLive = (): void => set((s) => ({ time: s.schedule.total, live: true, playing: 'no' }));
export const setSpeed = (speed: number): void => set({ speed: Math.min(8, Math.max(0.1, speed)) });
export const setReduced = (reduced: boolean): void => set({ reduced });

const REWIND_MS = 2600; // however long a session was, looking back on it takes no longer than this
/** The one clock of the screen has moved on by so many milliseconds. */
export function tick(elapsed: number): void {
  const { time, schedule, live, playing, speed, reduced, barrier } = get();
  const { total } = schedule;
  const end = Math.min(total, barrier);
  if (playing === 'back') {
    const to = reduced ? 0 : time - elapsed * Math.max(speed, total / REWIND_MS);
    set(to <= 0 ? { time: 0, playing: 'no' } : { time: to });
  } else if ((live || playing === 'forward') && time < end) {
    const to = reduced && live ? end : Math.min(end, time + elapsed * speed);
    set(to >= total ? { time: total, playing: 'no', live: true } : { time: to });
  }
}
/** Is there anything for the clock to do? */
export const moving = (s: EngineState): boolean =>
  s.playing === 'back' ||
  ((s.live || s.playing === 'forward') && s.time < Math.min(s.schedule.total, s.barrier));
