// Strings as i;unicode-casemap compares them (RFC 5051 §2): in titlecase, decomposed, by the octets of their UTF-8.
import { isAscii, utf8, type Octets } from '../base/octets.ts';

/** Two strings are equal, or in this order, when these are. */
export function casemapped(text: string): Octets {
  if (isAscii(text)) return text.toUpperCase();
  return utf8(
    text
      .replaceAll(/[a-z]+/g, (them) => them.toUpperCase())
      .replaceAll(/[^\0-\x7f]/gu, (letter) => titlecase(letter).normalize('NFKD')),
  );
}
/** The simple mapping: one letter is one letter, so `ß` stays, and the small letters of `ﬁ` do. */
function titlecase(letter: string): string {
  const known = OWN.find(({ from, to }) => letter >= from && letter <= to);
  if (known) return known.as(letter);
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}
interface Own {
  readonly from: string;
  readonly to: string;
  readonly as: (letter: string) => string;
}
const moved = (letter: string, by: number): string => String.fromCharCode(letter.charCodeAt(0) + by);
/** Of three letters the middle one is the titlecase of all. */
const middle =
  (first: number): Own['as'] =>
  (letter) =>
    moved(letter, 1 - ((letter.charCodeAt(0) - first) % 3));
const same: Own['as'] = (letter) => letter;
const iota: Own['as'] = (letter) => (letter.charCodeAt(0) & 8 ? letter : moved(letter, 8));
const iotaAlone: Own['as'] = (letter) => moved(letter, 9);
/** Whose titlecase is not their capital letter, or whose capital letter is two letters though their titlecase is one. */
const OWN: readonly Own[] = [
  { from: '\u01c4', to: '\u01cc', as: middle(0x1c4) },
  { from: '\u01f1', to: '\u01f3', as: middle(0x1f1) },
  { from: '\u10d0', to: '\u10fa', as: same },
  { from: '\u10fd', to: '\u10ff', as: same },
  { from: '\u1f80', to: '\u1faf', as: iota },
  { from: '\u1fb3', to: '\u1fb3', as: iotaAlone },
  { from: '\u1fc3', to: '\u1fc3', as: iotaAlone },
  { from: '\u1ff3', to: '\u1ff3', as: iotaAlone },
];
