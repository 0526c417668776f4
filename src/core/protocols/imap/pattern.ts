// Mailbox patterns: `*` is anything, `%` anything without a delimiter (RFC 9051 §6.3.9). All possible places are walked at once, each a
// bit of one number, and only those of a pattern with no more letters of its own than the name: however long it is, a name is read once.
import type { Octets } from '../../base/octets.ts';
import { INBOX } from '../../store/naming.ts';

/** Does a name, as it is written on the wire, match any of these patterns? */
export function matcher(
  reference: Octets,
  patterns: readonly Octets[],
): (name: Octets, delimiter: string) => boolean {
  const written = new Set(patterns.map((pattern) => plain(canonical(reference + pattern))));
  const all = [...written].map(walker);
  return (name, delimiter) => all.some((matches) => matches(name, delimiter));
}
/** A row of wildcards means what its widest does: what is left has a letter between any two. */
const plain = (pattern: Octets): Octets =>
  pattern.replaceAll(/[*%]{2,}/g, (them) => (them.includes('*') ? '*' : '%'));
/** INBOX is spelled in any case. */
function canonical(pattern: Octets): Octets {
  const head = pattern.slice(0, INBOX.length);
  return head.toUpperCase() === INBOX && !/[a-z0-9]/i.test(pattern.charAt(INBOX.length))
    ? INBOX + pattern.slice(INBOX.length)
    : pattern;
}
/** One pattern; what it needs is worked out for the first name that is long enough. */
function walker(pattern: Octets): (name: Octets, delimiter: string) => boolean {
  const letters = pattern.replaceAll(/[*%]/g, '').length;
  let places: Places | undefined;
  return (name, delimiter) => {
    if (letters > name.length) return false;
    places ??= placesOf(pattern);
    return isMatch(places, name, delimiter);
  };
}
/** Places in a pattern, each set one number: bit n is the place before its nth letter. */
interface Places {
  readonly of: ReadonlyMap<string, bigint>;
  readonly stars: bigint;
  readonly wildcards: bigint;
  readonly end: bigint;
}
function placesOf(pattern: Octets): Places {
  const reversed = Array.from(pattern).toReversed();
  const where = (is: (letter: string) => boolean): bigint =>
    BigInt(`0b0${reversed.map((letter) => (is(letter) ? '1' : '0')).join('')}`);
  const letters = [...new Set(reversed)].filter((letter) => !/[*%]/.test(letter));
  return {
    of: new Map(letters.map((letter) => [letter, where((it) => it === letter)])),
    stars: where((letter) => letter === '*'),
    wildcards: where((letter) => letter === '*' || letter === '%'),
    end: 1n << BigInt(pattern.length),
  };
}
function isMatch({ of, stars, wildcards, end }: Places, name: Octets, delimiter: string): boolean {
  /** A wildcard may stand for nothing, and none stands next to another. */
  const open = (places: bigint): bigint => places | ((places & wildcards) << 1n);
  let places = open(1n);
  for (const letter of name) {
    const stay = places & (letter === delimiter ? stars : wildcards);
    places = open(stay | ((places & (of.get(letter) ?? 0n)) << 1n));
    if (places === 0n) return false;
  }
  return (places & end) !== 0n;
}
