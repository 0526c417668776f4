// Two branches as two columns: what they share, and the first thing that is not the same.
import type { TraceEvent } from '../../core/trace/event.ts';
import { rowsOf, type Row } from '../sequence/rows.ts';

export interface Divergence {
  /** Rows that are the same in both, in order. */
  readonly alike: readonly Row[];
  /** What follows in each. */
  readonly left: readonly Row[];
  readonly right: readonly Row[];
}
/** When things happen is not compared: a branch may wait longer, and say the same. */
const isSame = (a: Row, b: Row): boolean =>
  a.kind === b.kind &&
  a.text === b.text &&
  a.what === b.what &&
  a.from === b.from &&
  a.to === b.to &&
  a.size === b.size;

export function divergenceOf(left: readonly TraceEvent[], right: readonly TraceEvent[]): Divergence {
  const mine = said(left);
  const theirs = said(right);
  let n = 0;
  for (; n < mine.length && n < theirs.length; n++) {
    const [a, b] = [mine[n], theirs[n]];
    if (!a || !b || !isSame(a, b)) break;
  }
  return { alike: mine.slice(0, n), left: mine.slice(n), right: theirs.slice(n) };
}
/** Silence is no event. */
const said = (trace: readonly TraceEvent[]): readonly Row[] =>
  rowsOf(trace).filter(({ kind }) => kind !== 'wait');
