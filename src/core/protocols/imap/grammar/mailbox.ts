// Names of mailboxes and patterns for them, as octets: which letters they stand for depends on the session (mailbox-name.ts).
import type { Octets } from '../../../base/octets.ts';
import { refuse, type Cursor, type Grammar, type No } from '../../../spec/grammar.ts';
import { found } from './cursor.ts';
import { astring, text } from './strings.ts';

export const mailbox = astring('mailbox');
export const another = astring('new-name');

// eslint-disable-next-line no-control-regex -- the standard names them: no pattern has one outside quotes
const PATTERN = /[^(){ "\\\x00-\x1f\x7f-\xff]+/y;
const quoted = text('pattern');
/** `%` is anything within a level, `*` anything at all. */
export const pattern: Grammar<Octets> = {
  usage: quoted.usage,
  arguments: quoted.arguments,
  rfc: '9051#6.3.9',
  read(c: Cursor): Octets | No {
    if (/["{]/.test(c.text[c.at] ?? '')) return quoted.read(c);
    const hit = found(c, PATTERN)?.[0];
    if (hit === undefined) return refuse(c, quoted.usage);
    c.spans?.push({ from: c.at, to: c.at + hit.length, role: 'pattern' });
    c.at += hit.length;
    return hit;
  },
};
