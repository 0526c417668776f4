// What a learner did beside the console: predictions, answers, hints asked for. It stays in this browser.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { recall, remember } from '../shell/storage.ts';

type Numbers = Readonly<Record<string, number>>;
export interface Work {
  /** By `step/question`. */
  readonly answers: Readonly<Record<string, string>>;
  /** By step: index of the option. */
  readonly predictions: Numbers;
  /** By step: how many hints were asked for. */
  readonly hints: Numbers;
  /** By index of the question. */
  readonly quiz: Numbers;
  /** The most goals met at once. */
  readonly met: number;
}
type Shelf = Readonly<Record<string, Work>>;
export const nothing: Work = { answers: {}, predictions: {}, hints: {}, quiz: {}, met: 0 };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const only = <T extends string | number>(
  value: unknown,
  type: 'string' | 'number',
): Readonly<Record<string, T>> =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, T] => typeof entry[1] === type),
      )
    : {};
const workOf = (value: unknown): Work =>
  isRecord(value)
    ? {
        answers: only(value['answers'], 'string'),
        predictions: only(value['predictions'], 'number'),
        hints: only(value['hints'], 'number'),
        quiz: only(value['quiz'], 'number'),
        met: typeof value['met'] === 'number' ? value['met'] : 0,
      }
    : nothing;
const recalled = recall('lessons');
const shelf = createStore<Shelf>(() =>
  isRecord(recalled)
    ? Object.fromEntries(Object.entries(recalled).map(([id, work]) => [id, workOf(work)]))
    : {},
);
export const useWork = (lesson: string): Work => useStore(shelf, (s) => s[lesson] ?? nothing);
export const useShelf = (): Shelf => useStore(shelf);

export function keep(lesson: string, change: (work: Work) => Partial<Work>): void {
  const work = shelf.getState()[lesson] ?? nothing;
  shelf.setState({ [lesson]: { ...work, ...change(work) } });
  remember('lessons', shelf.getState());
}
export const forget = (lesson: string): void => keep(lesson, () => ({ ...nothing }));
