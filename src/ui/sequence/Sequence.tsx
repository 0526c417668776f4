import {
  memo,
  useId,
  useMemo,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  useRef,
  type RefObject,
  useEffect,
} from 'react';
import { epochOf } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { useMessages } from '../messages/useMessages.ts';
import { lookAt, lookAway } from '../shell/gaze.ts';
import { afterReply } from '../shell/later.tsx';
import { useScene } from '../shell/scene.ts';
import { useSize } from '../shell/useSize.ts';
import { shortName } from '../shell/words.ts';
import { goTo, placeNow, step, useChoice } from './choice.ts';
import { useFits } from './filter.ts';
import { lanesOf, scrolledTo, type Lanes, type Machine } from './lanes.ts';
import { endsOf, rowHeight } from './place.ts';
import { eventAt, placeAt, Rungs, type Drawn } from './Rungs.tsx';
import { rowsOf, type Row } from './rows.ts';
import { sayingOf } from './rung.ts';
import { Glows, Strokes } from './Strokes.tsx';
import { useInk } from './useInk.ts';
import { offsetsOf, useWindow } from './useWindow.ts';

const FilterBar = afterReply(
  async () => (await import('./FilterBar.tsx')).FilterBar,
  () => <div className="h-[2.0625rem] shrink-0 border-b border-line" />,
);

