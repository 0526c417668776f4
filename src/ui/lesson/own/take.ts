// A lesson of one's own, from a file: chosen, or dropped on the page. It is checked, and taken or refused.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { fetchAll } from '../../../app/parts.ts';
import { reasonIn, reasonText } from '../../../course/reasons.ts';
import { lateMessagesNow } from '../../messages/late.ts';
import { messagesNow } from '../../messages/useMessages.ts';
import { allTracks, course } from '../course.ts';
import type { Complaint } from './read.ts';
import { bring, ownNow } from './shelf.ts';

export type Taking =
  | { readonly kind: 'none' }
  | { readonly kind: 'checking'; readonly file: string }
  | { readonly kind: 'taken'; readonly title: string }
  | { readonly kind: 'refused'; readonly file: string; readonly complaints: readonly Complaint[] };
const taking = createStore<Taking>(() => ({ kind: 'none' }));
const come = (to: Taking): void => taking.setState(to, true);
export const useTaking = (): Taking => useStore(taking);

export async function takeLesson(chosen: File): Promise<void> {
  const file = chosen.name;
  come({ kind: 'checking', file });
  try {
    // it may speak of any protocol
    const [{ judged, MOST_READ }] = await Promise.all([import('./read.ts'), fetchAll()]);
    const source = await chosen.slice(0, MOST_READ).text();
    const lessons = [...course, ...(await ownNow())].map(({ id }) => id);
    const known = { lessons, tracks: allTracks.map(({ id }) => id) };
    const { lesson, complaints } = await judged(source, file, known, (why) =>
      reasonText(reasonIn(why, messagesNow().declared), lateMessagesNow().reasons),
    );
    if (lesson) await bring(lesson, source);
    come(lesson ? { kind: 'taken', title: lesson.title } : { kind: 'refused', file, complaints });
  } catch (error) {
    // a folder, a file that has gone, a part of the page that does not come
    come({ kind: 'refused', file, complaints: [{ line: 1, column: 1, message: String(error) }] });
  }
}
