import { useEffect, useLayoutEffect, useState, type RefObject, type UIEvent } from 'react';
import { withFrame } from '../../app/frame.ts';

/** Where each row begins, and where the last one ends. */
export function offsetsOf(heights: readonly number[]): readonly number[] {
  const offsets = [0];
  for (const height of heights) offsets.push((offsets.at(-1) ?? 0) + height);
  return offsets;
}
/** The row at this height. */
export function rowAtHeight(offsets: readonly number[], y: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? Infinity) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
/** Rows beyond the view, for whoever scrolls on. */
const OVERSCAN = 4;
/** Nothing has moved for so long (ms): there is time for what nobody sees yet. */
const AT_REST = 200;

interface Window {
  /** The rows worth drawing: from, and up to but not with. */
  readonly from: number;
  readonly to: number;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
}
/** Where the list has to be scrolled to for its current row to be in view: no further than that. */
function reaching(offsets: readonly number[], row: number, top: number, view: number): number {
  const [start, end] = row < 0 ? [0, 0] : [offsets[row] ?? 0, offsets[row + 1] ?? 0];
  if (start < top) return start;
  return end > top + view ? end - view : top;
}
/**
 * Draws only what is to be seen of a long list, and keeps the current row in view: it is drawn where it will be before the list
 * has been scrolled there. Offsets and the height of the view in the units of the layout; `unit` makes pixels of them.
 */
export function useWindow(
  ref: RefObject<HTMLElement | null>,
  offsets: readonly number[],
  view: number,
  unit: number,
  current: number,
): Window {
  const [top, scrolled] = useState(0);
  const [spare, spread] = useState(OVERSCAN);
  const [goal, aim] = useState({ top: 0 });
  const [reached, reach] = useState({ offsets, view, current: -1 });
  if (view > 0 && (reached.offsets !== offsets || reached.view !== view || reached.current !== current)) {
    reach({ offsets, view, current });
    const to = reaching(offsets, current, top, view);
    if (to !== top) {
      scrolled(to);
      aim({ top: to });
    }
    // a leap draws every row anew: first those that are seen
    if (Math.abs(to - top) > view) spread(0);
  }
  useEffect(() => {
    if (spare > 0) return undefined;
    const timer = setTimeout(() => spread(OVERSCAN), AT_REST);
    return () => clearTimeout(timer);
    // every further leap is waited out
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [spare, top]);
  useLayoutEffect(() => {
    return withFrame(() => {
      const list = ref.current;
      if (list && Math.abs(list.scrollTop - goal.top * unit) > 1) list.scrollTop = goal.top * unit;
    });
  }, [ref, goal, unit]);
  const from = Math.max(0, rowAtHeight(offsets, top) - spare);
  const to = Math.min(offsets.length - 1, rowAtHeight(offsets, top + view) + 1 + spare);
  const onScroll = ({ currentTarget }: UIEvent<HTMLElement>): void => {
    const now = currentTarget.scrollTop / unit;
    const differs = (from: number): boolean => Math.abs(now - from) * unit > 1; // but for the rounding
    // two of these may come before anything is drawn anew: it is the latest that counts
    scrolled((known) => (differs(known) ? now : known));
    // whoever scrolls is not held back: there is no new goal
    if (differs(goal.top)) spread(OVERSCAN);
  };
  return { from, to, onScroll };
}
