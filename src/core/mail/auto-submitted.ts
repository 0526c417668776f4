// Who has written a letter: a person, or a program by itself (RFC 3834 §5).
import type { Octets } from '../base/octets.ts';
import { withoutComments } from './comment.ts';
import { unfolded, type Header } from './fields.ts';

/** Does it say that a program sends it? `No (really); x-by=me` says that none does, as silence does. */
export const isAutomatic = (letter: Octets, { fields }: Header): boolean =>
  fields
    .filter(({ name }) => name === 'auto-submitted')
    .some((field) => !['', 'no'].includes(keywordOf(unfolded(letter, field))));
const keywordOf = (value: Octets): Octets =>
  (withoutComments(value).split(';', 1)[0] ?? '').trim().toLowerCase();
