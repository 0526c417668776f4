import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useState, type RefObject } from 'react';
import { engine } from '../../app/engine.ts';
import { words } from '../world/words.ts';
import type { Layout, Place } from './layout.ts';

const { map } = words;
interface View {
  readonly top: number;
  readonly bottom: number;
}
/** More than half of it is out of view. */
const isBelow = ({ y, h }: Place, { bottom }: View): boolean => y + h / 2 > bottom;
const isAbove = ({ y, h }: Place, { top }: View): boolean => y + h / 2 < top;
/** Around what is scrolled to; and below it, where the ways stand. */
const AROUND = 10;
const WAYS = 34;

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly layout: Layout;
  /** What of it is in view, and one unit of it in pixels. */
  readonly high: number;
  readonly unit: number;
  /** Machines between which something is on its way, or of which the moment is. */
  readonly busy: readonly string[];
  /** There is no room for words. */
  readonly narrow: boolean;
}
/** Where not all machines are in view: how many are not, and the way there. What happens is scrolled to by itself. */
export function Beyond({ scroller, layout, high, unit, busy, narrow }: Props) {
  const [scrolled, tell] = useState(0);
  useEffect(() => {
    const it = scroller.current;
    if (!it) return;
    const look = (): void => tell(it.scrollTop / unit);
    look();
    it.addEventListener('scroll', look);
    return () => it.removeEventListener('scroll', look);
  }, [scroller, unit]);
  const view = { top: scrolled, bottom: scrolled + high };
  const places = busy.flatMap((id) => layout.hosts.get(id) ?? []);
  const top = Math.min(...places.map(({ y }) => y)) - AROUND;
  const bottom = Math.max(...places.map(({ y, h }) => y + h)) + WAYS;
  useEffect(() => {
    const it = scroller.current;
    if (!it || !Number.isFinite(top)) return;
    const now = it.scrollTop / unit;
    const to = bottom > now + high ? Math.min(top, bottom - high) : Math.min(top, now);
    // whichever does not fit: who answers stands lower
    const wanted = bottom - top > high ? bottom - high : to;
    if (wanted !== now) it.scrollTo({ top: wanted * unit, behavior: behaviour() });
  }, [scroller, top, bottom, high, unit]);
  const all = [...layout.hosts.values()];
  const ways = [
    { n: all.filter((place) => isAbove(place, view)).length, by: -1, text: map.above, Icon: ChevronUp },
    { n: all.filter((place) => isBelow(place, view)).length, by: 1, text: map.below, Icon: ChevronDown },
  ].filter(({ n }) => n > 0);
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-0 z-3 flex justify-center gap-2">
      {ways.map(({ n, by, text, Icon }) => (
        <button
          key={by}
          type="button"
          aria-label={text(n)}
          onClick={() => {
            const it = scroller.current;
            it?.scrollBy({ top: by * it.clientHeight * 0.8, behavior: behaviour() });
          }}
          className="pointer-events-auto flex h-6 items-center gap-1 rounded-full border border-edge bg-pane px-2.5 text-tiny text-text hover:border-soft"
        >
          <Icon className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
          {narrow ? n : text(n)}
        </button>
      ))}
    </div>
  );
}
const behaviour = (): ScrollBehavior => (engine.getState().reduced ? 'auto' : 'smooth');
