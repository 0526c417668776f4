// What a learner did in a lesson beside the console, as data.
import type { Choice, Step } from '../../course/lesson.ts';

export type Numbers = Readonly<Record<string, number>>;
export interface Work {
  /** By `step/question`. */
  readonly answers: Readonly<Record<string, string>>;
  /** By `step/question`: how many events there were when it was answered. */
  readonly asked: Numbers;
  /** By step: index of the option. */
  readonly predictions: Numbers;
  /** By step: how many hints were asked for. */
  readonly hints: Numbers;
  /** By step: how often it was shown. */
  readonly shown: Numbers;
  /** By misconception: how often it was met with. */
  readonly misses: Numbers;
  /** By index of the question. */
  readonly quiz: Numbers;
  /** The most goals met at once. */
  readonly met: number;
  /** What there was before this lesson was started over. */
  readonly before?: Work;
}
export type Shelf = Readonly<Record<string, Work>>;
/** The option that was taken, if there is one of that number: a lesson may have had more once, and a file may claim what it likes. */
export const takenOf = (kept: number | undefined, { options }: Pick<Choice, 'options'>): number | undefined =>
  kept !== undefined && kept < options.length ? kept : undefined;
/** Of a step that is not met: its prediction comes before anything else of it. */
export const isGuessing = (guessFirst: boolean, { id, predict }: Step, { predictions }: Work): boolean =>
  guessFirst && predict !== undefined && predictions[id] === undefined;
export const nothing: Work = {
  answers: {},
  asked: {},
  predictions: {},
  hints: {},
  shown: {},
  misses: {},
  quiz: {},
  met: 0,
};

/** Both together: what only one has is kept, and where they differ the one counts that had come further, else the first. */
export function merged(mine: Work, brought: Work): Work {
  const [further, other] = brought.met > mine.met ? [brought, mine] : [mine, brought];
  const before = mine.before && brought.before ? merged(mine.before, brought.before) : undefined;
  const kept = before ?? mine.before ?? brought.before;
  return {
    answers: { ...other.answers, ...further.answers },
    asked: { ...other.asked, ...further.asked },
    predictions: { ...other.predictions, ...further.predictions },
    hints: larger(mine.hints, brought.hints),
    shown: larger(mine.shown, brought.shown),
    misses: larger(mine.misses, brought.misses),
    quiz: { ...other.quiz, ...further.quiz },
    met: further.met,
    ...(kept ? { before: kept } : {}),
  };
}
/** Of each count the larger one: it may be the same browser's, saved earlier, so they are not added. */
const larger = (a: Numbers, b: Numbers): Numbers =>
  Object.fromEntries(Object.keys({ ...a, ...b }).map((key) => [key, Math.max(a[key] ?? 0, b[key] ?? 0)]));
export const mergedShelves = (mine: Shelf, brought: Shelf): Shelf => ({
  ...mine,
  ...Object.fromEntries(Object.entries(brought).map(([id, work]) => [id, merged(mine[id] ?? nothing, work)])),
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string';
const only = <T>(value: unknown, is: (one: unknown) => one is T): Readonly<Record<string, T>> =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, T] => is(entry[1])))
    : {};
function workFrom(value: unknown): Work {
  const kept = isRecord(value) ? value : {};
  return {
    answers: only(kept['answers'], isText),
    asked: only(kept['asked'], isCount),
    predictions: only(kept['predictions'], isCount),
    hints: only(kept['hints'], isCount),
    shown: only(kept['shown'], isCount),
    misses: only(kept['misses'], isCount),
    quiz: only(kept['quiz'], isCount),
    met: isCount(kept['met']) ? kept['met'] : 0,
  };
}
/** What a browser had kept, as far as it can be believed: what is odd is left out, and nothing else. One attempt before is kept, no more. */
export const shelfFrom = (value: unknown): Shelf =>
  Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).map(([id, work]) => {
      const before = isRecord(work) ? work['before'] : undefined;
      return [id, isRecord(before) ? { ...workFrom(work), before: workFrom(before) } : workFrom(work)];
    }),
  );
