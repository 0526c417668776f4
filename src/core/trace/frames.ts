// Which octets of a connection are which command, text or chunk: the frames a server was heard to take, found again in what was sent.
import type { Octets } from '../base/octets.ts';
import type { Host } from '../host/host.ts';
import type { World } from '../kernel/world.ts';
import type { Framing } from '../wire/framing.ts';
import type { ConnEvent, TraceEvent, Wire } from './event.ts';
import { growing } from './growing.ts';
import { readers, type Reader } from './protocols.ts';
import { eventOf } from './query.ts';

type Command = TraceEvent & { readonly type: 'command' };
export type Outcome = TraceEvent & { readonly type: 'outcome' };

/** A stretch of what the client sent; offsets from the connection's beginning, the line end within. */
export interface Frame {
  readonly from: number;
  readonly to: number;
  /**
   * `text`: up to a lone dot; `chunk`: counted; `line`: a line that is no command; `discarded`: thrown away unread (STARTTLS);
   * `passed`: read as part of something too long or refused.
   */
  readonly kind: 'command' | 'text' | 'chunk' | 'line' | 'discarded' | 'passed';
  /** Of a command: as the server heard it, literals in place. */
  readonly line: Octets;
  /** Of a command and of a line: where the session stood. */
  readonly state: string;
}
/** One connection to a server: what its client has sent, and what that was. */
export interface Talk {
  readonly reader: Reader | undefined;
  readonly host: Host | undefined;
  /** Everything the client has sent. */
  sent: Octets;
  /** Of these the server has taken so many. */
  read: number;
  readonly frames: Frame[];
  state: string;
  /** Announced by the latest command that counts. */
  announced: number;
  /** By a send's index in the trace: where it begins in `sent`. */
  readonly begins: Map<number, number>;
  /** By a reply's index in the trace: the outcomes whose words it holds, in order. */
  readonly replies: Map<number, readonly Outcome[]>;
  /** Words said, not sent yet. */
  spoken: Outcome[];
}
type Talks = ReadonlyMap<number, Talk>;

const known = new WeakMap<World, (trace: readonly TraceEvent[]) => Talks>();
/** Every connection of a trace that began in this world. Throws `NotHere` while a protocol spoken there has not arrived. */
export function talksIn(start: World, trace: readonly TraceEvent[]): Talks {
  let read = known.get(start);
  if (!read) {
    read = growing<Map<number, Talk>>((events, kept, length) => {
      const talks = kept ?? new Map<number, Talk>();
      for (let i = length; i < events.length; i++) note(talks, events, i, start);
      return talks;
    });
    known.set(start, read);
  }
  return read(trace);
}
function note(talks: Map<number, Talk>, trace: readonly TraceEvent[], index: number, start: World): void {
  const event = trace[index];
  if (!event || event.conn === 0) return;
  const talk = talks.get(event.conn);
  if (event.type === 'conn') {
    if (!talk) talks.set(event.conn, newTalk(event, start));
  } else if (!talk) return;
  else if (event.type === 'wire') send(talk, event, index);
  else if (event.type === 'discarded') take(talk, talk.read + event.octets.length, 'discarded');
  else if (event.type === 'command' && event.protocol === talk.reader?.id) order(talk, event);
  else if (event.type === 'outcome' && event.protocol === talk.reader?.id) settle(talk, event, trace);
}
function newTalk({ to, port }: ConnEvent, { hosts }: World): Talk {
  const host = hosts[to];
  const machine = host?.services[port]?.machine;
  const reader = machine === undefined ? undefined : readers.get(machine);
  return {
    reader,
    host,
    sent: '',
    read: 0,
    frames: [],
    state: '',
    announced: 0,
    begins: new Map(),
    replies: new Map(),
    spoken: [],
  };
}
function send(talk: Talk, { dir, octets }: Wire, index: number): void {
  if (dir === 'a>b') {
    talk.begins.set(index, talk.sent.length);
    talk.sent += octets;
  } else {
    talk.replies.set(index, talk.spoken);
    talk.spoken = [];
  }
}
const NO_COMMAND = { line: '', state: '' } as const;
function take(
  talk: Talk,
  to: number,
  kind: Frame['kind'],
  { line, state }: Pick<Frame, 'line' | 'state'> = NO_COMMAND,
): void {
  const end = Math.min(to, talk.sent.length);
  if (end <= talk.read) return;
  talk.frames.push({ from: talk.read, to: end, kind, line, state });
  talk.read = end;
}
/** The line is known as it was heard: it stands where the last frame ended, or after what was passed over. */
function order(talk: Talk, { line, state }: Command): void {
  const at = talk.sent.startsWith(line, talk.read) ? talk.read : talk.sent.indexOf(line, talk.read);
  if (at < 0) return;
  take(talk, at, 'passed');
  const end = at + line.length;
  take(talk, end + endAt(talk.sent, end), 'command', { line, state });
  const counts = talk.reader?.spansOf(state, line).spans.find(({ role }) => role === 'octets');
  if (counts) talk.announced = Number(line.slice(counts.from, counts.to));
}
/** How many octets end a line here: 2, 1 (a bare LF), or none. */
export const endAt = (octets: Octets, at: number): number =>
  octets.startsWith('\r\n', at) ? 2 : octets[at] === '\n' ? 1 : 0;

function settle(talk: Talk, outcome: Outcome, trace: readonly TraceEvent[]): void {
  const cause = eventOf(trace, outcome.cause);
  const heard = cause?.type === 'wire' && cause.dir === 'a>b' && outcome.trigger !== 'literal';
  if (heard) hear(talk, outcome.from);
  talk.state = outcome.to;
  if (talk.reader?.outcomeOf(outcome, outcome.from)?.says !== undefined) talk.spoken.push(outcome);
}
/** What this state's lines are cut into; a chunk is as long as was announced. */
export const framingIn = ({ reader, host, announced }: Talk, state: string): Framing | undefined =>
  host && reader?.framing({ at: { name: state, data: { body: '', size: announced } } }, host);
/** A frame that was no command: read by the very framing that the server read it with. */
function hear(talk: Talk, state: string): void {
  const framing = framingIn(talk, state);
  if (!framing) return;
  let { start: reading } = framing;
  for (let at = talk.read; at < talk.sent.length;) {
    const cut = framing.take(reading, talk.sent.slice(at));
    at += cut.used;
    ({ reading } = cut);
    if (cut.frame) {
      take(talk, at, kindOf(framing), { line: '', state });
      return;
    }
    if (cut.used === 0) return;
  }
}
export const kindOf = ({ name }: Framing): 'text' | 'chunk' | 'line' =>
  name === 'dotted' ? 'text' : name === 'counted' ? 'chunk' : 'line';
