// Poor man's threading: what has one subject is one conversation (RFC 5256 §3, ORDEREDSUBJECT).
import { ahead, each, stage } from '../../../base/labour.ts';
import type { Row } from '../../../store/rows.ts';
import { subjectOf } from './notes.ts';
import { inOrder, sentOf } from './sort.ts';
import type { Threads } from './thread.ts';

interface Conversations {
  readonly tops: number[];
  /** By subject. */
  readonly first: Map<string, number>;
  /** Of a conversation that begins there. */
  readonly others: Map<number, number[]>;
}
const beginning = (): Conversations => ({ tops: [], first: new Map(), others: new Map() });
const NONE: readonly number[] = [];

export function orderedSubject(rows: readonly Row[]): Threads {
  ahead(rows, (row) => {
    sentOf(row);
    subjectOf(row.body);
  });
  const { tops, first, others } = stage(beginning);
  // in the order of their dates, which is that in which the conversations were begun
  const order = stage(() => inOrder(rows.map((row) => sentOf(row))));
  each(order, (at) => {
    const row = rows[at];
    if (!row) return;
    const { text } = subjectOf(row.body);
    const top = first.get(text);
    const group = top === undefined ? undefined : others.get(top);
    if (top === undefined) {
      first.set(text, at);
      tops.push(at);
    } else if (group) group.push(at);
    else others.set(top, [at]);
  });
  return { tops, below: (at) => others.get(at) ?? NONE, messages: rows.length };
}
