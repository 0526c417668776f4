// What a console knows of the world behind it: prompt, whose turn it is, and what the line being written would mean there.
import type { Surroundings } from '../core/agents/console/complete.ts';
import { modeOf, promptOf } from '../core/agents/console/state.ts';
import type { Mode } from '../core/agents/console/tool.ts';
import { fromUtf8 } from '../core/base/octets.ts';
import { usersNear } from '../core/host/directory.ts';
import type { Host } from '../core/host/host.ts';
import { seek, type Timeline } from '../core/kernel/timeline.ts';
import type { Conn, Console, World } from '../core/kernel/world.ts';
import { namesIn } from '../core/net/dns/zones.ts';
import type { TraceEvent } from '../core/trace/event.ts';
import { contentIn, statusOf, type Status } from '../core/trace/status.ts';
import { NO_ADVICE, type Advice, type TypedNote } from './advice.ts';
import { orMeanwhile } from './parts.ts';
import { adviseShell, adviseWire, secretsIn } from './advise.ts';

export { holdsSecret } from './advise.ts';

export interface Standing {
  /** '' inside a connection. */
  readonly prompt: string;
  readonly mode: Mode;
  readonly status: Status;
  /** Virtual time, to measure the status by. */
  readonly now: number;
}
const seatOf = (world: World, id: string): Console | undefined => world.consoles.find((c) => c.id === id);
const connOf = (world: World, { conn }: Console): Conn | undefined => world.conns.find((c) => c.id === conn);

export function standingOf(world: World, id: string): Standing {
  const seat = seatOf(world, id);
  return {
    prompt: seat ? promptOf(seat.state, seat.host) : '',
    mode: modeOf(seat?.state),
    status: statusOf(world, id),
    now: world.now,
  };
}
const around = (world: World, host: Host): Surroundings => ({
  host,
  users: usersNear(world.hosts, host.id),
  names: namesIn(world.names.zones),
});
/** None while a part it needs is on its way. */
export const adviceAt = (world: World, id: string, text: string, caret: number): Advice =>
  orMeanwhile(() => adviceIn(world, id, text, caret), NO_ADVICE);
function adviceIn(world: World, id: string, text: string, caret: number): Advice {
  const seat = seatOf(world, id);
  const host = seat && world.hosts[seat.host];
  if (!host) return NO_ADVICE;
  if (modeOf(seat.state).program === 'shell') return adviseShell(around(world, host), text, caret);
  const conn = connOf(world, seat);
  const ownPrompt = promptOf(seat.state, seat.host) !== '';
  return conn && !ownPrompt ? adviseWire(world, conn, text, caret) : NO_ADVICE;
}

const NO_NOTE: TypedNote = { prompt: '', eol: '', secrets: [], content: false };
/** By event; worked out once: what has happened stays as it is. */
const notes = new WeakMap<TraceEvent, TypedNote>();
/** How this line was typed: at which prompt, to whom, and what of it is nobody's business. */
export function noteOf({ trace, ends, ...timeline }: Timeline, event: number): TypedNote {
  const typed = trace[event];
  if (typed?.type !== 'typed') return NO_NOTE;
  const known = notes.get(typed);
  if (known) return known;
  const input = inputOf(ends, event);
  const note = noteAt(seek({ trace, ends, ...timeline }, input), typed.console, typed.octets);
  notes.set(typed, note);
  return note;
}
/** The input that brought this event, as an index: how many came before it. */
function inputOf(ends: readonly number[], event: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > event) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low - 1);
}
/** A typed line as anybody may see it: what a terminal would not echo is dots. */
export const maskedLine = (world: World, id: string, octets: string): string =>
  noteAt(world, id, octets).secrets.reduce(
    (line, [from, to]) => line.slice(0, from) + '•'.repeat(to - from) + line.slice(to),
    fromUtf8(octets.replace(/[\r\n]+$/, '')),
  );
function noteAt(world: World, id: string, octets: string): TypedNote {
  const seat = seatOf(world, id);
  if (!seat) return NO_NOTE;
  const prompt = promptOf(seat.state, seat.host);
  if (prompt !== '') return { ...NO_NOTE, prompt };
  const conn = connOf(world, seat);
  const eol = modeOf(seat.state).eol === 'crlf' ? '\r\n' : '\n';
  if (!conn) return { ...NO_NOTE, eol };
  const secrets = secretsIn(world, conn, octets.replace(/\n$/, ''));
  return { prompt, eol, secrets, content: contentIn(world, conn) !== undefined };
}
