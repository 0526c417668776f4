// "Try it": the way to a moment at which a command is legal is typed; the command itself is left to whoever tries it.
import { engine, goLive, headWorld, openConsole, type, typeAll } from '../../app/engine.ts';
import { settled } from '../../app/settled.ts';
import type { Conn, World } from '../../core/kernel/world.ts';
import { readers } from '../../core/trace/protocols.ts';
import { consoleModel } from '../console/model.ts';
import { focusConsole } from '../shell/keys.ts';
import type { Trial } from './ways.ts';

const connOf = (world: World, console: string): Conn | undefined => {
  const seat = world.consoles.find(({ id }) => id === console);
  return world.conns.find(({ id }) => id === seat?.conn);
};
/** Is this command legal on the connection of this console? */
function isLegal(world: World, console: string, protocol: string, verb: string): boolean {
  const conn = connOf(world, console);
  const host = conn && world.hosts[conn.b.host];
  if (!host || conn.b.machine !== protocol) return false;
  const verbs = readers.get(protocol)?.legalNow(conn.b.state, host) ?? [];
  return verbs.some((it) => it.verb === verb && !it.why);
}
/** What comes before the verb of the next command at this console: a tag where there are tags. */
function beginning(console: string, protocol: string): string {
  const world = headWorld(engine.getState());
  const conn = world && connOf(world, console);
  return conn ? (readers.get(protocol)?.begins(conn.b.state) ?? '') : '';
}

/** Resolves when the command is in the line, ready to be finished and sent. */
export async function tryIt(protocol: string, { here, way, sent, line }: Trial): Promise<void> {
  goLive();
  const world = headWorld(engine.getState());
  if (!world) return;
  let { console } = engine.getState();
  if (here === undefined || !isLegal(world, console, protocol, here)) {
    // a conversation that is going on goes on: the way begins at a console of its own
    const seat = world.consoles.find(({ id }) => id === console);
    if (!seat || connOf(world, console)) console = openConsole(seat?.host ?? 'client.example.net');
    for (const each of way) {
      type(console, each);
      // each line waits for the answer to the one before
      await settled();
    }
  }
  typeAll(console, sent);
  await settled();
  const left = `${sent.length > 0 ? '' : beginning(console, protocol)}${line}`;
  consoleModel(console).replace(left, left.length);
  focusConsole();
}
