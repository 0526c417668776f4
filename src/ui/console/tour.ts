// The first visit: one line after the other is offered, the whole way from a name to a letter marked for deletion.
import type { TraceEvent } from '../../core/trace/event.ts';

/** Every line the tour offers. It ends before QUIT: what happens then is the question it leaves. */
export const TOUR: readonly string[] = [
  'openssl s_client -quiet -crlf -connect pop.example.com:995',
  'USER bob',
  'PASS correct-horse',
  'STAT',
  'RETR 1',
  'DELE 1',
];
export interface Tour {
  /** The line to offer next. */
  readonly ghost?: string;
  /** Every line was sent. Not so when something else was typed: that ends the tour as well, without a last word. */
  readonly done: boolean;
}
const OVER: Tour = { done: false };

/** Where the tour stands after this much of the trace. Any console counts: to type elsewhere is to go one's own way. */
export function tourOf(trace: readonly TraceEvent[]): Tour {
  let step = 0;
  for (const event of trace) {
    // Enter pressed too early, before anything was offered, is no choice
    if (event.type !== 'typed' || event.octets === '\n') continue;
    if (event.octets !== `${TOUR[step] ?? ''}\n`) return step === TOUR.length ? { done: true } : OVER;
    step++;
  }
  const ghost = TOUR[step];
  return ghost === undefined ? { done: true } : { ghost, done: false };
}
