import * as fc from 'fast-check';
import type { Octets } from '../../../src/core/base/octets.ts';
import type { Framing, Reading } from '../../../src/core/wire/framing.ts';

/** What a framing makes of these arrivals, as a protocol would see it: `ask 5+` for an announced literal. */
export function frames(
  framing: Framing,
  arrivals: readonly Octets[],
  wants: (size: number) => boolean = () => true,
): { readonly frames: readonly string[]; readonly reading: Reading; readonly most: number } {
  const seen: string[] = [];
  let reading = framing.start;
  let most = 0;
  for (const arrival of arrivals) {
    let left = arrival;
    for (;;) {
      const cut = framing.take(reading, left);
      reading = cut.reading;
      left = left.slice(cut.used);
      most = Math.max(most, reading.taken.length + reading.held.length);
      if (cut.frame?.kind === 'ask') {
        const { size, sync } = cut.frame;
        seen.push(`ask ${size}${sync ? '' : '+'}`);
        if (!wants(size)) reading = framing.refuse?.(reading, sync) ?? reading;
      } else if (cut.frame) {
        seen.push(
          cut.frame.kind === 'whole'
            ? `whole ${cut.frame.text}`
            : `tooLong ${cut.frame.head ?? ''}`.trimEnd(),
        );
        reading = framing.start;
      } else if (cut.used === 0 || left === '') break;
    }
  }
  return { frames: seen, reading, most };
}

export const bytes = (octets: Octets): readonly Octets[] => Array.from(octets);
/** The same octets, cut at each of these places. */
export const cutAt = (octets: Octets, places: readonly number[]): readonly Octets[] => {
  const sorted = [...new Set(places.map((p) => p % (octets.length + 1)))].toSorted((a, b) => a - b);
  const out: Octets[] = [];
  let from = 0;
  for (const place of [...sorted, octets.length]) {
    if (place > from) out.push(octets.slice(from, place));
    from = place;
  }
  return out;
};
/** Texts made of the pieces that matter to a framing. */
export const texts = (...pieces: readonly string[]): fc.Arbitrary<Octets> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));
export const places: fc.Arbitrary<readonly number[]> = fc.array(fc.nat({ max: 400 }), { maxLength: 8 });
