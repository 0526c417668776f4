// Bookmarks as they are kept, and where each stands once the journal has been played again.
import * as v from 'valibot';
import { MOST_MARKS, standing } from './notes.ts';
import { ENGINE } from './save.ts';
import type { Branch, Mark } from './state.ts';

const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
export const markSchema = v.strictObject({
  n: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_MARKS)),
  branch: natural,
  event: v.pipe(v.number(), v.integer(), v.minValue(-1)),
});
const keptSchema = v.strictObject({
  ...markSchema.entries,
  /** Inputs of the branch that had been done; left out at its start, and by those who kept nothing but the event. */
  after: v.exactOptional(natural),
  /** From 0: of the events that the next input made. */
  nth: v.exactOptional(natural),
});
type Kept = v.InferOutput<typeof keptSchema>;
/** What is beside the journal is not worth the journal: what cannot be believed of it is left. */
export const marksSchema = v.optional(
  v.fallback(v.pipe(v.array(keptSchema), v.maxLength(MOST_MARKS)), []),
  [],
);
/** The same moments in what has been played again: `engine` had played it when they were kept. */
export const placed = (
  branches: readonly Branch[],
  marks: readonly Kept[],
  engine: number,
): readonly Mark[] =>
  standing(
    branches,
    marks.map((mark) => ({ n: mark.n, branch: mark.branch, event: eventOf(branches, mark, engine) })),
  );
/** What an input makes may be more or less than it was: then it is no later than the last of that. */
function eventOf(branches: readonly Branch[], { branch, event, after, nth }: Kept, engine: number): number {
  const ends = branches.find(({ id }) => id === branch)?.timeline.ends ?? [];
  const begins = ends[after ?? -1];
  if (engine === ENGINE || after === undefined || nth === undefined || begins === undefined) return event;
  return Math.min(begins + nth, (ends[after + 1] ?? begins) - 1);
}
