import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keys reach it while there is more in it than it shows. Looked at when it has been laid out anyway, in the way of no key; and written at
 * once, since until a state had been rendered keys would pass it by.
 */
export function useScrolls(): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    let asked = false;
    const look = (): void => {
      const scrolls = box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth;
      if (scrolls) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    };
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
  return ref;
}
