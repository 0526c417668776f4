import { useId, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { basisOf, remembered, type Division } from './divide.ts';
import { remember } from './storage.ts';

interface Props extends Division {
  /** The two lie one over the other. */
  readonly across?: boolean;
  /** What is asked for in the first: it is not left folded away when that changes. */
  readonly wanted?: string;
  /** Of the divider, for whoever cannot see it. */
  readonly label: string;
  readonly first: ReactNode;
  readonly second: ReactNode;
}
const KEYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
const STEP = { rem: 1, '%': 2.5 } as const;
const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Two panes and the hairline between them, dragged or moved by arrows; Enter folds the first away and brings it back. */
export function Split({
  id,
  across = false,
  wanted = '',
  label,
  unit,
  size: initial,
  min,
  minOther,
  first,
  second,
}: Props) {
  const [own, set] = useState({ id, size: remembered(id) ?? initial });
  // under another name it is another divider, with a size of its own; what is in the panes stays
  const size = own.id === id ? own.size : (remembered(id) ?? initial);
  const [shown, show] = useState(wanted);
  if (shown !== wanted) {
    show(wanted);
    if (wanted !== '' && size === 0) set({ id, size: initial });
  }
  const frame = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const paneId = useId();
  const extent = (): number => (across ? frame.current?.clientHeight : frame.current?.clientWidth) ?? 0;
  const pixels = (): number => (across ? pane.current?.clientHeight : pane.current?.clientWidth) ?? 0;
  const resize = (to: number): void => {
    const least = min * rem();
    const most = Math.max(least, extent() - minOther * rem());
    const px = to < least / 2 ? 0 : Math.min(most, Math.max(least, to));
    const next = Math.round((unit === 'rem' ? px / rem() : (px / extent()) * 100) * 100) / 100;
    set({ id, size: next });
    remember(`panes/${id}`, next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const way = KEYS[event.key];
    const px = unit === 'rem' ? rem() : extent() / 100;
    // from nothing the first step is to the least there is
    if (way !== undefined) resize(size === 0 && way > 0 ? min * rem() : pixels() + way * STEP[unit] * px);
    else if (event.key === 'Home') resize(0);
    else if (event.key === 'End') resize(extent());
    else if (event.key === 'Enter') resize(size === 0 ? initial * px || min * rem() : 0);
    else return;
    event.preventDefault();
  };
  const onPointer = (event: PointerEvent<HTMLElement>): void => {
    if (event.buttons !== 1 || !frame.current) return;
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    const box = frame.current.getBoundingClientRect();
    resize(across ? event.clientY - box.top : event.clientX - box.left);
  };
  const line = across
    ? 'h-px cursor-row-resize before:-inset-y-1 before:inset-x-0 pointer-coarse:before:-top-4 pointer-coarse:before:-bottom-2'
    : 'w-px cursor-col-resize before:-inset-x-1 before:inset-y-0 pointer-coarse:before:-inset-x-3';
  return (
    <div ref={frame} className={`flex min-h-0 min-w-0 flex-1 ${across ? 'flex-col' : ''}`}>
      <div
        ref={pane}
        id={paneId}
        inert={size === 0}
        style={{ flex: `0 0 ${basisOf({ size, unit, min, minOther })}` }}
        className="flex min-h-0 min-w-0 overflow-hidden"
      >
        {first}
      </div>
      <div
        role="separator"
        aria-label={label}
        aria-orientation={across ? 'horizontal' : 'vertical'}
        aria-controls={paneId}
        aria-valuemin={0}
        aria-valuemax={unit === '%' ? 100 : Math.max(initial * 4, size)}
        aria-valuenow={size}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onDoubleClick={() => resize(unit === 'rem' ? initial * rem() : (initial / 100) * extent())}
        className={`relative z-10 shrink-0 touch-none bg-line transition-colors duration-[120ms] before:absolute before:content-[''] hover:bg-soft focus-visible:bg-text ${line}`}
      />
      <div className="flex min-h-0 min-w-0 flex-1 overflow-hidden">{second}</div>
    </div>
  );
}
