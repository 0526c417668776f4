// Step 5 of REFERENCES (RFC 5256 §3): conversations with one subject become one.
import { isDummy, type Forest } from './forest.ts';
import { subjectOf } from './notes.ts';

/** The top level afterwards. */
export function gathered(forest: Forest, tops: readonly number[]): number[] {
  const table = subjectTable(forest, tops);
  const gone = new Set<number>();
  const made: number[] = [];
  for (const at of tops) {
    const subject = threadSubject(forest, at);
    const there = table.get(subject);
    if (subject === '' || there === undefined || there === at) continue;
    const dummy = merged(forest, there, at);
    gone.add(at);
    if (dummy === there) continue;
    gone.add(there);
    made.push(dummy);
    table.set(subject, dummy);
  }
  return [...tops, ...made].filter((at) => !gone.has(at));
}
/** 5.B: one of each subject, a place without a message rather than a message, what was said first rather than an answer. */
function subjectTable(forest: Forest, tops: readonly number[]): Map<string, number> {
  const table = new Map<string, number>();
  for (const at of tops) {
    const subject = threadSubject(forest, at);
    if (subject === '') continue;
    const there = table.get(subject);
    if (there === undefined || (!isDummy(forest, there) && comesBefore(forest, at, there)))
      table.set(subject, at);
  }
  return table;
}
const comesBefore = (forest: Forest, at: number, there: number): boolean =>
  isDummy(forest, at) || (isReply(forest, there) && !isReply(forest, at));

const messageIn = (forest: Forest, at: number): number =>
  isDummy(forest, at) ? (forest.kids[at]?.[0] ?? 0) : at;
function threadSubject(forest: Forest, at: number): string {
  const row = forest.rows[messageIn(forest, at)];
  return row ? subjectOf(row.body).text : '';
}
function isReply({ rows }: Forest, at: number): boolean {
  const row = rows[at];
  return row !== undefined && subjectOf(row.body).reply;
}
/** 5.C: below the one that was there, or, where both began a conversation, side by side below a place of their own. */
function merged(forest: Forest, there: number, at: number): number {
  const { kids } = forest;
  if (isDummy(forest, there)) {
    kids[there]?.push(...(isDummy(forest, at) ? (kids[at] ?? []) : [at]));
    return there;
  }
  if (isReply(forest, at) && !isReply(forest, there)) {
    kids[there]?.push(at);
    return there;
  }
  return kids.push([there, at]) - 1;
}
