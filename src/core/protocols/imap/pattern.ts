// Mailbox patterns: `*` is anything, `%` anything without a delimiter (RFC 9051 §6.3.9). All possible places are walked at once, and
// only those of a pattern with no more letters of its own than the name: however long a pattern is, the name says what it may cost.
import type { Octets } from '../../base/octets.ts';
import { INBOX } from '../../store/naming.ts';

/** Does a name, as it is written on the wire, match any of these patterns? */
export function matcher(
  reference: Octets,
  patterns: readonly Octets[],
): (name: Octets, delimiter: string) => boolean {
  const written = new Set(patterns.map((pattern) => plain(canonical(reference + pattern))));
  const all = [...written].map((pattern) => ({ pattern, letters: pattern.replaceAll(/[*%]/g, '').length }));
  return (name, delimiter) =>
    all.some(({ pattern, letters }) => letters <= name.length && isMatch(pattern, name, delimiter));
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
function isMatch(pattern: Octets, name: Octets, delimiter: string): boolean {
  let places = openFrom(pattern, new Set([0]));
  for (const letter of name) {
    const next = new Set<number>();
    for (const at of places) {
      const wanted = pattern[at];
      if (wanted === '*' || (wanted === '%' && letter !== delimiter)) next.add(at);
      else if (wanted === letter) next.add(at + 1);
    }
    places = openFrom(pattern, next);
    if (places.size === 0) return false;
  }
  return places.has(pattern.length);
}
/** A wildcard may stand for nothing. */
function openFrom(pattern: Octets, places: Set<number>): Set<number> {
  for (const at of places) if (pattern[at] === '*' || pattern[at] === '%') places.add(at + 1);
  return places;
}
