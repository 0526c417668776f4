// How far the list has been scrolled; it goes where something changes by itself, unless somebody moves in it by keys.
import { useEffect, useState, type RefObject, type UIEvent } from 'react';
import { withFrame } from '../../app/frame.ts';
import { changedRow, lineAt, spanOf, type Layout } from './layout.ts';

interface Scroll {
  /** In sixteenths of a rem. */
  readonly top: number;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
  /** Into view. */
  readonly show: (row: number) => void;
}
interface Target {
  readonly start: number;
  readonly end: number;
}
/** What has changed, and the mailbox it is in if there is room for both. */
function targetOf(layout: Layout, height: number): Target {
  const row = changedRow(layout);
  if (row < 0) return { start: -1, end: -1 };
  const line = lineAt(layout, row);
  const { top, height: own } = spanOf(layout, row);
  const above = line?.kind === 'message' ? spanOf(layout, row - line.nth - 1).top : top;
  return { start: top + own - above > height ? top : above, end: top + own };
}
function bring(list: HTMLElement, { start, end }: Target, height: number, unit: number): void {
  const seen = list.scrollTop / unit;
  if (start < seen) list.scrollTop = start * unit;
  else if (end > seen + height) list.scrollTop = (end - height) * unit;
}
export function useScroll(
  ref: RefObject<HTMLElement | null>,
  layout: Layout,
  height: number,
  unit: number,
): Scroll {
  const [top, scrolled] = useState(0);
  const { start, end } = targetOf(layout, height);
  useEffect(() => {
    if (start < 0 || height === 0) return undefined;
    return withFrame(() => {
      const list = ref.current;
      if (list && !list.matches(':focus')) bring(list, { start, end }, height, unit);
    });
  }, [ref, start, end, height, unit]);
  return {
    top,
    onScroll: ({ currentTarget }) => scrolled(currentTarget.scrollTop / unit),
    show(row) {
      const { top: from, height: own } = spanOf(layout, row);
      if (ref.current) bring(ref.current, { start: from, end: from + own }, height, unit);
    },
  };
}
