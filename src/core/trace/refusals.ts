// What a server has said no to, and which refusals share a send.
import type { TraceEvent } from './event.ts';
import { readers } from './protocols.ts';

export type Outcome = TraceEvent & { readonly type: 'outcome' };

/** Did the server say no by this event? */
export function isNo(event: TraceEvent | undefined): event is Outcome {
  if (event?.type !== 'outcome') return false;
  const reader = readers.get(event.protocol);
  return reader?.end === 'b' && reader.isRefusal(event);
}
/** Everything that one send answers is told before it, without anything between. */
const TOLD: ReadonlySet<TraceEvent['type']> = new Set(['command', 'outcome', 'fact', 'discarded', 'fault']);
/** The refusals among what is told together with this event, as indices, in order: they share a send. */
export function refusalsWith(trace: readonly TraceEvent[], index: number): readonly number[] {
  const conn = trace[index]?.conn;
  const isTold = (i: number): boolean => {
    const event = trace[i];
    return event !== undefined && event.conn === conn && TOLD.has(event.type);
  };
  let from = index;
  while (isTold(from - 1)) from--;
  const found: number[] = [];
  for (let i = from; i === index || isTold(i); i++) if (isNo(trace[i])) found.push(i);
  return found;
}
