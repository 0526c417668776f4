// Marks on the scrubber: everything that crossed a line, by voice; refusals stand out.
import type { TraceEvent } from '../../core/trace/event.ts';
import type { Schedule } from '../../core/trace/schedule.ts';
import { isRefusal } from '../machine/reader.ts';

export interface Ticks {
  /** Shares of the whole, 0 to 1. */
  readonly client: readonly number[];
  readonly server: readonly number[];
  readonly tls: readonly number[];
  readonly refusal: readonly number[];
}
type Voice = keyof Ticks;
const voiceOf = (event: TraceEvent, refusal: () => boolean): Voice | undefined => {
  if (event.type === 'record') return 'tls';
  if (event.type === 'conn')
    return event.phase === 'reset' || event.phase === 'refused' || event.phase === 'insecure'
      ? 'refusal'
      : undefined;
  if (event.type !== 'wire') return undefined;
  if (event.dir === 'a>b') return 'client';
  return refusal() ? 'refusal' : 'server';
};
/** Finer than this nobody sees: dense stretches become one mark. */
const GRAIN = 1 / 1200;

/** `fits`: is this event to be marked? Absent: all are. `until`: none after it is. */
export function ticksOf(
  trace: readonly TraceEvent[],
  { shown, total }: Schedule,
  fits?: (event: number) => boolean,
  until = Infinity,
): Ticks {
  const ticks = {
    client: [] as number[],
    server: [] as number[],
    tls: [] as number[],
    refusal: [] as number[],
  };
  if (total <= 0) return ticks;
  trace.forEach((event, i) => {
    const voice = voiceOf(event, () => isRefusal(trace, i));
    const slot = shown[i];
    if (!voice || !slot || i > until || fits?.(i) === false) return;
    const at = slot.start / total;
    const last = ticks[voice].at(-1);
    if (last === undefined || at - last >= GRAIN) ticks[voice].push(at);
  });
  return ticks;
}
