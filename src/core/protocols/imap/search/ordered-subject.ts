// Poor man's threading: what has one subject is one conversation (RFC 5256 §3, ORDEREDSUBJECT).
import { ahead } from '../../../base/labour.ts';
import type { Row } from '../../../store/rows.ts';
import { subjectOf } from './notes.ts';
import { sorted } from './sort.ts';
import type { Thread } from './thread.ts';

export function orderedSubject(rows: readonly Row[]): readonly Thread[] {
  ahead(rows, ({ body }) => subjectOf(body));
  const groups = new Map<string, number[]>();
  for (const at of sorted(rows, [{ key: 'DATE', reverse: false }])) {
    const row = rows[at];
    if (!row) continue;
    const { text } = subjectOf(row.body);
    const group = groups.get(text);
    if (group) group.push(at);
    else groups.set(text, [at]);
  }
  // in the order in which they were begun, since the letters were in the order of their dates
  return [...groups.values()].map(([first = 0, ...others]) => ({
    at: first,
    children: others.map((at) => ({ at, children: [] })),
  }));
}
