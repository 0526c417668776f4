// What the console shows and what the other panels show of the same thing: the line typed or printed, and the send that carried it.
import { placeOf, type TraceEvent } from '../../core/trace/event.ts';

/** The send a line went out by or came in by, as an index in the trace; the line's own event when there is none. */
export function sendOf(trace: readonly TraceEvent[], event: number): number {
  const said = trace[event];
  if (said?.type === 'printed') {
    const cause = placeOf(trace, said.cause);
    return trace[cause]?.type === 'wire' ? cause : event;
  }
  const next = trace[event + 1];
  return said?.type === 'typed' && next?.type === 'wire' && next.cause === said.id ? event + 1 : event;
}
