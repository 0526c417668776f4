// Two branches as two columns: what they share, and the first thing that is not the same.
import { sendOf } from '../../core/trace/kin.ts';
import type { TraceEvent } from '../../core/trace/event.ts';
import { rowsOf, type Row } from '../sequence/rows.ts';

/** A rung of the ladder, or a line that stayed on its machine: what somebody typed to a shell is a difference too. */
export type Said = Row | Local;
interface Local extends Pick<Row, 'event' | 'from' | 'to' | 'voice' | 'text' | 'size' | 'refused' | 'what'> {
  readonly kind: 'typed';
}
export interface Divergence {
  /** What is the same in both, in order. */
  readonly alike: readonly Said[];
  /** What follows in each. */
  readonly left: readonly Said[];
  readonly right: readonly Said[];
}
/** When things happen is not compared: a branch may wait longer, and say the same. */
const isSame = (a: Said, b: Said): boolean =>
  a.kind === b.kind &&
  a.text === b.text &&
  a.what === b.what &&
  a.from === b.from &&
  a.to === b.to &&
  a.size === b.size;

export function divergenceOf(left: readonly TraceEvent[], right: readonly TraceEvent[]): Divergence {
  const mine = saidIn(left);
  const theirs = saidIn(right);
  let n = 0;
  for (; n < mine.length && n < theirs.length; n++) {
    const [a, b] = [mine[n], theirs[n]];
    if (!a || !b || !isSame(a, b)) break;
  }
  return { alike: mine.slice(0, n), left: mine.slice(n), right: theirs.slice(n) };
}
/** Silence is no event. */
const saidIn = (trace: readonly TraceEvent[]): readonly Said[] =>
  [...rowsOf(trace).filter(({ kind }) => kind !== 'wait'), ...localIn(trace)].toSorted(
    (a, b) => a.event - b.event,
  );
/** What travelled is a rung already. */
const localIn = (trace: readonly TraceEvent[]): readonly Local[] =>
  trace.flatMap((it, event): Local[] =>
    it.type === 'typed' && sendOf(trace, event) < 0
      ? [
          {
            kind: 'typed',
            event,
            from: it.console,
            to: '',
            voice: 'client',
            text: it.octets.replace(/[\r\n]+$/, ''),
            size: it.octets.length,
            refused: false,
            what: '',
          },
        ]
      : [],
  );
