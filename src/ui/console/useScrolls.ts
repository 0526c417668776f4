import { useEffect, useRef, useState, type RefObject } from 'react';
import { whenIdle } from '../../app/idle.ts';

const SOON = 500;
/** Whether there is more in it than it shows: then keys must reach it. Looked at when nothing else is to be done, in the way of no key. */
export function useScrolls(): { readonly ref: RefObject<HTMLDivElement | null>; readonly scrolls: boolean } {
  const ref = useRef<HTMLDivElement>(null);
  const [scrolls, say] = useState(false);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    let asked = false;
    const look = (): void => {
      if (asked) return;
      asked = true;
      whenIdle(() => {
        asked = false;
        say(box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth);
      }, SOON);
    };
    const watchers = [new ResizeObserver(look), new MutationObserver(look)] as const;
    watchers[0].observe(box);
    watchers[1].observe(box, { childList: true, characterData: true, subtree: true });
    return () => watchers.forEach((each) => each.disconnect());
  }, []);
  return { ref, scrolls };
}
