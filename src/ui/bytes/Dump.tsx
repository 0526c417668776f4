import { useEffect, useState, type PointerEvent, type UIEvent } from 'react';
import type { Anatomy } from '../../core/trace/anatomy.ts';
import type { Piece } from '../../core/trace/pieces.ts';
import { hexOf, offsetText } from '../message/octetRows.ts';
import { useSize } from '../shell/useSize.ts';
import { styleOf } from './styles.ts';
import { words } from './words.ts';

/** In sixteenths of a rem. */
const ROW = 20;
const AHEAD = 10;
/** Octets in a row, with as many letters beside them. */
const WIDE = [16, 8, 4] as const;
/** Of each octet: two digits, a space, and its letter. */
const OCTET = 4 * 6.62;
const OFFSET = 72;
/** What a row says of a segment that begins in it. */
const TAIL = 24;

interface Props {
  readonly anatomy: Anatomy;
  /** Where segments begin, the first left out. */
  readonly borders: readonly number[];
  readonly voice: 'client' | 'server';
  /** The piece that stands out, by where it begins; -1: none. */
  readonly lit: number;
  readonly light: (piece: number) => void;
}
/** Octets as hex dumps write them; line ends are the arrows that are in our own face (back, and down), what else is no letter is a dot. */
const lettersOf = (octets: string): string =>
  octets
    .replaceAll('\r', '←')
    .replaceAll('\n', '↓')
    .replace(/[^\x20-\x7e←↓]/g, '·');

interface Cell {
  readonly from: number;
  readonly to: number;
  readonly piece: Piece;
  /** A segment begins here. */
  readonly border: boolean;
}
/** A row cut where a piece or a segment begins. */
function cellsOf(anatomy: Anatomy, borders: readonly number[], from: number, to: number): readonly Cell[] {
  return anatomy.pieces(from, to).flatMap((piece) => {
    const start = Math.max(from, piece.from);
    const end = Math.min(to, piece.to);
    const cuts = [start, ...borders.filter((at) => at > start && at < end), end];
    return cuts.slice(0, -1).map((at, i) => ({
      from: at,
      to: cuts[i + 1] ?? end,
      piece,
      border: borders.includes(at),
    }));
  });
}
function Row({
  anatomy,
  borders,
  voice,
  lit,
  from,
  to,
  wide,
}: Omit<Props, 'light'> & { from: number; to: number; wide: number }) {
  const cells = cellsOf(anatomy, borders, from, to);
  const cell = ({ from: a, to: b, piece, border }: Cell, hex: boolean) => {
    const octets = anatomy.octets.slice(a, b);
    const edge = border ? 'border-l-2 border-text' : '';
    return (
      <span
        key={a}
        data-piece={piece.from}
        className={`${piece.from === lit ? 'bg-text text-ink' : styleOf(piece.kind, voice)} ${edge}`}
      >
        {hex ? hexOf(octets) : lettersOf(octets)}
      </span>
    );
  };
  const begun = borders.filter((at) => at >= from && at < to).map((at) => borders.indexOf(at) + 2);
  return (
    <>
      <span className="mr-3 text-tiny leading-5 text-faint">{offsetText(from, anatomy.octets.length)}</span>
      <span className="whitespace-pre">
        {cells.map((each, i) => (
          <span key={each.from}>
            {i > 0 ? ' ' : ''}
            {cell(each, true)}
          </span>
        ))}
        {' '.repeat((wide - (to - from)) * 3)}
      </span>
      <span className="ml-3 whitespace-pre">{cells.map((each) => cell(each, false))}</span>
      {begun.length > 0 && (
        <span className="ml-2 text-tiny leading-5 text-soft" title={words.segment(begun[0] ?? 2)}>
          ┃{begun.join(',')}
        </span>
      )}
    </>
  );
}

/** Every octet, coloured by what it is; only the rows in view are there. */
export function Dump({ anatomy, borders, voice, lit, light }: Props) {
  const { ref, size, unit } = useSize<HTMLDivElement>();
  const [top, scrolled] = useState(0);
  const { octets } = anatomy;
  const room = size.width - OFFSET - (borders.length > 0 ? TAIL : 0);
  const wide = WIDE.find((n) => n * OCTET <= room) ?? 4;
  const rows = Math.ceil(octets.length / wide);
  const from = Math.max(0, Math.floor(top / ROW) - AHEAD);
  const to = Math.min(rows, Math.ceil((top + size.height) / ROW) + AHEAD);
  const onScroll = ({ currentTarget }: UIEvent<HTMLElement>): void =>
    scrolled(currentTarget.scrollTop / unit);
  const onPointerOver = ({ target }: PointerEvent): void => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-piece]') : null;
    if (cell) light(Number(cell.dataset['piece']));
  };
  useEffect(() => {
    const list = ref.current;
    if (!list || lit < 0) return;
    const at = Math.floor(lit / wide) * ROW * unit;
    if (at < list.scrollTop || at + ROW * unit > list.scrollTop + list.clientHeight)
      list.scrollTo({ top: Math.max(0, at - list.clientHeight / 3) });
  }, [ref, lit, wide, unit]);
  return (
    <div
      ref={ref}
      onScroll={onScroll}
      onPointerOver={onPointerOver}
      // a finger leaves what it has touched
      onPointerLeave={({ pointerType }) => pointerType !== 'touch' && light(-1)}
      role="region"
      aria-label={words.dump}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
      tabIndex={0}
      className="relative min-h-40 flex-1 overflow-x-hidden overflow-y-auto outline-offset-[-2px]"
    >
      <div className="mono relative text-tiny leading-5" style={{ height: `${(rows * ROW) / 16}rem` }}>
        {size.width > 0 &&
          Array.from({ length: Math.max(0, to - from) }, (_, i) => {
            const start = (from + i) * wide;
            return (
              <div
                key={from + i}
                className="absolute inset-x-0 top-0 flex px-3.5"
                style={{ transform: `translateY(${((from + i) * ROW) / 16}rem)` }}
                translate="no"
                data-wire=""
              >
                <Row
                  {...{ anatomy, borders, voice, lit, wide }}
                  from={start}
                  to={Math.min(octets.length, start + wide)}
                />
              </div>
            );
          })}
      </div>
    </div>
  );
}
