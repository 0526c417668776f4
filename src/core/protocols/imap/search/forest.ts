// Who answers whom, while it is being found out.
import type { Threading } from './notes.ts';

/** Messages found are the first so many; behind them stand places for messages that are only referred to. */
export interface Forest {
  /** What their headers say. */
  readonly notes: readonly Threading[];
  /** How old each is among them: no two are equal. */
  readonly age: readonly number[];
  /** -1: nothing is above it. */
  readonly parent: number[];
  /** Most have none. */
  readonly kids: (number[] | undefined)[];
}
export const isDummy = ({ notes }: Forest, at: number): boolean => at >= notes.length;

const NONE: readonly number[] = [];
export const kidsOf = ({ kids }: Forest, at: number): readonly number[] => kids[at] ?? NONE;
/** For a place without a message stands the first of its children. */
export const messageAt = (forest: Forest, at: number): number =>
  isDummy(forest, at) ? (kidsOf(forest, at)[0] ?? 0) : at;
export const ageOf = (forest: Forest, at: number): number => forest.age[messageAt(forest, at)] ?? 0;
