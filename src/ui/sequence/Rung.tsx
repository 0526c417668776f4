import { memo } from 'react';
import { stateTitle } from '../machine/reader.ts';
import type { Messages } from '../messages/en.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useAside } from '../shell/follow.ts';
import { useLooked } from '../shell/useGaze.ts';
import { boxName, clockText, shortened } from '../shell/words.ts';
import { noteOf } from './label.ts';
import { lettersIn, placed, type Lanes } from './lanes.ts';
import type { Row } from './rows.ts';

const ARROW = 36;
const MARK = 24;
const LETTER = 6.65;
export const rowHeight = (row: Row | undefined): number =>
  row?.kind === 'text' || row?.kind === 'dns'
    ? ARROW
    : row?.kind === 'record' || row?.kind === 'call'
      ? 32
      : MARK;

const colourOf = ({ kind, voice, refused, secure }: Row): string => {
  if (refused) return 'var(--color-refusal)';
  if (kind === 'knob') return 'var(--color-soft)';
  if (kind === 'record' || (kind === 'break' && secure)) return 'var(--color-tls)';
  return `var(--color-${voice})`;
};
export interface RungProps {
  readonly row: Row;
  /** Where it begins, from the top of the ladder. */
  readonly top: number;
  readonly lanes: Lanes;
  readonly epoch: number;
  readonly now: boolean;
}

interface Ends {
  readonly x1: number;
  readonly x2: number;
}
const lengthOf = (text: string): number => Array.from(text).length;

interface Written {
  readonly note: string;
  readonly text: string;
  readonly folded: string;
  readonly x: number;
  readonly wide: number;
}
/** What an arrow carries, over its middle: the whole width of the ladder is there for it, and the lanes give way. */
function written(row: Row, messages: Messages, lanes: Lanes, { x1, x2 }: Ends): Written {
  const folded = row.more > 0 ? ` ${messages.sequence.lines(row.more)}` : '';
  const note = row.kind === 'call' ? `${noteOf(row, messages)} ` : '';
  const text = shortened(row.text, lettersIn(lanes, LETTER) - note.length - lengthOf(folded));
  const wide = (note.length + lengthOf(text) + lengthOf(folded)) * LETTER;
  return { note, text, folded, x: placed((x1 + x2) / 2, wide, lanes), wide };
}
const Words = ({ words, y, colour }: { words: Written; y: number; colour: string }) => (
  <text x={words.x} y={y - 7} fontSize="11" textAnchor="middle" className="mono" style={{ color: colour }}>
    {words.note}
    <tspan data-wire="">{words.text}</tspan>
    {words.folded !== '' && <tspan style={{ fill: 'var(--color-faint)' }}>{words.folded}</tspan>}
  </text>
);
function Arrow({ row, words, x1, x2, y }: { row: Row; words: Written; y: number } & Ends) {
  const way = Math.sign(x2 - x1) || 1;
  const from = x1 + way * 3;
  const to = x2 - way * 4;
  const colour = colourOf(row);
  const thin = row.kind !== 'text' && row.kind !== 'dns';
  const shaft = `M${from} ${y - 2}L${to} ${y + 5}`;
  const head = `M${to - way * 7} ${y - 0.6}L${to} ${y + 5}l${-way * 6.6} 5`;
  const pen = {
    fill: 'none',
    stroke: colour,
    strokeWidth: thin ? 1.2 : 1.7,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  } as const;
  return (
    <>
      <Words
        {...{ words, y }}
        colour={row.refused ? colour : thin ? 'var(--color-soft)' : 'var(--color-text)'}
      />
      {row.secure && !thin && (
        <path d={shaft} stroke="var(--color-tls)" strokeOpacity="0.3" strokeWidth="7" strokeLinecap="round" />
      )}
      {row.kind === 'call' && <path {...pen} d={shaft} strokeDasharray="2 4" />}
      <path {...pen} d={row.kind === 'call' ? head : shaft + head} />
    </>
  );
}
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
/** One rung, in the picture of all of them: one of its own for each costs as much again. The lanes run behind it. */
export const Rung = memo(function Rung({ row, top, lanes, epoch, now }: RungProps) {
  const messages = useMessages();
  const looked = useLooked(row.event);
  const aside = useAside(row.event);
  const h = rowHeight(row);
  const x1 = lanes.x.get(row.from) ?? lanes.axis + 40;
  const x2 = lanes.x.get(row.to) ?? lanes.width - 40;
  const arrow = row.kind === 'text' || row.kind === 'dns' || row.kind === 'record' || row.kind === 'call';
  const y = top + h - 14;
  const words = arrow ? written(row, messages, lanes, { x1, x2 }) : undefined;
  return (
    <g className="transition-opacity duration-[120ms]" opacity={aside ? 0.22 : undefined}>
      {words && (
        <rect
          x={words.x - words.wide / 2 - 2}
          y={y - 18}
          width={words.wide + 4}
          height="15"
          fill="var(--color-ground)"
        />
      )}
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
      {words ? (
        <Arrow {...{ row, words, x1, x2, y }} />
      ) : (
        <Mark row={row} x={x2} lanes={lanes} y={top + h / 2} />
      )}
    </g>
  );
});
