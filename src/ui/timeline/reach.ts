// How far a slider reaches that means one octet as well as a whole letter of millions: the further, the wider its steps.

/** Octets, at most: more than any session has. */
export const FURTHEST = 1_000_000_000;
/** Places of the slider, from 0. */
export const PLACES = 200;
const BEND = 10;
const PER_PLACE = Math.log1p(FURTHEST / BEND) / PLACES;

/** To three digits that count: more, nobody can set. */
const rounded = (n: number): number => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, n))) - 2);
  return Math.round(n / unit) * unit;
};
/** What a place of the slider means. */
export const octetsAt = (place: number): number =>
  Math.min(FURTHEST, rounded(BEND * Math.expm1(place * PER_PLACE)));
/** Where so many octets are, or nearly. */
export const placeOf = (octets: number): number => Math.round(Math.log1p(octets / BEND) / PER_PLACE);
/** What a field says, as a number of octets there can be. */
export const octetsIn = (text: string): number => {
  const n = Math.floor(Number(text));
  return Number.isNaN(n) ? 0 : Math.min(FURTHEST, Math.max(0, n));
};
