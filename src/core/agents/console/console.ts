// The console: a terminal's line discipline, a shell, and one program at a time. What it shows is told as `printed`.
import type { Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';
import type { Caused, Effect, Env, Happening, Machine, Moved, Told } from '../../spec/machine.ts';
import { withLine } from './history.ts';
import { reads, stir } from './programs.ts';
import { run } from './shell.ts';
import { newConsole, type ConsoleState } from './state.ts';
import { says, type Cx, type Shown, type Stir } from './tool.ts';

export { completeShell, usageOf } from './complete.ts';
export { modeOf, promptOf } from './state.ts';

const INTERRUPT = '\x03';
const END = '\x04';
const ESCAPE = '\x1d';

/** Local to one happening: made, moved along, thrown away. Written out, since this is the path of every line typed. */
interface Draft {
  readonly id: ConsoleState['id'];
  program: ConsoleState['program'];
  ahead: ConsoleState['ahead'];
  partial: ConsoleState['partial'];
  piped: ConsoleState['piped'];
  history: ConsoleState['history'];
  readonly shown: Shown[];
  readonly effects: Effect[];
}
const begin = (s: ConsoleState): Draft => ({
  id: s.id,
  program: s.program,
  ahead: s.ahead,
  partial: s.partial,
  piped: s.piped,
  history: s.history,
  shown: [],
  effects: [],
});
const finish = (d: Draft): ConsoleState => ({
  id: d.id,
  program: d.program,
  ahead: d.ahead,
  partial: d.partial,
  piped: d.piped,
  history: d.history,
});
const cxOf = ({ id, history }: Draft, { host, conn, now, epoch, seed }: Env<Host>): Cx => ({
  id,
  host,
  conn,
  now,
  epoch,
  seed,
  history,
});
const NOBODY: readonly Octets[] = [];

/** Complete lines and control characters; the last piece may be a line that has not ended. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const PIECE = /[\x03\x04\x1a\x1d]|[^\x03\x04\x1a\x1d\n]+\n?|\n/g;
// eslint-disable-next-line no-control-regex -- as above
const WHOLE = /^[^\x03\x04\x1a\x1d\n]*\n$/;
const pieces = (typed: Octets): readonly Octets[] =>
  WHOLE.test(typed) ? [typed] : (typed.match(PIECE) ?? []);

function type(draft: Draft, octets: Octets, env: Env<Host>): void {
  const { partial } = draft;
  draft.partial = '';
  for (const piece of pieces(partial + octets)) {
    if (piece === INTERRUPT) interrupt(draft, env);
    else if (piece === END) queue(draft, unended(draft) || END);
    else if (piece === ESCAPE) queue(draft, ESCAPE);
    else if (piece.endsWith('\n')) queue(draft, unended(draft) + piece);
    else if (piece !== '\x1a') draft.partial += piece;
    consume(draft, env);
  }
}
function unended(draft: Draft): Octets {
  const { partial } = draft;
  draft.partial = '';
  return partial;
}
const queue = (draft: Draft, piece: Octets): void => {
  draft.ahead = draft.ahead.length === 0 ? [piece] : draft.ahead.concat(piece);
};
/** Ctrl-C throws away what was typed ahead, as a terminal does (POSIX XBD 11.1.9, ISIG without NOFLSH). */
function interrupt(draft: Draft, env: Env<Host>): void {
  const idle = draft.program === null;
  draft.ahead = NOBODY;
  draft.partial = '';
  draft.piped = null;
  if (idle) draft.shown.push(says('^C'));
  else move(draft, { type: 'interrupt' }, env);
}
/** Whoever reads now reads, until nobody does or nothing is left. */
function consume(draft: Draft, env: Env<Host>): void {
  for (;;) {
    const { program, piped, ahead } = draft;
    if (program && !reads(program)) return;
    const from = piped ?? ahead;
    const next = from[0];
    if (next === undefined) return;
    const rest = from.length === 1 ? NOBODY : from.slice(1);
    if (piped) draft.piped = rest;
    else draft.ahead = rest;
    if (program) move(draft, stirOf(next, piped !== null), env);
    else command(draft, next, env);
  }
}
function stirOf(piece: Octets, piped: boolean): Stir {
  if (piped) return piece === '' ? { type: 'end', of: 'pipe' } : { type: 'line', text: piece, ended: false };
  if (piece === END) return { type: 'end', of: 'terminal' };
  if (piece === ESCAPE) return { type: 'escape' };
  const ended = piece.endsWith('\n');
  return { type: 'line', text: ended ? piece.slice(0, -1) : piece, ended };
}
function move(draft: Draft, happening: Stir, env: Env<Host>): void {
  const { program } = draft;
  if (!program) return;
  const turn = stir(program, happening, cxOf(draft, env));
  for (const shown of turn.shown) draft.shown.push(shown);
  for (const effect of turn.effects) draft.effects.push(effect);
  draft.program = turn.state;
  if (!turn.state) draft.piped = null;
}
function command(draft: Draft, piece: Octets, env: Env<Host>): void {
  if (piece === END) draft.shown.push(says('', 'There is nothing behind this shell: close its tab instead.'));
  const line = piece.replace(/\n$/, '').trim();
  if (line === '' || piece === END || piece === ESCAPE) return;
  draft.history = withLine(draft.history, line);
  const { turn, piped } = run(line, cxOf(draft, env));
  for (const shown of turn.shown) draft.shown.push(shown);
  for (const effect of turn.effects) draft.effects.push(effect);
  // An empty piece is the end of the pipe.
  const input = piped === null || !turn.state ? null : piped === '' ? [''] : [piped, ''];
  draft.program = turn.state;
  draft.piped = input;
}

/** Neighbours by the same speaker are one event. */
function printed({ shown, id }: Draft, env: Env<Host>): readonly Told[] {
  const told: Told[] = [];
  for (const { octets, by } of shown) {
    const last = told.at(-1);
    if (octets === '') continue;
    if (last?.type === 'printed' && last.by === by)
      told.splice(-1, 1, { ...last, octets: last.octets + octets });
    else
      told.push({
        type: 'printed',
        id: env.next + told.length,
        at: env.now,
        cause: env.cause,
        conn: env.conn,
        console: id,
        octets,
        by,
      });
  }
  return told;
}
function on(state: ConsoleState, happening: Happening, env: Env<Host>): Moved<ConsoleState, Host> {
  const draft = begin(state);
  if (happening.type === 'typed') type(draft, happening.octets, env);
  else {
    move(draft, happening, env);
    consume(draft, env);
  }
  const effects: Caused[] = [];
  for (const effect of draft.effects) effects.push({ effect, cause: env.cause });
  return { state: finish(draft), host: env.host, effects, told: printed(draft, env) };
}

export const console: Machine<ConsoleState, Host> = {
  id: 'console',
  start: (given) => newConsole(typeof given === 'string' ? given : ''),
  on,
  deadline: () => undefined,
  listens: () => true,
};
