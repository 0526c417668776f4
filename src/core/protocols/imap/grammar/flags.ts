// Flags as a client writes them (RFC 9051 §2.3.2, §9): its own keywords and the system flags it may set, never \Recent.
import type { Octets } from '../../../base/octets.ts';
import { no, token, type Grammar } from '../../../spec/grammar.ts';
import { SYSTEM_FLAGS } from '../../../store/flags.ts';
import { listOf, spaced, startsWith } from './cursor.ts';

// eslint-disable-next-line no-control-regex -- the standard names them: no atom has one
const FLAG = /\\?[^(){ %*"\\\]\x00-\x1f\x7f-\xff]+/;
const isKnown = (flag: string): boolean =>
  !flag.startsWith('\\') || SYSTEM_FLAGS.some((it) => it.toLowerCase() === flag.toLowerCase());

const flag: Grammar<Octets> = token('flag', FLAG, (text) => (isKnown(text) ? text : no), {
  rfc: '9051#2.3.2',
});
export const flagList = listOf(flag, 0);
const bare = spaced(flag);
/** In parentheses, or without. */
export const flags: Grammar<readonly Octets[]> = {
  usage: '(<flag> …)',
  arguments: flag.arguments,
  read: (c) => (startsWith(c, '(') ? flagList : bare).read(c),
};
