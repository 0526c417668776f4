// One journal in several windows. Each holds a replica of it: a base, which is a whole session, and the deeds done since. Replicas that
// are merged, in whatever order and however often, are the same in the end: a join, as of a CRDT. Nobody leads, so nobody can be missing.
import type { Input } from '../core/kernel/world.ts';
import type { Note } from './notes.ts';

/** What somebody did in one of the windows. */
export interface Deed {
  readonly window: string;
  /** It is this window's nth, from 1; there are no gaps. */
  readonly nth: number;
  /** Lamport's, in milliseconds: later than whatever its window had heard of, and never earlier than the wall clock there. */
  readonly clock: number;
  /** Where it was done; it is of no other session. */
  readonly lesson: string;
  readonly inputs: readonly Input[];
  /** What was written beside the journal. */
  readonly notes?: readonly Note[];
}
/** By window: how many of its deeds. */
export type Heard = Readonly<Record<string, number>>;
/** Which of two bases holds for all. */
export interface Rank {
  /** When the session was first shared, in milliseconds: whoever joins later, or again, follows the one that has lived longest. */
  readonly since: number;
  /** How often somebody has gone elsewhere since: to a branch, a world, a lesson. */
  readonly turn: number;
  readonly window: string;
}
export interface Base extends Rank {
  /** Deeds that are in it, or were left behind with what it replaced. */
  readonly holds: Heard;
  /** As `save.ts` keeps a session. */
  readonly save: unknown;
}
export interface Replica {
  readonly base: Base;
  /** All there ever were, as they came in. */
  readonly deeds: readonly Deed[];
}
/** What a replica knows, without what that is. */
export interface Known extends Rank {
  readonly heard: Heard;
}

const alphabetical = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
/** Negative: the first holds. */
export const compareRanks = (a: Rank, b: Rank): number =>
  a.since - b.since || b.turn - a.turn || alphabetical(a.window, b.window);
const isIn = ({ window, nth }: Deed, heard: Heard): boolean => nth <= (heard[window] ?? 0);
export const isSame = (a: Deed, b: Deed | undefined): boolean => a.window === b?.window && a.nth === b.nth;

export function heardIn(deeds: readonly Deed[], before: Heard = {}): Heard {
  const heard: Record<string, number> = { ...before };
  for (const { window, nth } of deeds) heard[window] = Math.max(heard[window] ?? 0, nth);
  return heard;
}
export const knownIn = ({ base: { since, turn, window }, deeds }: Replica): Known => ({
  since,
  turn,
  window,
  heard: heardIn(deeds),
});
/** Has something come there that has not come here? */
export const knowsMore = (there: Known, here: Known): boolean =>
  compareRanks(there, here) < 0 ||
  Object.entries(there.heard).some(([window, n]) => n > (here.heard[window] ?? 0));

export function merged(mine: Replica, theirs: Replica): Replica {
  const heard = heardIn(mine.deeds);
  return {
    base: compareRanks(theirs.base, mine.base) < 0 ? theirs.base : mine.base,
    deeds: [...mine.deeds, ...theirs.deeds.filter((deed) => !isIn(deed, heard))],
  };
}
/** With one deed more. Undefined: an earlier one of that window has not come. */
export function withDeed(replica: Replica, deed: Deed): Replica | undefined {
  const known = heardIn(replica.deeds)[deed.window] ?? 0;
  if (deed.nth > known + 1) return undefined;
  return deed.nth <= known ? replica : { ...replica, deeds: [...replica.deeds, deed] };
}
/** What this window does next, after all that it has heard of. `now`: milliseconds. */
export function nextDeed(replica: Replica, deed: Omit<Deed, 'nth' | 'clock'>, now: number): Deed {
  const latest = replica.deeds.reduce((most, { clock }) => Math.max(most, clock), 0);
  const nth = (heardIn(replica.deeds)[deed.window] ?? 0) + 1;
  return { ...deed, nth, clock: Math.max(now, latest + 1) };
}
/** What is done upon the base, in the one order there is. */
export function deedsUpon({ base, deeds }: Replica, lesson: string): readonly Deed[] {
  return deeds
    .filter((deed) => deed.lesson === lesson && !isIn(deed, base.holds))
    .toSorted((a, b) => a.clock - b.clock || alphabetical(a.window, b.window) || a.nth - b.nth);
}
