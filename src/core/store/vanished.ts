// Which UIDs were expunged when (RFC 7162 §3.2). It is remembered for a while; before that, whatever is not there has gone.
import { difference, numberSet, setOf, type NumberSet } from './number-set.ts';
import type { Rows } from './rows.ts';

interface Gone {
  readonly modseq: number;
  readonly uids: NumberSet;
}
export interface Vanished {
  /** Who has not been here since this modseq must be told more than it needs to know. */
  readonly since: number;
  /** Oldest first, in bundles: one more copies little of it. */
  readonly bundles: readonly (readonly Gone[])[];
}
const BUNDLE = 64;
const MOST = 64;
export const noneVanished: Vanished = { since: 0, bundles: [] };

export function vanish({ since, bundles }: Vanished, modseq: number, uids: NumberSet): Vanished {
  const gone = { modseq, uids };
  const last = bundles.at(-1);
  if (last && last.length < BUNDLE)
    return { since, bundles: bundles.with(bundles.length - 1, [...last, gone]) };
  if (bundles.length < MOST) return { since, bundles: [...bundles, [gone]] };
  return { since: bundles[0]?.at(-1)?.modseq ?? since, bundles: [...bundles.slice(1), [gone]] };
}
interface Expungible {
  readonly rows: Rows;
  readonly uidNext: number;
  readonly vanished: Vanished;
}
/** What a client that was here at that modseq may still believe in: at least all that has gone since (RFC 7162 §3.2.5.2). */
export function vanishedSince({ rows, uidNext, vanished }: Expungible, modseq: number): NumberSet {
  if (modseq < vanished.since) return missing(rows, [[1, uidNext - 1]]);
  const recent = vanished.bundles
    .filter((bundle) => (bundle.at(-1)?.modseq ?? 0) > modseq)
    .flatMap((bundle) => bundle.filter((gone) => gone.modseq > modseq));
  return numberSet(recent.flatMap(({ uids }) => uids));
}
/** Those of these UIDs that no message has. */
export function missing(rows: Rows, uids: NumberSet): NumberSet {
  const there: number[] = [];
  for (const chunk of rows.chunks) for (const row of chunk) there.push(row.uid);
  return difference(uids, setOf(there));
}
