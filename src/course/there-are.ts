// What there is instead of a name that is not there: the names most like it first.

const MOST = 12;
/** Longer ones are compared by their beginnings. */
const COMPARED = 40;

/** `; there are STAT, LIST and 7 more`, to go on a sentence. */
export function thereAre(wanted: string, names: Iterable<string>): string {
  const near = [...new Set(names)]
    .map((name) => ({ name, far: distance(wanted.toLowerCase(), name.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
  if (near.length === 0) return '';
  const more = near.length - MOST;
  return `; there ${near.length === 1 ? 'is' : 'are'} ${near.slice(0, MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
/** Letters to change, to put in or to leave out. */
function distance(from: string, to: string): number {
  const a = from.slice(0, COMPARED);
  const b = to.slice(0, COMPARED);
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j - 1] ?? 0) + same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
