// A persistent priority queue (leftist heap): old worlds keep their own future.
import type { Micros } from '../base/time.ts';

export interface Agenda<T> {
  readonly at: Micros;
  readonly seq: number;
  readonly due: T;
  readonly rank: number;
  readonly left: Agenda<T> | null;
  readonly right: Agenda<T> | null;
}
const before = <T>(a: Agenda<T>, b: Agenda<T>): boolean => a.at < b.at || (a.at === b.at && a.seq < b.seq);
const rank = <T>(a: Agenda<T> | null): number => a?.rank ?? 0;

function merge<T>(a: Agenda<T> | null, b: Agenda<T> | null): Agenda<T> | null {
  if (!a || !b) return a ?? b;
  if (before(b, a)) return merge(b, a);
  const merged = merge(a.right, b);
  const { at, seq, due, left } = a;
  return rank(left) >= rank(merged)
    ? { at, seq, due, rank: rank(merged) + 1, left, right: merged }
    : { at, seq, due, rank: rank(left) + 1, left: merged, right: left };
}
export const schedule = <T>(agenda: Agenda<T> | null, at: Micros, seq: number, due: T): Agenda<T> | null =>
  merge(agenda, { at, seq, due, rank: 1, left: null, right: null });
/** Without its first entry. */
export const later = <T>(agenda: Agenda<T>): Agenda<T> | null => merge(agenda.left, agenda.right);