/** Who the lanes belong to; they move sideways with the ladder. */
function Heads({ lanes, top }: { lanes: Lanes; top: RefObject<HTMLDivElement | null> }) {
  return (
    <div ref={top} className="shrink-0 overflow-hidden border-b border-line">
      <svg
        viewBox={`0 0 ${lanes.width || 1} 28`}
        style={{ width: `${lanes.width / 16}rem` }}
        className="block h-7"
        aria-hidden="true"
      >
        {[...lanes.x].map(([host, x]) => (
          <text
            key={host}
            x={x}
            y="18"
            fontSize="11"
            textAnchor="middle"
            style={{ color: 'var(--color-soft)' }}
            data-wire=""
          >
            {shortName(host)}
          </text>
        ))}
      </svg>
    </div>
  );
}
/** The lanes themselves: they look the same wherever the ladder is scrolled to, and stand still. */
const Ground = memo(function Ground({ lanes, height }: { lanes: Lanes; height: number }) {
  return (
    <div className="sticky top-0 h-0" aria-hidden="true">
      <svg
        viewBox={`0 0 ${lanes.width || 1} ${height || 1}`}
        style={{ width: `${lanes.width / 16}rem`, height: `${height / 16}rem` }}
        className="block"
      >
        {[...lanes.x].map(([host, x]) => (
          <path key={host} d={`M${x} 0V${height}`} stroke="var(--color-line)" strokeWidth="1.4" />
        ))}
      </svg>
    </div>
  );
});
/** What is still to come is dim: one sheet over all of it, since a dimness for each row is a picture of its own to blend. */
const Ahead = ({ from, to }: { from: number; to: number }) => (
  <div
    className="pointer-events-none absolute inset-x-0 bg-ground/62"
    style={{ top: `${from / 16}rem`, height: `${Math.max(0, to - from) / 16}rem` }}
  />
);
const ROW = 36;
/** How many rows a key goes on, where so much is in view (sixteenths of a rem). */
function rowsFor(key: string, view: number): number | undefined {
  const page = Math.max(1, Math.floor(view / ROW) - 1);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    End: Infinity,
    Home: -Infinity,
  };
  return moves[key];
}
/** Who is in the world; the same list while nobody comes or goes, whatever else happens to them. */
function useMachines(hosts: readonly Machine[]): readonly Machine[] {
  const [kept, keep] = useState(hosts);
  const same = kept.length === hosts.length && hosts.every(({ id }, i) => kept[i]?.id === id);
  if (!same) keep(hosts);
  return same ? kept : hosts;
}
/** Keeps the current row in sight sideways, where the ladder is wider than its panel (`view`). */
function useBesides(
  ref: RefObject<HTMLDivElement | null>,
  lanes: Lanes,
  row: Row | undefined,
  view: number,
  unit: number,
): void {
  const messages = useMessages();
  useEffect(() => {
    const list = ref.current;
    if (!list || !row) return;
    const said = sayingOf(row, messages, lanes);
    list.scrollLeft = scrolledTo(endsOf(row, lanes), said, lanes, view, list.scrollLeft / unit) * unit;
  }, [ref, row, messages, lanes, view, unit]);
}
/** The ladder: one lane per machine, an arrow for everything said, virtual time beside it. */
export function Sequence() {
  const messages = useMessages();
  const { sequence } = messages;
  const scene = useScene();
  const version = useEngine((s) => s.version);
  const trace = useEngine((s) => s.trace);
  const epoch = useEngine(epochOf);
  const gated = useEngine((s) => s.gated);
  // `version` says that the trace, which grows in place, has grown
  // oxlint-disable-next-line react/exhaustive-deps
  const all = useMemo(() => rowsOf(trace), [trace, version]);
  const fits = useFits();
  const rows = useMemo(() => (fits ? all.filter((row) => fits(row, trace)) : all), [all, fits, trace]);
  const { ref, size, unit } = useSize<HTMLDivElement>();
  const machines = useMachines(scene.hosts);
  const lanes = useMemo(() => lanesOf(machines, rows, size.width), [machines, rows, size.width]);
  const heads = useRef<HTMLDivElement>(null);
  const id = useId();
  const current = placeNow(rows, useChoice(), scene.event);
  const offsets = useMemo(() => offsetsOf(rows.map(rowHeight)), [rows]);
  const { from, to: end, onScroll } = useWindow(ref, offsets, size.height, unit, current);
  // what will it say? while replies are held nothing tells of what lies ahead
  const to = gated ? Math.min(end, Math.max(from, current + 1)) : end;
  const ink = useInk(rows, offsets, { from, to }, lanes);
  const wide = lanes.axis > 0 && lanes.width > size.width;
  const drawn: Drawn = { rows, offsets, from, to, current, lanes };
  useBesides(ref, lanes, wide ? rows[current] : undefined, size.width, unit);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = rowsFor(event.key, size.height);
    if (by === undefined) return;
    event.preventDefault();
    lookAt(step(rows, by)?.event ?? -1);
  };
  const onClick = ({ target }: MouseEvent): void => goTo(rows[placeAt(target)]);
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-panel="sequence">
      {all.length > 0 && <FilterBar shown={rows.length} of={all.length} />}
      {rows.length > 0 && <Heads lanes={lanes} top={heads} />}
      {all.length === 0 && <p className="p-5 text-soft">{sequence.empty}</p>}
      <div
        ref={ref}
        className="isolate min-h-0 flex-1 overflow-auto [scrollbar-gutter:stable] outline-offset-[-2px]"
        role="listbox"
        aria-label={sequence.label}
        aria-activedescendant={current >= from && current < to ? `${id}-${current}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => lookAt(eventAt(target) ?? rows[current]?.event ?? -1)}
        onBlur={lookAway}
        onClick={onClick}
        onScroll={(event) => {
          onScroll(event);
          if (heads.current) heads.current.scrollLeft = event.currentTarget.scrollLeft;
        }}
      >
        <div
          className="relative -z-1"
          style={{ height: `${(offsets.at(-1) ?? 0) / 16}rem`, width: `${lanes.width / 16}rem` }}
        >
          <Ground lanes={lanes} height={Math.min(size.height, offsets.at(-1) ?? 0)} />
          <svg
            viewBox={`0 0 ${lanes.width || 1} 16`}
            style={{ width: `${lanes.width / 16}rem` }}
            strokeLinecap="round"
            strokeLinejoin="round"
            className="absolute top-0 left-0 h-4 overflow-visible"
            aria-hidden="true"
          >
            <Strokes of={ink.under} />
            <Glows {...drawn} />
            <Strokes of={ink.over} />
          </svg>
          <Rungs {...drawn} id={id} epoch={epoch} wide={wide} />
          <Ahead from={offsets[Math.max(from, current + 1)] ?? 0} to={offsets[to] ?? 0} />
        </div>
      </div>
    </div>
  );
}
