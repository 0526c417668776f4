// The way to a moment at which a command is legal is typed, line by line.
import { engine, focusConsole, goLive, headWorld, openConsole, type, typeAll } from '../../app/engine.ts';
import { settled } from '../../app/settled.ts';
import { readers } from '../../core/trace/protocols.ts';
import { areLegal, connOf, foreseen, rehearse, stateOf, type Line, type Moment } from './rehearse.ts';
import type { Trial } from './ways.ts';

/** Where the command may be said, and the line that is left for whoever tries it. */
export interface Arrived {
  readonly console: string;
  readonly line: string;
}
/** Undefined: this world lets nobody get there. What was refused stands in the console then, and nothing was typed after it. */
export async function arrive(protocol: string, trial: Trial): Promise<Arrived | undefined> {
  goLive();
  const console = (trial.anywhere && alreadyThere(protocol, trial)) || (await gone(protocol, trial));
  if (console === undefined) return undefined;
  focusConsole(console);
  typeAll(console, trial.sent);
  await settled();
  return { console, line: `${trial.sent.length > 0 ? '' : beginning(console, protocol)}${trial.line}` };
}
const momentOf = (console: string): Moment | undefined => {
  const world = headWorld(engine.getState());
  return world && { world, console };
};
/** A console where it is legal; the one in front first. */
function alreadyThere(protocol: string, { verbs }: Trial): string | undefined {
  const { console: front } = engine.getState();
  const seats = headWorld(engine.getState())?.consoles ?? [];
  const all = [front, ...seats.map(({ id }) => id)];
  return all.find((console) => {
    const moment = momentOf(console);
    return moment && areLegal(moment, protocol, verbs);
  });
}
/** What comes before the verb of the next command at this console: a tag where there are tags. */
function beginning(console: string, protocol: string): string {
  const moment = momentOf(console);
  const conn = moment && connOf(moment);
  return conn ? (readers.get(protocol)?.begins(conn.b.state) ?? '') : '';
}
/** The console in which the way has led there. */
async function gone(protocol: string, trial: Trial): Promise<string | undefined> {
  const { lab, console: front } = engine.getState();
  const moment = momentOf(front);
  if (!lab || !moment) return undefined;
  const { world } = moment;
  const host = world.consoles.find(({ id }) => id === front)?.host ?? 'client.example.net';
  // a conversation that is going on goes on: the way begins at a console of its own
  const isFree = lab.atShell(world, front);
  const start = isFree
    ? moment
    : await foreseen(lab, { world, console: 'rehearsal' }, [{ type: 'open', console: 'rehearsal', host }]);
  const { lines, arrives } = await rehearse(lab, start, protocol, trial);
  const console = isFree ? front : openConsole(host);
  const ends = await typeWhile(console, protocol, lines);
  return arrives && ends ? console : undefined;
}
/** Each line waits for the answer to the one before; false: one was answered otherwise than foreseen, and was the last. */
async function typeWhile(console: string, protocol: string, lines: readonly Line[]): Promise<boolean> {
  for (const { text, then } of lines) {
    type(console, text);
    await settled();
    const moment = momentOf(console);
    if (!moment || stateOf(moment, protocol) !== then) return false;
  }
  return true;
}
