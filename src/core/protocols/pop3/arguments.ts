// What may follow a verb: one space, then printable ASCII (RFC 2449 §3), in names and passwords UTF-8 too; a space announces an argument.
import type { Octets } from '../../base/octets.ts';
import { no, optional, refuse, seq, token, type Grammar } from '../../spec/grammar.ts';
import { prepare } from '../sasl/saslprep.ts';

/** The whole line, or `words` say what this verb takes. */
const takes = <A>(words: string, g: Grammar<A>): Grammar<A> => ({
  ...g,
  read(c) {
    const value = g.read(c);
    if (value !== no && c.at >= c.text.length) return value;
    c.problem = { at: c.problem?.at ?? c.at, expected: words, as: 'badSyntax' };
    return no;
  },
});
/** Nothing: not even a space. */
const nothing: Grammar<null> = {
  usage: '',
  arguments: [],
  read: (c) => (c.at >= c.text.length && !c.text.endsWith(' ') ? null : refuse(c, 'nothing')),
};
const orNothing = <A>(g: Grammar<A>): Grammar<A | null> => ({
  usage: `[${g.usage}]`,
  arguments: g.arguments.map((it) => ({ ...it, usage: `[${it.usage}]` })),
  read: (c) => (c.at < c.text.length ? g : nothing).read(c),
});

const digits = (name: string): Grammar<number> => token(name, /\d+/, Number);
const messageNumber = digits('message');
/** UTF-8 may be (RFC 6856 §2.2); what SASLprep refuses may not. */
const preparable = (text: Octets): Octets | typeof no => (prepare(text) === undefined ? no : text);
const nameToken = token('name', /[\x21-\x7e\x80-\xff]+/, preparable);

export const none = takes('nothing after it', nothing);
export const message = takes('one message number', messageNumber);
export const anyMessage = takes('one message number or nothing', orNothing(messageNumber));
export const messageAndLines = takes(
  'a message number and a number of lines',
  seq({ message: messageNumber, lines: digits('lines') }),
);
export const name = takes('one name, in UTF-8 and without control characters', nameToken);
/** Spaces are part of it (RFC 1939 §7). */
export const password = takes(
  'a password, in UTF-8 and without control characters',
  token('password', /[\x20-\x7e\x80-\xff]+/, preparable, { secret: true, rfc: '6856#2.2' }),
);
export const nameAndDigest = takes(
  'a name and an MD5 digest: 32 digits 0-9 a-f',
  seq({ name: nameToken, digest: token('digest', /[0-9a-f]{32}/, (s) => s, { rfc: '1939#7' }) }),
);
export const languageRange = takes(
  'one language, * for the usual one, or nothing',
  orNothing(token('language', /\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*/, (s) => s, { rfc: '4647#2.1' })),
);
export const mechanism = takes(
  'a mechanism and, if you like, its first response',
  seq({
    mechanism: token('mechanism', /[A-Za-z0-9_-]{1,20}/, (s) => s, { rfc: '4422#3.1' }),
    initial: optional(token('initial-response', /[\x21-\x7e]+/, (s) => s, { secret: true, rfc: '5034#4' })),
  }),
);
