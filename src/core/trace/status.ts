// What a person at a console is waiting for, as data: the words are the interface's.
import type { ConsoleId } from '../base/ids.ts';
import type { Micros } from '../base/time.ts';
import type { Conn, Console, Due, World } from '../kernel/world.ts';
import { begunOf, type Reading } from '../wire/framing.ts';
import { contentOf, type Content } from './content.ts';
import { readers } from './protocols.ts';

export type Status =
  /** No such console in this world. */
  | { readonly kind: 'none' }
  /** Nothing is connected: a shell, or a program that needs no connection. */
  | { readonly kind: 'shell' }
  /** The console waits by itself until then. */
  | { readonly kind: 'sleeping'; readonly until: Micros }
  /** Its program is a server: nobody has called yet. */
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'dialling'; readonly to: string; readonly port: number }
  /** Octets, records or ends of streams are on their way, or a question to the DNS, until then at least. */
  | { readonly kind: 'flying'; readonly until: Micros }
  | { readonly kind: 'handshake' }
  /** The server waits for a TLS handshake, and nobody here begins one. */
  | { readonly kind: 'deadlock'; readonly port: number; readonly began: 'implicit' | 'asked' }
  /** The server has heard this much of a line and waits for its CR LF; `lf`: a bare LF has come, which is no line end here. */
  | { readonly kind: 'noLineEnd'; readonly held: number; readonly lf: boolean }
  /** It is your turn, and whatever you type belongs to what you are handing over. */
  | {
      readonly kind: 'content';
      readonly protocol: string;
      readonly state: string;
      readonly until: Micros | undefined;
      readonly content: Content;
    }
  /** The server reads nothing at the moment: it is busy itself. */
  | { readonly kind: 'busy'; readonly protocol: string; readonly state: string }
  /** It is your turn. `until`: when the server gives up; undefined: never. */
  | {
      readonly kind: 'yourTurn';
      readonly protocol: string;
      readonly state: string;
      readonly until: Micros | undefined;
    }
  /** It is your turn to end a command: its literal is complete. */
  | {
      readonly kind: 'rest';
      readonly protocol: string;
      readonly state: string;
      readonly until: Micros | undefined;
    }
  /** Its program is the server, and somebody has called. */
  | { readonly kind: 'serving' }
  /** The server will say nothing more, or the connection is gone. */
  | { readonly kind: 'closed'; readonly how: 'close' | 'reset' };

export function statusOf(world: World, console: ConsoleId): Status {
  const seat = world.consoles.find((c) => c.id === console);
  if (!seat) return { kind: 'none' };
  if (seat.wait > world.now) return { kind: 'sleeping', until: seat.wait };
  const conn = world.conns.find((c) => c.id === seat.conn);
  if (seat.conn === 0) {
    if (seat.listener) return { kind: 'listening', port: seat.listener.port };
    const until = landing(
      world.agenda,
      ({ arrival }) => arrival.type === 'dns' && arrival.asking.console === console,
    );
    return until === undefined ? { kind: 'shell' } : { kind: 'flying', until };
  }
  return conn ? connected(world, conn, seat) : { kind: 'closed', how: 'close' };
}
function connected(world: World, conn: Conn, seat: Console): Status {
  if (conn.phase === 'dialling') return { kind: 'dialling', to: conn.b.host, port: conn.port };
  if (conn.phase !== 'open') return { kind: 'closed', how: 'reset' };
  const until = landing(world.agenda, (due) => due.conn === conn.id);
  if (until !== undefined) return { kind: 'flying', until };
  const answers = conn.b.machine === 'console' && conn.b.state === seat.id;
  if ((answers ? conn.fromA : conn.fromB).fin !== 'no') return { kind: 'closed', how: 'close' };
  if (conn.tls.b === 'hello' && conn.tls.a === 'off') {
    const implicit = world.hosts[conn.b.host]?.services[conn.port]?.tls === 'implicit';
    return { kind: 'deadlock', port: conn.port, began: implicit ? 'implicit' : 'asked' };
  }
  if (conn.tls.a !== conn.tls.b) return { kind: 'handshake' };
  return answers ? { kind: 'serving' } : answering(world, conn);
}
/** When the next thing of somebody's arrives; the agenda is a heap, and all of it is walked. */
function landing(agenda: World['agenda'], his: (due: Due) => boolean): Micros | undefined {
  if (!agenda) return undefined;
  const later = [landing(agenda.left, his), landing(agenda.right, his)].filter((at) => at !== undefined);
  if (his(agenda.due)) later.push(agenda.at);
  return later.length === 0 ? undefined : Math.min(...later);
}
function answering({ hosts }: World, { b }: Conn): Status {
  const reader = readers.get(b.machine);
  const state = b.state;
  if (!reader || !isSession(state))
    return { kind: 'yourTurn', protocol: b.machine, state: '', until: undefined };
  const place = { protocol: reader.id, state: state.at.name };
  const host = hosts[b.host];
  const framing = host && reader.framing(state, host);
  if (!framing || framing.name === 'nothing') return { kind: 'busy', ...place };
  const content = contentOf(framing, state.reading);
  if (content) return { kind: 'content', ...place, until: reader.deadline(state), content };
  const held = state.reading?.held ?? '';
  if (held !== '') return { kind: 'noLineEnd', held: held.length, lf: held.includes('\n') };
  const rest = framing.name === 'literal lines' && state.reading?.taken;
  return { kind: rest ? 'rest' : 'yourTurn', ...place, until: reader.deadline(state) };
}
/** What is being handed over on this connection, where what is typed is no command. */
export function contentIn({ hosts }: World, { b }: Conn): Content | undefined {
  const host = hosts[b.host];
  const framing = host && readers.get(b.machine)?.framing(b.state, host);
  return framing && isSession(b.state) ? contentOf(framing, b.state.reading) : undefined;
}
/** What has been heard of a command that goes on after a literal; '' where none does. */
export const takenIn = ({ b }: Conn): string =>
  isSession(b.state) && b.state.reading ? b.state.reading.taken : '';
/** The same, and of a line that has not ended. */
export const begunIn = ({ b }: Conn): string =>
  isSession(b.state) && b.state.reading ? begunOf(b.state.reading) : '';
/** What has been heard of a line that has not ended. */
export const heldIn = ({ b }: Conn): string => (isSession(b.state) ? (b.state.reading?.held ?? '') : '');
/** Where the session of whoever was dialled stands; '' while there is none. */
export const stateIn = ({ b }: Conn): string => (isSession(b.state) ? b.state.at.name : '');
interface AnySession {
  readonly at: { readonly name: string };
  readonly reading: Reading | null;
}
const isSession = (state: unknown): state is AnySession =>
  typeof state === 'object' && state !== null && 'at' in state && 'reading' in state;
