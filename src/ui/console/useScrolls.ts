import { useEffect, useRef, useState, type RefObject } from 'react';

/** Whether there is more in it than it shows: then keys must reach it. Looked at when it has been laid out anyway, in the way of no key. */
export function useScrolls(): { readonly ref: RefObject<HTMLDivElement | null>; readonly scrolls: boolean } {
  const ref = useRef<HTMLDivElement>(null);
  const [scrolls, say] = useState(false);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    let asked = false;
    const look = (): void => say(box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth);
    const afterFrame = (): void => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() =>
        setTimeout(() => {
          asked = false;
          look();
        }),
      );
    };
    const watchers = [new ResizeObserver(look), new MutationObserver(afterFrame)] as const;
    watchers[0].observe(box);
    watchers[1].observe(box, { childList: true, characterData: true, subtree: true });
    return () => watchers.forEach((each) => each.disconnect());
  }, []);
  return { ref, scrolls };
}
