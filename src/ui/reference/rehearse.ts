// A way is gone in a copy of the world first: the lines that lead there are found without anybody having to watch those that do not.
import { typed } from '../../app/engine.ts';
import type { Lab } from '../../app/lab.ts';
import { recorded } from '../../app/restore.ts';
import type { Conn, Input, World } from '../../core/kernel/world.ts';
import type { TraceEvent } from '../../core/trace/event.ts';
import { readers } from '../../core/trace/protocols.ts';
import { stateIn } from '../../core/trace/status.ts';
import type { Trial } from './ways.ts';

export interface Moment {
  readonly world: World;
  readonly console: string;
}
/** A line, and the state the session is in once it is answered; undefined: there is no session then. */
export interface Line {
  readonly text: string;
  readonly then: string | undefined;
}
/** `arrives`: what is tried is legal there. Else the lines go as far as the first that does not lead on. */
export interface Plan {
  readonly lines: readonly Line[];
  readonly arrives: boolean;
}
interface Heard extends Moment {
  readonly events: readonly TraceEvent[];
}

export const connOf = ({ world, console }: Moment): Conn | undefined => {
  const seat = world.consoles.find(({ id }) => id === console);
  return world.conns.find(({ id }) => id === seat?.conn);
};
/** The state this console's session of the protocol is in. Undefined: it has none. */
export function stateOf(moment: Moment, protocol: string): string | undefined {
  const conn = connOf(moment);
  return conn?.b.machine === protocol ? stateIn(conn) : undefined;
}
/** Are these commands legal on the connection of this console? */
export function areLegal(moment: Moment, protocol: string, verbs: readonly string[]): boolean {
  const conn = connOf(moment);
  const host = conn && moment.world.hosts[conn.b.host];
  if (!host || conn.b.machine !== protocol) return false;
  const known = readers.get(protocol)?.legalNow(conn.b.state, host) ?? [];
  return verbs.every((verb) => known.some((it) => it.verb === verb && !it.why));
}
/** What these inputs come to, if nobody does anything else. */
export async function foreseen(
  lab: Lab,
  { world, console }: Moment,
  inputs: readonly Input[],
): Promise<Heard> {
  const timeline = lab.begin(world);
  for (const input of [...inputs, { type: 'pass', until: 'quiet' } as const])
    await recorded(lab, timeline, input);
  return { world: timeline.worlds.at(-1) ?? world, console, events: timeline.trace };
}
function isRefused({ events, ...moment }: Heard, protocol: string): boolean {
  const conn = connOf(moment);
  if (conn?.b.machine !== protocol) return true;
  return events.some(
    (it) => it.type === 'outcome' && it.conn === conn.id && readers.get(protocol)?.isRefusal(it),
  );
}

interface Reached {
  readonly moment: Moment;
  readonly lines: readonly Line[];
  readonly legs: number;
}
/** Depth first: where a leg leads nowhere, the one before may have another line. */
export async function rehearse(lab: Lab, start: Moment, protocol: string, trial: Trial): Promise<Plan> {
  const { way, verbs, sent } = trial;
  let furthest: Omit<Reached, 'moment'> = { lines: [], legs: -1 };
  const lost = (lines: readonly Line[], legs: number): void => {
    if (legs > furthest.legs) furthest = { lines, legs };
  };
  async function isThere(at: Moment): Promise<boolean> {
    if (!areLegal(at, protocol, verbs)) return false;
    const inputs = sent.map((text) => typed(at.console, text));
    return sent.length === 0 || !isRefused(await foreseen(lab, at, inputs), protocol);
  }
  async function goOn({ moment, lines, legs }: Reached): Promise<readonly Line[] | undefined> {
    const { [legs]: leg } = way;
    if (!leg) {
      if (await isThere(moment)) return lines;
      lost(lines, legs);
      return undefined;
    }
    for (const by of leg.by) {
      const { at, said, leads } = await saying(lab, moment, protocol, leg.to, by);
      const all = [...lines, ...said];
      const found = leads ? await goOn({ moment: at, lines: all, legs: legs + 1 }) : undefined;
      if (found) return found;
      if (!leads) lost(all, legs);
    }
    return undefined;
  }
  const found = await goOn({ moment: start, lines: [], legs: 0 });
  return { lines: found ?? furthest.lines, arrives: found !== undefined };
}
/** These lines, up to the first that is refused. */
async function saying(
  lab: Lab,
  from: Moment,
  protocol: string,
  to: string,
  by: readonly string[],
): Promise<{ readonly at: Moment; readonly said: readonly Line[]; readonly leads: boolean }> {
  let at = from;
  const said: Line[] = [];
  for (const text of by) {
    const heard = await foreseen(lab, at, [typed(at.console, text)]);
    at = heard;
    said.push({ text, then: stateOf(heard, protocol) });
    if (isRefused(heard, protocol)) return { at, said, leads: false };
  }
  return { at, said, leads: said.at(-1)?.then === to };
}
