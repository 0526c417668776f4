import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { useLife } from '../shell/follow.ts';
import { lookAt, lookAway } from '../shell/gaze.ts';
import { useKin } from '../shell/useGaze.ts';
import type { Lanes } from './lanes.ts';
import { glowOf, isArrow, toneOf, type Tone } from './place.ts';
import { poolIn, type Pool, type Shown } from './pool.ts';
import type { Row } from './rows.ts';
import { rungOf, type Rung } from './rung.ts';

/** The rows from `from` up to `to`, of all. */
export interface Drawn {
  readonly rows: readonly Row[];
  readonly offsets: readonly number[];
  readonly from: number;
  readonly to: number;
  /** The one that is now; below 0: none yet. */
  readonly current: number;
  readonly lanes: Lanes;
}
interface Props extends Drawn {
  readonly id: string;
  readonly epoch: number;
  /** The ladder goes on beyond its panel: its times stay in view. */
  readonly wide: boolean;
}
const rungAt = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-event]') : null;
/** The event that an element, or what is around it, stands for; undefined: none. */
export const eventAt = (target: EventTarget): number | undefined => {
  const row = rungAt(target);
  return row ? Number(row.dataset['event']) : undefined;
};
/** Its place among all rows; below 0: it is none. */
export const placeAt = (target: EventTarget): number =>
  Number(rungAt(target)?.getAttribute('aria-posinset') ?? 0) - 1;
const ROW =
  'cursor-pointer text-center text-tiny whitespace-pre transition-opacity duration-[120ms] contain-[layout_size]';
const CLOCK = 'mono border-l-2 pl-1.5 text-tiny text-time contain-[layout_size]';
const EDGES: Readonly<Record<Tone, string>> = {
  client: 'border-client',
  server: 'border-server',
  tls: 'border-tls',
  refusal: 'border-refusal',
  soft: 'border-soft',
};
const GLOWS = { client: 'bg-client-glow', server: 'bg-server-glow', knob: 'bg-raised' } as const;
/** Over the glow of its row, where the times have a ground of their own. */
const litClock = (row: Row, now: boolean): string =>
  `${GLOWS[glowOf(row)]} ${now ? EDGES[toneOf(row)] : 'border-transparent'}`;
const insetOf = ({ x }: Rung, { width }: Lanes): string =>
  `${Math.max(0, 2 * x - width) / 16}rem ${Math.max(0, width - 2 * x) / 16}rem`;

/** The rungs' words, each a rung of the list. */
export const Rungs = memo(function Rungs({ id, epoch, wide, ...drawn }: Props) {
  const messages = useMessages();
  const kin = useKin();
  const life = useLife();
  const list = useRef<HTMLDivElement>(null);
  const clock = useRef<HTMLDivElement>(null);
  const pool = useRef<Pool>(undefined);
  const { rows, offsets, from, to, current, lanes } = drawn;
  const frame = useMemo(() => ({ messages, lanes, epoch }), [messages, lanes, epoch]);
  useLayoutEffect(() => {
    if (!list.current || !clock.current) return;
    pool.current ??= poolIn(list.current, clock.current);
    let before = rows.slice(0, from).findLast(isArrow);
    const shown = rows.slice(from, to).map((row, i): Shown => {
      const nth = from + i;
      const rung = rungOf(row, frame, before);
      if (isArrow(row)) before = row;
      const now = nth === current;
      const looked = kin.includes(row.event);
      const aside = life !== undefined && !life.events.has(row.event) ? ' opacity-22' : '';
      const lit = wide && (now || looked) ? litClock(row, now) : 'border-transparent';
      return {
        id: `${id}-${nth}`,
        event: String(row.event),
        label: rung.label,
        nth: String(nth + 1),
        of: String(rows.length),
        selected: String(now),
        looked,
        row: `${ROW} ${rung.kind}${aside}`,
        look: rung.look,
        clock: `${CLOCK} ${rung.kind} ${lit}${aside}`,
        inset: insetOf(rung, lanes),
        time: rung.time,
        note: rung.note,
        wire: rung.wire,
        folded: rung.folded,
      };
    });
    pool.current(from, `${(offsets[from] ?? 0) / 16}rem`, shown);
  });
  return (
    <>
      <div
        ref={list}
        role="presentation"
        className="absolute inset-x-0"
        onPointerOver={({ target }) => lookAt(eventAt(target) ?? -1)}
        onPointerOut={lookAway}
      />
      <div
        aria-hidden="true"
        className={`pointer-events-none left-0 h-full ${wide ? 'sticky bg-ground' : 'absolute top-0'}`}
        style={{ width: `${lanes.axis / 16}rem` }}
      >
        <div ref={clock} className="absolute inset-x-0" />
      </div>
    </>
  );
});
