// The word `hint`, typed at the prompt of a lesson: what the guide's button does.
import { lessonAt } from '../shell/place.ts';
import { goTo } from '../shell/route.tsx';
import { showSheet } from '../shell/settings.ts';
import { say } from '../timeline/bookmarks.ts';
import { words } from '../timeline/words.ts';
import { addressOf } from './course.ts';
import { nextHint, type Told } from './hints.ts';
import { fetchLesson, lessonHere } from './useLesson.ts';

function inWords(told: Told): string {
  if (told.is === 'given') return words.hint.given(told.nth, told.of);
  return told.is === 'over' ? words.hint.over(told.hasShow) : words.hint[told.is];
}
/** It is shown in the guide, whatever that showed. */
export async function giveHint(id: string): Promise<void> {
  const lesson = lessonHere(id) ?? (await fetchLesson(id));
  const told = lesson && nextHint(lesson);
  if (!told) return;
  if (lessonAt(location.hash) !== id) goTo(addressOf(id));
  showSheet('guide');
  say(inWords(told));
}
