import { CAPSULE_H, type Capsule } from './capsule.ts';

/** A chevron with its point at x. */
const chevron = (x: number, voice: Capsule['voice']): string =>
  voice === 'client' ? `M${x - 4.5} -4.5 ${x} 0l-4.5 4.5` : `M${x + 4.5} -4.5 ${x} 0l4.5 4.5`;
const Lock = ({ x }: { x: number }) => (
  <path
    d={`M${x - 4} -1h8v6h-8zM${x - 2.5} -1v-2.2a2.5 2.5 0 0 1 5 0v2.2`}
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinejoin="round"
  />
);

const HEIGHTS = { text: CAPSULE_H, record: 26, dot: 26 } as const;
function shapeOf({ width, voice, shape, secure }: Capsule) {
  const filled = shape === 'text';
  const colour = shape === 'record' ? 'var(--color-tls)' : `var(--color-${voice})`;
  const locked = secure && filled;
  const start = -width / 2 + (voice === 'client' ? 15 : 27);
  return {
    filled,
    locked,
    h: HEIGHTS[shape],
    fill: filled ? colour : 'var(--color-pane)',
    stroke: locked ? 'var(--color-tls)' : colour,
    strokeWidth: locked ? 2.5 : 1.5,
    strokeDasharray: shape === 'dot' ? '3 3' : undefined,
    ink: filled ? 'var(--color-ink)' : colour,
    lock: start + 5,
    text: start + (locked ? 15 : 0),
    tip: voice === 'client' ? width / 2 - 15 : 15 - width / 2,
  };
}

/** Drawn around its own middle: whoever places it moves the middle. */
export function CapsuleShape({ capsule }: { capsule: Capsule }) {
  const { width, voice, shape, text, note } = capsule;
  const { h, fill, stroke, strokeWidth, strokeDasharray, ...place } = shapeOf(capsule);
  const wire = shape === 'dot' ? {} : { className: 'mono', 'data-wire': '' };
  return (
    <g style={{ color: place.ink }}>
      <rect
        x={-width / 2}
        y={-h / 2}
        width={width}
        height={h}
        rx={h / 2}
        {...{ fill, stroke, strokeWidth, strokeDasharray }}
      />
      {place.locked && <Lock x={place.lock} />}
      <text x={place.text} y="4.2" fontSize="12" fontWeight={place.filled ? 600 : 500} {...wire}>
        {text}
      </text>
      <path
        d={chevron(place.tip, voice)}
        stroke="currentColor"
        strokeWidth="2"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {note !== '' && (
        <text y={h / 2 + 15} fontSize="11" textAnchor="middle" style={{ color: 'var(--color-faint)' }}>
          {note}
        </text>
      )}
    </g>
  );
}
