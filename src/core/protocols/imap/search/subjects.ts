// Step 5 of REFERENCES (RFC 5256 §3): conversations with one subject become one.
import { each, stage } from '../../../base/labour.ts';
import { isDummy, kidsOf, messageAt, type Forest } from './forest.ts';

interface Gathering {
  readonly table: Map<string, number>;
  /** No longer at the top. */
  readonly gone: Set<number>;
  /** Places above two that were there. */
  readonly made: number[];
}
/** The top level afterwards. */
export function gathered(forest: Forest, tops: readonly number[]): readonly number[] {
  const { table, gone, made } = stage((): Gathering => ({
    table: subjectTable(forest, tops),
    gone: new Set(),
    made: [],
  }));
  each(tops, (at) => {
    const subject = threadSubject(forest, at);
    const there = table.get(subject);
    if (subject === '' || there === undefined || there === at) return;
    const dummy = merged(forest, there, at);
    gone.add(at);
    if (dummy === there) return;
    gone.add(there);
    made.push(dummy);
    table.set(subject, dummy);
  });
  return stage(() => [...tops, ...made].filter((at) => !gone.has(at)));
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

const threadSubject = (forest: Forest, at: number): string =>
  forest.notes[messageAt(forest, at)]?.subject.text ?? '';
const isReply = ({ notes }: Forest, at: number): boolean => notes[at]?.subject.reply ?? false;

/** 5.C: below the one that was there, or, where both began a conversation, side by side below a place of their own. */
function merged(forest: Forest, there: number, at: number): number {
  const { kids } = forest;
  const own = (kids[there] ??= []);
  if (isDummy(forest, there)) {
    if (isDummy(forest, at)) for (const kid of kidsOf(forest, at)) own.push(kid);
    else own.push(at);
    return there;
  }
  if (isReply(forest, at) && !isReply(forest, there)) {
    own.push(at);
    return there;
  }
  return kids.push([there, at]) - 1;
}
