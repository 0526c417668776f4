// What an IMAP client had open at some moment, by what it had been told.
import type { ToldFact } from '../store/mailbox.ts';
import type { TraceEvent } from './event.ts';

const isTold = (fact: { readonly type: string }): fact is ToldFact =>
  fact.type === 'told' || fact.type === 'left';

/** The mailbox that is open on this connection when this event comes, as `user/name`; undefined: none is. */
export function openAt(trace: readonly TraceEvent[], index: number, conn: number): string | undefined {
  for (let i = index - 1; i >= 0; i--) {
    const event = trace[i];
    if (event?.type === 'fact' && event.conn === conn && isTold(event.fact))
      return event.fact.type === 'told' ? event.fact.mailbox : undefined;
  }
  return undefined;
}
