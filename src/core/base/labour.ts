// Long work a little at a time. Whoever must stay responsive runs something `inTurns`: its long loops are left when time is up
// (`Unfinished`), nothing has happened then, and when the very same is run again they go on where they were left. Others wait.
import { Unfinished } from './parts.ts';

/** One loop. What it has come to is kept here, so that it can be taken up again. */
export interface Labour {
  /** So many steps are done. */
  at: number;
  text: string;
  readonly found: number[];
}
interface Turns {
  /** What is run; the same again goes on. */
  readonly of: readonly unknown[];
  /** In the order in which they were begun: that is always the same. */
  readonly labours: Labour[];
  begun: number;
  isOver: () => boolean;
}
/** How many steps are taken between two looks at the time. */
const STRIDE = 64;
const begin = (): Labour => ({ at: 0, text: '', found: [] });
let turns: Turns | undefined;
let left: Turns | undefined;

/**
 * Runs it, for one turn. `of`: what it is, by reference. `isOver`: made when the first long loop begins, and asked every now and
 * then whether the turn is over. Throws `Unfinished`: run the same again.
 */
export function inTurns<T>(of: readonly unknown[], isOver: () => () => boolean, run: () => T): T {
  const same = left !== undefined && left.of.length === of.length && of.every((it, i) => it === left?.of[i]);
  const mine: Turns = { of, labours: same ? (left?.labours ?? []) : [], begun: 0, isOver: () => false };
  mine.isOver = () => {
    mine.isOver = isOver();
    return false;
  };
  turns = mine;
  left = undefined;
  try {
    return run();
  } catch (error) {
    if (error instanceof Unfinished) left = mine;
    throw error;
  } finally {
    turns = undefined;
  }
}
/** The beginning of a loop that may be long. */
export function labour(): Labour {
  if (!turns) return begin();
  turns.isOver();
  const known = turns.labours[turns.begun];
  const mine = known ?? begin();
  if (!known) turns.labours.push(mine);
  turns.begun++;
  return mine;
}
/** So many steps of it are done. */
export function pause(mine: Labour, at: number): void {
  mine.at = at;
  if (turns?.isOver() === true) throw new Unfinished();
}
/** There is nothing left of it to do. */
export const finish = (mine: Labour): void => {
  mine.at = Infinity;
};
/** Asks something of each for what it keeps of the answer; only where that is done in turns. */
export function ahead<T>(all: readonly T[], ask: (one: T) => unknown): void {
  if (!turns) return;
  const mine = labour();
  for (const [i, one] of all.entries()) {
    if (i < mine.at) continue;
    ask(one);
    if (i % STRIDE === 0) pause(mine, i + 1);
  }
  finish(mine);
}
