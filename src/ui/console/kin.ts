// What the console shows and what the other panels show of the same thing: the line typed or printed, and the send that carried it.
import type { TraceEvent } from '../../core/trace/event.ts';

/** The send a line went out by or came in by, as an index in the trace; the line's own event when there is none. */
export function sendOf(trace: readonly TraceEvent[], event: number): number {
  const said = trace[event];
  if (said?.type === 'printed') {
    // as `placeOf` has it, which keys need not wait for
    const cause = said.cause - (trace[0]?.id ?? 1);
    return trace[cause]?.type === 'wire' ? cause : event;
  }
  const next = trace[event + 1];
  return said?.type === 'typed' && next?.type === 'wire' && next.cause === said.id ? event + 1 : event;
}
