import { useRef, type TouchEvent } from 'react';

const FAR = 60;

/** Where a sweep moves something else: a row that scrolls sideways, what is being written, a handle. */
function isTaken(target: EventTarget, within: Element): boolean {
  for (let at = target instanceof Element ? target : null; at && at !== within; at = at.parentElement) {
    const wide = at.scrollWidth > at.clientWidth && /auto|scroll/.test(getComputedStyle(at).overflowX);
    if (wide || at.matches('input, [role="separator"]')) return true;
  }
  return false;
}
/** A sweep of the thumb: `by` is +1 to the left (the next one), -1 to the right. Upright movement is scrolling. */
export function useSwipe(go: (by: 1 | -1) => void): {
  readonly onTouchStart: (event: TouchEvent) => void;
  readonly onTouchEnd: (event: TouchEvent) => void;
} {
  const from = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  return {
    onTouchStart: ({ touches, target, currentTarget }) => {
      const touch = touches[0];
      const own = touches.length === 1 && !isTaken(target, currentTarget);
      from.current = touch && own ? { x: touch.clientX, y: touch.clientY } : undefined;
    },
    onTouchEnd: ({ changedTouches }) => {
      const touch = changedTouches[0];
      if (!touch || !from.current) return;
      const dx = touch.clientX - from.current.x;
      const dy = touch.clientY - from.current.y;
      if (Math.abs(dx) > FAR && Math.abs(dx) > 2 * Math.abs(dy)) go(dx < 0 ? 1 : -1);
    },
  };
}
