import type { Octets } from '../base/octets.ts';

/** Of each of two generations: as many messages as a large mailbox has, or as many octets as a few letters. */
const MOST = 131_072;
const LONGEST = 64 * 1024 * 1024;

/**
 * What was computed of a message is kept while that message is looked at: the octets themselves are the key, and
 * comparing a string with itself costs nothing. The older half is forgotten when the younger is full.
 */
export function remembered<T>(compute: (octets: Octets) => T): (octets: Octets) => T {
  let [young, old] = [new Map<Octets, T>(), new Map<Octets, T>()];
  let length = 0;
  const keep = (octets: Octets, value: T): T => {
    if (young.size >= MOST || length > LONGEST) {
      [young, old] = [new Map(), young];
      length = 0;
    }
    young.set(octets, value);
    length += octets.length;
    return value;
  };
  return (octets) => {
    const known = young.get(octets);
    if (known !== undefined) return known;
    const older = old.get(octets);
    return keep(octets, older === undefined ? compute(octets) : older);
  };
}
