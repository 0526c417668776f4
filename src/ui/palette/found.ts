import { words, type Act } from './act.ts';

/** Those with all of these words in them; what is called so comes before what speaks of it. */
export function found(all: readonly Act[], query: string): readonly Act[] {
  const wanted = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return all;
  const weight = ({ title }: Act): number => {
    const name = title.toLowerCase();
    if (name.startsWith(wanted.join(' '))) return 0;
    return wanted.every((word) => name.includes(word)) ? 1 : 2;
  };
  return all
    .filter(({ title, about = '', also = '', group }) => {
      const text = `${words.groups[group]} ${title} ${about} ${also}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .toSorted((a, b) => weight(a) - weight(b));
}
/** What is listed, for which query; and what will be for another one. */
export interface Offered {
  readonly query: string;
  readonly shown: readonly Act[];
  readonly listed: (query: string) => readonly Act[];
}
/** Whoever is quicker than the list means what it would show. */
export function meant({ query, shown, listed }: Offered, now: string, at: number): Act | undefined {
  const acts = query === now ? shown : listed(now);
  return acts[Math.min(at, acts.length - 1)];
}
