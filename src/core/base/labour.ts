// Long work a little at a time. Whoever must stay responsive runs something `inTurns`: its long loops are left when time is up
// (`Unfinished`), nothing has happened then, and when the very same is run again they go on where they were left. Others wait.
import { Unfinished } from './parts.ts';

/** One loop, or one step of several. What it has come to is kept here, so that it can be taken up again. */
export interface Labour<S> {
  /** So many steps are done. */
  at: number;
  state: S;
  /** The place of the labour after it, and after those that were begun to make its state. */
  readonly next: number;
}
interface Rested<S> {
  readonly state: S;
}
interface Turns {
  /** What is run; the same again goes on. */
  readonly of: readonly unknown[];
  /** In the order in which they were begun: that is always the same. */
  readonly labours: (Labour<unknown> | undefined)[];
  begun: number;
  readonly clock: () => () => boolean;
  isOver: () => boolean;
  /** The same for steps that rest between one and the next: the time of all of them counts. */
  mayRest: () => boolean;
  steps: number;
  /** What they had come to when they rested. */
  rested: Rested<unknown> | undefined;
}
/** How many steps are taken between two looks at the time. */
const STRIDE = 64;
/** The same of those that rest: what takes fewer is never left. */
const STEPS = 256;
let turns: Turns | undefined;
let left: Turns | undefined;

/**
 * Runs it, for one turn. `of`: what it is, by reference. `isOver`: made when the first long loop goes on, and asked every now and
 * then whether the turn is over. Throws `Unfinished`: run the same again.
 */
export function inTurns<T>(of: readonly unknown[], isOver: () => () => boolean, run: () => T): T {
  const same = left !== undefined && left.of.length === of.length && of.every((it, i) => it === left?.of[i]);
  const mine: Turns = {
    of,
    labours: same ? (left?.labours ?? []) : [],
    begun: 0,
    clock: isOver,
    isOver() {
      mine.isOver = isOver();
      return false;
    },
    mayRest: () => false,
    steps: 0,
    rested: same ? left?.rested : undefined,
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
/** The beginning of a loop that may be long. `make`: what it begins with. */
export function labour<S>(make: () => S): Labour<S> {
  if (!turns) return { at: 0, state: make(), next: 0 };
  const place = turns.begun++;
  const known = turns.labours[place];
  // what lies between loops is done again each time: as long as there is nothing but that, the turn has not begun
  if (known?.at !== Infinity) turns.isOver();
  if (madeHere<S>(known)) {
    turns.begun = known.next;
    return known;
  }
  const mine: Labour<S> = { at: 0, state: make(), next: turns.begun };
  turns.labours[place] = mine;
  return mine;
}
/** Labours are begun in the same order each time, so that the one found is the one that was made in the same place. */
const madeHere = <S>(known: Labour<unknown> | undefined): known is Labour<S> => known !== undefined;
/** So many steps of it are done. */
export function pause(mine: Labour<unknown>, at: number): void {
  mine.at = at;
  if (turns?.isOver() === true) throw new Unfinished();
}
/** There is nothing left of it to do. */
export const finish = (mine: Labour<unknown>): void => {
  mine.at = Infinity;
};
/** A step that is done at once, and not again: where several follow each other that are long together. */
export function stage<S>(make: () => S): S {
  const mine = labour(make);
  if (mine.at === 0) pause(mine, Infinity);
  return mine.state;
}
/** Something is done for each of these, once; what it changes must have been kept by a stage before. */
export function each<T>(all: readonly T[], see: (one: T, i: number) => void): void {
  const mine = labour(nothing);
  for (let i = mine.at; i < all.length;) {
    const end = Math.min(i + STRIDE, all.length);
    for (const one of all.slice(i, end)) see(one, i++);
    pause(mine, i);
  }
  finish(mine);
}
/**
 * What steps change as they go, each of which may be long itself. Where they rested in the turn before, `again` makes a copy of what
 * they had come to, since a step may be left half done (undefined: that was something else); where they did not, they begin.
 */
export function begunOr<S>(again: (kept: S) => S | undefined, begin: () => S): S {
  if (!turns) return begin();
  turns.mayRest = turns.clock();
  return (keptHere<S>(turns.rested) ? again(turns.rested.state) : undefined) ?? begin();
}
const keptHere = <S>(known: Rested<unknown> | undefined): known is Rested<S> => known !== undefined;
/** Between two of them: when there have been many, and the turn is over, this is what they have come to. */
export function rest(state: unknown): void {
  if (!turns || ++turns.steps % STEPS > 0 || !turns.mayRest()) return;
  turns.rested = { state };
  // those of the steps that are done are not begun again
  turns.labours.length = 0;
  throw new Unfinished();
}
/** Asks something of each for what it keeps of the answer; only where that is done in turns. */
export function ahead<T>(all: readonly T[], ask: (one: T) => unknown): void {
  if (turns) each(all, ask);
}
const nothing = (): undefined => undefined;
