import { memo } from 'react';
import { useKin } from '../shell/useGaze.ts';
import type { Stroke } from './ink.ts';
import { colourOf, glowOf, rowHeight } from './place.ts';
import type { Drawn } from './Rungs.tsx';

const ASIDE = 0.22;
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

const FILLS = {
  client: 'var(--color-client-glow)',
  server: 'var(--color-server-glow)',
  knob: 'var(--color-raised)',
} as const;
/** Behind the row that is now, and behind what is pointed at. */
export const Glows = memo(function Glows({ rows, offsets, from, to, current, lanes }: Drawn) {
  const kin = useKin();
  return rows.slice(from, to).map((row, i) => {
    const now = from + i === current;
    const y = offsets[from + i];
    return now || kin.includes(row.event) ? (
      <g key={from + i}>
        <rect y={y} width={lanes.width} height={rowHeight(row)} fill={FILLS[glowOf(row)]} />
        {now && <rect y={y} width="2" height={rowHeight(row)} fill={colourOf(row)} />}
      </g>
    ) : null;
  });
});
