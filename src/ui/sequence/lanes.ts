import type { SceneHost } from '../../core/trace/scene-types.ts';
import type { Row } from './rows.ts';

export interface Lanes {
  /** By host. */
  readonly x: ReadonlyMap<string, number>;
  readonly width: number;
  /** 0: no room for the time beside the lanes. */
  readonly axis: number;
}
const AXIS = 56;
const ROOMY = 270;

export type Machine = Pick<SceneHost, 'id' | 'role'>;
/** One lane per machine that has met another, people to the left, in the order of the world. */
export function lanesOf(hosts: readonly Machine[], rows: readonly Row[], width: number): Lanes {
  const met = new Set(rows.flatMap(({ from, to }) => [from, to]));
  met.delete('');
  const known = hosts
    .toSorted((a, b) => Number(a.role === 'server') - Number(b.role === 'server'))
    .map((h) => h.id);
  const order = [...known.filter((id) => met.has(id)), ...[...met].filter((id) => !known.includes(id))];
  const axis = width >= ROOMY ? AXIS : 0;
  const from = axis + 34;
  const to = width - 42;
  const gap = order.length > 1 ? (to - from) / (order.length - 1) : 0;
  return { x: new Map(order.map((host, i) => [host, from + i * gap])), width, axis };
}
