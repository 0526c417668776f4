// A message on its way into a mailbox: flags, a date, and its octets as a literal (RFC 9051 §9, append-message).
import type { Octets } from '../../../base/octets.ts';
import { no, refuse, type Cursor, type Grammar, type No } from '../../../spec/grammar.ts';
import { found, startsWith, take } from './cursor.ts';
import { dateTime, type DateTime } from './date-time.ts';
import { flagList } from './flags.ts';
import { mailbox } from './mailbox.ts';

export interface Message {
  readonly flags: readonly Octets[];
  readonly date: DateTime | undefined;
  readonly octets: Octets;
  /** Sent as a literal8, which may have NULs in it (RFC 3516 §4.4). */
  readonly binary: boolean;
}
export interface Messages {
  readonly mailbox: Octets;
  /** More than one is MULTIAPPEND (RFC 3502). */
  readonly messages: readonly Message[];
}
const argument = (name: string, usage: string) => ({ name, usage, secret: false });
/** A mailbox, and what goes into it. */
export const messages: Grammar<Messages> = {
  usage: '<mailbox> [(<flag> …)] ["<date-time>"] {<octets>}',
  arguments: [
    ...mailbox.arguments,
    argument('flag', '[(<flag> …)]'),
    argument('date-time', '["<date-time>"]'),
    argument('message', '{<octets>}'),
  ],
  rfc: '9051#6.3.12',
  read(c) {
    const name = mailbox.read(c);
    if (name === no) return no;
    const all: Message[] = [];
    do {
      const one = message(c);
      if (one === no) return no;
      all.push(one);
    } while (startsWith(c, ' '));
    return { mailbox: name, messages: all };
  },
};
/** `[flags SP] [date-time SP] literal`, after a space. */
function message(c: Cursor): Message | No {
  if (take(c, ' ', 'a space') === no) return no;
  const flags = startsWith(c, '(') ? before(c, flagList) : [];
  if (flags === no) return no;
  const date = startsWith(c, '"') ? before(c, dateTime) : undefined;
  if (date === no) return no;
  const binary = startsWith(c, '~');
  const octets = literal(c);
  return octets === no || (!binary && octets.includes('\0'))
    ? refuse(c, 'the message as a {literal}')
    : { flags, date, octets, binary };
}
/** What is followed by a space. */
function before<A>(c: Cursor, g: Grammar<A>): A | No {
  const value = g.read(c);
  return value === no || take(c, ' ', 'a space') === no ? no : value;
}
const LITERAL = /~?\{(\d{1,15})\+?\}\r?\n/y;
function literal(c: Cursor): Octets | No {
  const head = found(c, LITERAL);
  if (!head) return no;
  const from = c.at + head[0].length;
  c.spans?.push({ from: c.at, to: from, role: 'literal size' });
  c.at = from + Number(head[1]);
  c.spans?.push({ from, to: Math.min(c.at, c.text.length), role: 'message' });
  if (c.at > c.text.length) return no;
  return c.text.slice(from, c.at);
}
