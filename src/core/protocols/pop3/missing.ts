import type { Taken } from '../../spec/take.ts';
import type { Maildrop } from './maildrop.ts';

/** How a message number may fail, whichever command names it. */
export const missing = {
  none: {
    to: 'same',
    says: '-ERR No such message; {numbers}',
    when: 'nothing has that number in this session',
    rfc: '1939#5',
  },
  gone: {
    to: 'same',
    says: '-ERR Message {message} is marked deleted; RSET unmarks it',
    when: 'the message is marked for deletion',
    rfc: '1939#5',
  },
} as const;

interface TakeMissing {
  readonly none: (args: { readonly numbers: string }) => Taken;
  readonly gone: (args: { readonly message: number }) => Taken;
}
/** Why there is no such message. */
export const refuseMissing = (
  { rows: { length }, marked }: Maildrop,
  message: number,
  take: TakeMissing,
): Taken =>
  marked.includes(message)
    ? take.gone({ message })
    : take.none({ numbers: length === 0 ? 'the maildrop is empty' : `they are numbered 1 to ${length}` });
