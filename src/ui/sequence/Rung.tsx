import { memo } from 'react';
import { stateTitle } from '../machine/reader.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useAside } from '../shell/follow.ts';
import { useLooked } from '../shell/useGaze.ts';
import { boxName, clockText, shortened } from '../shell/words.ts';
import type { Stroke } from './ink.ts';
import { noteOf } from './label.ts';
import type { Lanes } from './lanes.ts';
import { colourOf, endsOf, isArrow, isThin, lineOf, rowHeight, wordsOf, type Written } from './place.ts';
import type { Row } from './rows.ts';

export interface RungProps {
  readonly row: Row;
  /** Where it begins, from the top of the ladder. */
  readonly top: number;
  readonly lanes: Lanes;
  readonly epoch: number;
  readonly now: boolean;
}

const Words = ({ words, y, colour }: { words: Written; y: number; colour: string }) => (
  <text x={words.x} y={y - 7} fontSize="11" textAnchor="middle" className="mono" style={{ color: colour }}>
    {words.note}
    <tspan data-wire="">{words.text}</tspan>
    {words.folded !== '' && <tspan style={{ fill: 'var(--color-faint)' }}>{words.folded}</tspan>}
  </text>
);
function Mark({ row, x, lanes, y }: { row: Row; x: number; lanes: Lanes; y: number }) {
  const messages = useMessages();
  const words = noteOf(row, messages);
  const data =
    row.kind === 'state'
      ? messages.declared(stateTitle(row.what, row.text))
      : row.kind === 'store'
        ? `${boxName(row.text)} · ${words}`
        : row.text;
  const label = shortened(data !== '' && row.kind !== 'deed' ? data : words, 26);
  const colour = colourOf(row);
  const w = Array.from(label).length * 6.1 + 18;
  const left = Math.min(Math.max(lanes.axis + 4, x - w / 2), lanes.width - w - 4);
  const across = row.kind === 'wait' || row.kind === 'break' || row.kind === 'knob';
  const middle = across ? (lanes.axis + lanes.width) / 2 - w / 2 : left;
  return (
    <g>
      {across && (
        <path
          d={`M${lanes.axis + 8} ${y}H${lanes.width - 12}`}
          stroke="var(--color-line)"
          strokeDasharray="2 4"
        />
      )}
      <rect
        x={middle}
        y={y - 9}
        width={w}
        height="18"
        rx={row.kind === 'store' || row.kind === 'deed' ? 4 : 9}
        fill="var(--color-ground)"
        stroke={row.kind === 'wait' ? 'var(--color-line)' : colour}
        strokeOpacity="0.7"
      />
      <text
        x={middle + w / 2}
        y={y + 3.9}
        fontSize="11"
        textAnchor="middle"
        style={{ color: row.kind === 'wait' ? 'var(--color-time)' : colour }}
        data-wire={row.kind === 'store' || row.kind === 'deed' ? '' : undefined}
      >
        {label}
      </text>
    </g>
  );
}

function glowOf({ kind, voice }: Row): string {
  if (kind === 'knob') return 'var(--color-raised)';
  return voice === 'client' ? 'var(--color-client-glow)' : 'var(--color-server-glow)';
}

const Glow = ({ row, top, lanes, now, h }: Omit<RungProps, 'epoch'> & { h: number }) => (
  <>
    <rect y={top} width={lanes.width} height={h} fill={glowOf(row)} />
    {now && <rect y={top} width="2" height={h} fill={colourOf(row)} />}
  </>
);
/** Arrows, and what gives way to their words: one path for each pen. */
export const Strokes = memo(function Strokes({ of }: { of: readonly Stroke[] }) {
  return of.map(({ pen, colour, width, dashed, aside, d }) => (
    <path
      key={pen}
      d={d}
      fill={width > 0 ? 'none' : colour}
      stroke={width > 0 ? colour : undefined}
      strokeWidth={width}
      strokeOpacity={width > 2 ? 0.3 : undefined}
      strokeDasharray={dashed ? '2 4' : undefined}
      opacity={aside ? ASIDE : undefined}
    />
  ));
});
const ASIDE = 0.22;
/** One rung but for its arrow, in the picture of all of them: one of its own for each costs as much again. The lanes run behind it. */
export const Rung = memo(function Rung({ row, top, lanes, epoch, now }: RungProps) {
  const messages = useMessages();
  const looked = useLooked(row.event);
  const aside = useAside(row.event);
  const h = rowHeight(row);
  const arrow = isArrow(row);
  const y = lineOf(row, top);
  return (
    <g className="transition-opacity duration-[120ms]" opacity={aside ? ASIDE : undefined}>
      {(now || looked) && <Glow {...{ row, top, lanes, now, h }} />}
      {lanes.axis > 0 && arrow && (
        <text
          x="8"
          y={y - 7}
          fontSize="11"
          className="mono"
          style={{ color: 'var(--color-time)' }}
          fillOpacity="0.85"
          data-wire=""
        >
          {clockText(epoch, row.at).slice(6)}
        </text>
      )}
      {arrow ? (
        <Words words={wordsOf(row, messages, lanes)} y={y} colour={inkOfWords(row)} />
      ) : (
        <Mark row={row} x={endsOf(row, lanes)[1]} lanes={lanes} y={top + h / 2} />
      )}
    </g>
  );
});
const inkOfWords = (row: Row): string =>
  row.refused ? colourOf(row) : isThin(row) ? 'var(--color-soft)' : 'var(--color-text)';
