// The shell: which command a line names, and what becomes of the pipe it stands in.
import type { Octets } from '../../base/octets.ts';
import { shelf, type Shelf } from '../../base/parts.ts';
import type { Stage } from './filter.ts';
import { FILTERS, flow, pass } from './filters.ts';
import { parse } from './parse.ts';
import type { Running } from './programs.ts';
import { over, says, stay, type Cx, type Turn } from './tool.ts';

type Start = (args: readonly string[], cx: Cx) => Turn<Running>;
/** What holds the terminal once it has begun, by name; `core/parts` puts them here. */
export const COMMANDS: Shelf<Start> = shelf('commands');

/** What a line came to; `piped`: what its program reads instead of the terminal. */
export interface Ran {
  readonly turn: Turn<Running>;
  readonly piped: Octets | null;
}
const shows = (...lines: readonly string[]): Ran => ({ turn: over([says(...lines)]), piped: null });

/** openssl is several tools under one name. */
const stageOf = ([first = '', ...rest]: readonly string[]): Stage =>
  first === 'openssl' && rest[0] !== undefined
    ? { name: `openssl ${rest[0]}`, args: rest.slice(1) }
    : { name: first, args: rest };

/** What the page itself obeys, when it stands alone, and what that is about. */
const ORDERS = new Map([
  ...['undo', 'redo', 'bookmark', 'goto'].map((word) => [word, 'time'] as const),
  ['hint', 'the lesson'],
]);
const HINT = 'Type help for the commands of this shell.';
function unknown({ name }: Stage): readonly string[] {
  if (name === 'openssl') return ['usage: openssl s_client | dgst | md5', HINT];
  if (name.startsWith('openssl ')) return [`Invalid command '${name.slice(8)}'; type "help" for a list.`];
  if (name === 'exit' || name === 'logout')
    return ['There is nothing behind this shell: close its tab instead.'];
  const about = ORDERS.get(name);
  if (about) return [`${name}: it is about ${about}, not about octets: type it alone, at the prompt`];
  return [`bash: ${name}: command not found`, HINT];
}
export function run(line: Octets, cx: Cx): Ran {
  const parsed = parse(line);
  if ('error' in parsed) return shows(parsed.error);
  const stages = parsed.stages.map(stageOf);
  const lost = stages.find(({ name }) => !FILTERS.get(name) && !COMMANDS.get(name));
  if (lost) return shows(...unknown(lost));
  const early = stages.slice(0, -1).find(({ name }) => COMMANDS.get(name));
  if (early) return shows(`bash: ${early.name}: in a pipe, only the last command may hold the terminal here`);
  return pipe(stages, cx);
}
function pipe(stages: readonly Stage[], cx: Cx): Ran {
  const last = stages.at(-1);
  const first = stages[0];
  if (!first || !last) return { turn: over(), piped: null };
  const start = COMMANDS.get(last.name);
  if (start && stages.length === 1) return { turn: start(last.args, cx), piped: null };
  if (FILTERS.get(first.name)?.waits(first.args)) {
    if (start) return shows(`bash: ${last.name}: here a pipe into it must begin with printf or echo`);
    return { turn: stay<Running>({ program: 'filter', stages, input: '' }), piped: null };
  }
  if (!start) return { turn: over(flow(stages, '', cx)), piped: null };
  const { out, err, late } = pass(stages.slice(0, -1), '', cx);
  const { state, shown, effects } = start(last.args, cx);
  return { turn: { state, shown: [says(...err, ...late), ...shown], effects }, piped: out };
}
