// Every filter, by name, and the pipe along which they stand.
import type { Octets } from '../../base/octets.ts';
import type { Filter, Stage } from './filter.ts';
import { says, type Cx, type Shown } from './tool.ts';
import { clear, date, history, hostname, hosts, whoami } from './tools/about.ts';
import { base64 } from './tools/base64.ts';
import { echo } from './tools/echo.ts';
import { help } from './tools/help.ts';
import { md5sum, opensslDgst, opensslMd5 } from './tools/digests.ts';
import { printf } from './tools/printf.ts';

const FILTERS: Readonly<Record<string, Filter>> = {
  printf,
  echo,
  base64,
  md5sum,
  'openssl md5': opensslMd5,
  'openssl dgst': opensslDgst,
  hosts,
  help,
  history,
  clear,
  date,
  whoami,
  hostname,
};
export const filterOf = (name: string): Filter | undefined =>
  Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;

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
    const filtered = filterOf(name)?.run(args, out, cx);
    out = filtered?.out ?? '';
    (filtered?.late && i === stages.length - 1 ? late : err).push(...(filtered?.err ?? []));
  }
  return { out, err, late };
}
export function flow(stages: readonly Stage[], input: Octets, cx: Cx): readonly Shown[] {
  const { out, err, late } = pass(stages, input, cx);
  return [says(...err), { octets: out, by: 'tool' }, says(...late)];
}
