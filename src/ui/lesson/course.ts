// What there is to learn: the lessons that come with the page, and those somebody brought.
import { lessons, tracks } from 'virtual:lessons';
import type { Entry, Tracks } from '../../course/lesson.ts';
import type { Shelf } from './work.ts';

export const course: readonly Entry[] = lessons;
export const allTracks: Tracks['tracks'] = tracks.tracks;
/** The shortest way through all tracks, as far as it is built. */
export const path: readonly Entry[] = tracks.path.flatMap((id) => lessons.find((it) => it.id === id) ?? []);

export type Standing = 'done' | 'begun' | 'open' | 'later';
/** `later`: something it builds on is not done. It may be begun all the same. */
export function standingOf({ id, steps, prereqs }: Entry, shelf: Shelf): Standing {
  const met = shelf[id]?.met ?? 0;
  if (met >= steps.length) return 'done';
  if (met > 0) return 'begun';
  return missing(prereqs, shelf).length === 0 ? 'open' : 'later';
}
const isDone = (id: string, shelf: Shelf): boolean => {
  const entry = course.find((it) => it.id === id);
  return entry === undefined || (shelf[id]?.met ?? 0) >= entry.steps.length;
};
export const missing = (prereqs: readonly string[], shelf: Shelf): readonly string[] =>
  prereqs.filter((id) => !isDone(id, shelf));
/** What to do now: what was begun, else the first on the way that is not done. */
export function nextOf(shelf: Shelf, after?: string): Entry | undefined {
  const from = after === undefined ? -1 : path.findIndex(({ id }) => id === after);
  const ahead = [...path.slice(from + 1), ...path.slice(0, from + 1)];
  const begun = after === undefined ? ahead.find((it) => standingOf(it, shelf) === 'begun') : undefined;
  return begun ?? ahead.find((it) => it.id !== after && standingOf(it, shelf) !== 'done');
}
/** `Ports and doors` is at `/learn/f2`. */
export const addressOf = (id: string): string => `/learn/${id.toLowerCase()}`;
