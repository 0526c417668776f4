// Every filter, by name, and the pipe along which they stand.
import type { Octets } from '../../base/octets.ts';
import { shelf, type Shelf } from '../../base/parts.ts';
import type { Filter, Stage } from './filter.ts';
import { says, type Cx, type Shown } from './tool.ts';

/** By name; `core/parts` puts them here. */
export const FILTERS: Shelf<Filter> = shelf('filters');

interface Passed {
  readonly out: Octets;
  /** What its commands complained about before anything came out, and after. */
  readonly err: readonly string[];
  readonly late: readonly string[];
}
export function pass(stages: readonly Stage[], input: Octets, cx: Cx): Passed {
  let out = input;
  const err: string[] = [];
  const late: string[] = [];
  for (const [i, { name, args }] of stages.entries()) {
    const filtered = FILTERS.get(name)?.run(args, out, cx);
    out = filtered?.out ?? '';
    (filtered?.late && i === stages.length - 1 ? late : err).push(...(filtered?.err ?? []));
  }
  return { out, err, late };
}
export function flow(stages: readonly Stage[], input: Octets, cx: Cx): readonly Shown[] {
  const { out, err, late } = pass(stages, input, cx);
  return [says(...err), { octets: out, by: 'tool' }, says(...late)];
}
