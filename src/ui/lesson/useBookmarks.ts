import { useEffect } from 'react';
import type { Lesson } from '../../course/lesson.ts';
import { useLateMessages } from '../messages/late.ts';
import { TOUCH } from '../shell/media.ts';
import { settings } from '../shell/settings.ts';
import { isOff } from '../shell/singles.ts';
import { jumpTo } from './bookmarks.ts';

/** Where keys have another meaning; where there is no keyboard, every key is the console's. */
const OWN_KEYS = 'input, textarea, select, [contenteditable], [data-pane="console"], dialog';

/** The keys 1 to 9 go to the beginning of a step. */
export function useBookmarks(lesson: Lesson): void {
  const { lesson: words } = useLateMessages();
  useEffect(() => {
    const obey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (
        !/^[1-9]$/.test(event.key) ||
        isOff(event.key) ||
        settings.getState().dialog !== 'none' ||
        matchMedia(TOUCH).matches
      )
        return;
      if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return;
      event.preventDefault();
      jumpTo(lesson, Number(event.key) - 1, words.prepared);
    };
    addEventListener('keydown', obey);
    return () => removeEventListener('keydown', obey);
  }, [lesson, words]);
}
