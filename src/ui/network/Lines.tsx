import { memo } from 'react';
import type { Scene, SceneConn, SceneLink, SceneLookup } from '../../core/trace/scene-types.ts';
import type { Cast } from './cast.ts';
import { boxKey, type Layout, type Place } from './layout.ts';
import { along, LANE, lineBetween, type Line } from './line.ts';

export interface Drawn {
  readonly conn: SceneConn;
  readonly line: Line;
}
/** However many connections there are between two machines, they lie within this. */
const BUNDLE = 6 * LANE;
/** More lines within it cannot be told apart: then several connections run along one of them. */
const MOST = 12;
const lanesOf = ({ conns }: SceneLink): readonly (readonly [number, number])[] => {
  const lanes = Math.min(conns.length, MOST);
  const apart = Math.min(LANE, BUNDLE / Math.max(1, lanes - 1));
  return conns.map((conn, i) => [conn, (Math.floor((i * lanes) / conns.length) - (lanes - 1) / 2) * apart]);
};

/** Where each connection runs, from who dialled to who answered. */
export function drawnConns(
  { conns, links }: Pick<Scene, 'conns' | 'links'>,
  layout: Layout,
): readonly Drawn[] {
  const lanes = new Map(links.flatMap(lanesOf));
  return conns.flatMap((conn): Drawn[] => {
    const a = layout.hosts.get(conn.from);
    const b = layout.hosts.get(conn.to);
    const lane = lanes.get(conn.id);
    return a && b && lane !== undefined ? [{ conn, line: lineBetween(a, b, lane) }] : [];
  });
}
const path = ({ from, to, via }: Line): string =>
  `M${from.x} ${from.y}${via ? `Q${via.x} ${via.y} ` : 'L'}${to.x} ${to.y}`;
const GONE = new Set(['closed', 'refused', 'reset']);

/** What there is to see of it. */
const lookOf = ({ conn, line }: Drawn): string => `${conn.phase} ${conn.secure} ${path(line)}`;
const sameCable = (a: Drawn, b: Drawn): boolean => lookOf(a) === lookOf(b);
/** Of those that look the same on the same line, the latest. */
export const cablesOf = (drawn: readonly Drawn[]): readonly Drawn[] => [
  ...new Map(drawn.map((each) => [lookOf(each), each])).values(),
];
const Cable = memo(function Cable({ conn, line }: Drawn) {
  const id = `cable-${conn.id}`;
  const gone = GONE.has(conn.phase);
  return (
    <g className="transition-opacity duration-300" opacity={gone ? 0.5 : 1}>
      <linearGradient
        id={id}
        gradientUnits="userSpaceOnUse"
        x1={line.from.x}
        y1={line.from.y}
        x2={line.to.x}
        y2={line.to.y + 0.01}
      >
        <stop stopColor="var(--color-client)" />
        <stop offset="1" stopColor="var(--color-server)" />
      </linearGradient>
      {conn.secure && (
        <path
          d={path(line)}
          fill="none"
          stroke="var(--color-tls)"
          strokeOpacity="0.28"
          strokeWidth="9"
          strokeLinecap="round"
        />
      )}
      <path
        d={path(line)}
        stroke={gone ? 'var(--color-refusal)' : `url(#${id})`}
        strokeWidth="1.6"
        fill="none"
        strokeDasharray={conn.phase === 'dialling' || gone ? '2 5' : undefined}
        strokeLinecap="round"
      />
      {conn.phase === 'reset' && <Cut line={line} />}
    </g>
  );
}, sameCable);
const Cut = ({ line }: { line: Line }) => {
  const { x, y } = along(line, 0.5);
  return (
    <path
      d={`M${x - 6} ${y - 6}l12 12M${x + 6} ${y - 6}l-12 12`}
      stroke="var(--color-refusal)"
      strokeWidth="2.2"
      strokeLinecap="round"
    />
  );
};
const Rest = ({ a, b }: { a: Place; b: Place }) => (
  <path d={path(lineBetween(a, b))} fill="none" stroke="var(--color-line)" strokeWidth="1.4" />
);
function Shelf({ from, to, lit }: { from: Place; to: Place; lit: boolean }) {
  const x1 = from.x + from.w;
  const y1 = from.y + from.h / 2;
  const y2 = to.y + to.h / 2;
  const middle = (x1 + to.x) / 2;
  const start = y1 + (y2 - y1) * 0.2;
  return (
    <path
      d={`M${x1} ${start}C${middle} ${start} ${middle} ${y2} ${to.x} ${y2}`}
      stroke={lit ? 'var(--color-server)' : 'var(--color-line)'}
      strokeWidth="1.4"
    />
  );
}

/** Who asked whom for a name; it lights up while the question is of this step. */
function Question({ lookup, layout }: { lookup: SceneLookup; layout: Layout }) {
  const a = layout.hosts.get(lookup.host);
  const b = layout.asked.get(lookup.asked);
  if (!a || !b) return null;
  const lit = lookup.answered ? 'var(--color-server)' : 'var(--color-client)';
  return (
    <path
      d={path(lineBetween(a, b))}
      stroke={lookup.fresh ? lit : 'var(--color-line)'}
      strokeWidth="1.4"
      strokeDasharray="2 4"
      strokeLinecap="round"
    />
  );
}

interface Props {
  readonly scene: Scene;
  readonly cast: Cast;
  readonly layout: Layout;
  readonly drawn: readonly Drawn[];
}
/** Connections, the memory of connections, and what belongs to whom. */
export function Lines({ scene, cast, layout, drawn }: Props) {
  return (
    <g fill="none">
      {cast.mailboxes.map((box) => {
        const from = layout.hosts.get(cast.keepers.get(boxKey(box)) ?? '');
        const to = layout.boxes.get(boxKey(box));
        const lit = box.lockedBy !== 0 || box.fresh;
        return from && to && <Shelf key={boxKey(box)} from={from} to={to} lit={lit} />;
      })}
      {scene.links.map((link) => {
        const a = layout.hosts.get(link.between[0]);
        const b = layout.hosts.get(link.between[1]);
        return a && b && link.conns.length === 0 && <Rest key={link.between.join()} a={a} b={b} />;
      })}
      {scene.lookups.map((lookup) => (
        <Question key={`${lookup.host} ${lookup.asked}`} lookup={lookup} layout={layout} />
      ))}
      {cablesOf(drawn).map((each) => (
        <Cable key={each.conn.id} {...each} />
      ))}
    </g>
  );
}
