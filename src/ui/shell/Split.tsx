import { useId, useRef, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode } from 'react';
import { ALL, basisOf, foldedIn, setSize, unfold, type Division } from './divide.ts';
import { whenShown } from './later.tsx';
import { useSizeOf } from './useSizeOf.ts';

const Rail = whenShown(async () => (await import('./Rail.tsx')).Rail);

interface Props {
  readonly division: Division;
  /** The two lie one over the other. */
  readonly across?: boolean;
  /** Of the divider, for whoever cannot see it. */
  readonly label: string;
  readonly first: ReactNode;
  readonly second: ReactNode;
}
const KEYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
const STEP = { rem: 1, '%': 2.5 } as const;
const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Two panes and the hairline between them, dragged or moved by arrows; Enter folds the first away and brings back what is. */
export function Split({ division, across = false, label, first, second }: Props) {
  const { id, panes, unit, size: initial, min, minOther } = division;
  const size = useSizeOf(division);
  const folded = foldedIn(division, size);
  const frame = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const divider = useRef<HTMLDivElement>(null);
  const paneId = useId();
  const extent = (): number => (across ? frame.current?.clientHeight : frame.current?.clientWidth) ?? 0;
  const pixels = (): number => (across ? pane.current?.clientHeight : pane.current?.clientWidth) ?? 0;
  const resize = (to: number): void => {
    const least = min * rem();
    const other = minOther * rem();
    const most = Math.max(least, extent() - other);
    if (to < least / 2) setSize(id, 0);
    else if (panes[1] && to > extent() - other / 2) setSize(id, ALL);
    else {
      const px = Math.min(most, Math.max(least, to));
      setSize(id, Math.round((unit === 'rem' ? px / rem() : (px / extent()) * 100) * 100) / 100);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const way = KEYS[event.key];
    const px = unit === 'rem' ? rem() : extent() / 100;
    // from nothing the first step is to the least there is
    if (way !== undefined && folded) {
      if (way > 0 === (folded === panes[0])) resize(way > 0 ? min * rem() : extent() - minOther * rem());
    } else if (way !== undefined) resize(pixels() + way * STEP[unit] * px);
    else if (event.key === 'Home') resize(0);
    else if (event.key === 'End') resize(extent());
    else if (event.key !== 'Enter') return;
    else if (folded) unfold(division);
    else resize(0);
    event.preventDefault();
  };
  const onPointer = (event: PointerEvent<HTMLElement>): void => {
    if (event.buttons !== 1 || !frame.current) return;
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    const box = frame.current.getBoundingClientRect();
    resize(across ? event.clientY - box.top : event.clientX - box.left);
  };
  // by keys one goes on beside what has opened, at what folds it away again
  const onOpen = ({ detail }: MouseEvent): void => {
    unfold(division);
    if (detail === 0) divider.current?.focus();
  };
  const part = (at: 0 | 1, content: ReactNode): ReactNode => {
    const away = folded !== undefined && folded === panes[at];
    return (
      <>
        {away && <Rail pane={folded} across={across} controls={`${paneId}-${at}`} onOpen={onOpen} />}
        <div id={`${paneId}-${at}`} className={away ? 'hidden' : 'contents'}>
          {content}
        </div>
      </>
    );
  };
  const line = across
    ? 'h-px cursor-row-resize before:-inset-y-1 before:inset-x-0 pointer-coarse:before:-top-4 pointer-coarse:before:-bottom-2'
    : 'w-px cursor-col-resize before:-inset-x-1 before:inset-y-0 pointer-coarse:before:-inset-x-3';
  return (
    <div ref={frame} className={`flex min-h-0 min-w-0 flex-1 ${across ? 'flex-col' : ''}`}>
      <div
        ref={pane}
        id={paneId}
        style={{ flex: `0 0 ${basisOf({ size, unit, min, minOther })}` }}
        className="flex min-h-0 min-w-0 overflow-hidden"
      >
        {part(0, first)}
      </div>
      <div
        ref={divider}
        role="separator"
        aria-label={label}
        aria-orientation={across ? 'horizontal' : 'vertical'}
        aria-controls={paneId}
        aria-valuemin={0}
        aria-valuemax={unit === '%' ? ALL : Math.max(initial * 4, size)}
        aria-valuenow={size}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onDoubleClick={() => resize(unit === 'rem' ? initial * rem() : (initial / 100) * extent())}
        className={`relative z-10 shrink-0 touch-none bg-line transition-colors duration-[120ms] before:absolute before:content-[''] hover:bg-soft focus-visible:bg-text ${line}`}
      />
      <div className="flex min-h-0 min-w-0 flex-1 overflow-hidden">{part(1, second)}</div>
    </div>
  );
}
