import { useEffect, useMemo, useState, type RefObject, type UIEvent } from 'react';

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
const OVERSCAN = 6;

interface Window {
  /** The rows worth drawing: from, and up to but not with. */
  readonly from: number;
  readonly to: number;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
}
/**
 * Draws only what is to be seen of a long list, and keeps the current row in view. Offsets and the height of the view in
 * the units of the layout; `unit` makes pixels of them.
 */
export function useWindow(
  ref: RefObject<HTMLElement | null>,
  offsets: readonly number[],
  view: number,
  unit: number,
  current: number,
): Window {
  const [top, scrolled] = useState(0);
  const wanted = useMemo(() => {
    const [start = 0, end = 0] = current < 0 ? [] : [offsets[current], offsets[current + 1]];
    return { start, end };
  }, [offsets, current]);
  useEffect(() => {
    // with the frame's own layout, not with one more before it
    const frame = requestAnimationFrame(() => {
      const list = ref.current;
      if (!list || view === 0) return;
      const now = list.scrollTop / unit;
      if (wanted.start < now) list.scrollTop = wanted.start * unit;
      else if (wanted.end > now + view) list.scrollTop = (wanted.end - view) * unit;
    });
    return () => cancelAnimationFrame(frame);
  }, [ref, wanted, view, unit]);
  const from = Math.max(0, rowAtHeight(offsets, top) - OVERSCAN);
  const to = Math.min(offsets.length - 1, rowAtHeight(offsets, top + view) + OVERSCAN);
  return { from, to, onScroll: ({ currentTarget }) => scrolled(currentTarget.scrollTop / unit) };
}
