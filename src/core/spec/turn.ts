// One happening being worked on, and the events it leaves. Written out in full, field by field: an object made by spreading
// costs V8 three times the memory and ten times the time, and this is the path of every octet.
import type { EventId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { Micros } from '../base/time.ts';
import type { Reading } from '../wire/framing.ts';
import type { Node, Table } from './compile.ts';
import type { Problem } from './grammar.ts';
import type { Caused, Env, Happening, Moved, Told } from './machine.ts';
import type { At, Shape } from './take.ts';

/** One side of one connection, between two happenings. Plain data. */
export interface Session<P extends Shape> {
  readonly at: At<P>;
  readonly session: P['session'];
  /** Null: at the start of a frame. */
  readonly reading: Reading | null;
  /** Arrived, not yet read (pipelining; a state that reads nothing). */
  readonly unread: Octets;
  /** Of the command being answered. */
  readonly tag: string;
  /** How many commands were heard. */
  readonly commands: number;
  /** When something was last heard. */
  readonly since: Micros;
  /** What brought the latest octets: the cause of commands read later. */
  readonly source: EventId;
  readonly closed: boolean;
}
/** One happening being worked on: local, mutable, gone when `on` returns. */
export interface Turn<P extends Shape> {
  readonly table: Table<P>;
  readonly env: Env<P['host']>;
  at: At<P>;
  session: P['session'];
  host: P['host'];
  reading: Reading | null;
  unread: Octets;
  source: EventId;
  tag: string;
  commands: number;
  closed: boolean;
  refused: boolean;
  out: Octets;
  cause: EventId;
  effects: Caused[];
  told: Told[];
}

export const begin = <P extends Shape>(
  table: Table<P>,
  state: Session<P>,
  happening: Happening,
  env: Env<P['host']>,
): Turn<P> => ({
  table,
  env,
  at: state.at,
  session: state.session,
  host: env.host,
  reading: state.reading,
  unread: state.unread,
  source: happening.type === 'received' ? env.cause : state.source,
  tag: state.tag,
  commands: state.commands,
  closed: state.closed,
  refused: false,
  out: '',
  cause: env.cause,
  effects: [],
  told: [],
});
export const finish = <P extends Shape>(t: Turn<P>, since: Micros): Moved<Session<P>, P['host']> => ({
  state: {
    at: t.at,
    session: t.session,
    reading: t.reading,
    unread: t.unread,
    tag: t.tag,
    commands: t.commands,
    since,
    source: t.source,
    closed: t.closed,
  },
  host: t.host,
  effects: t.effects,
  told: t.told,
});
/** Where it is now, as it was declared. */
export function nodeOf<P extends Shape>({ table, at }: Turn<P>): Node<P> {
  const node = table.nodes.get(at.name);
  if (!node) throw new Error(`no state ${at.name}`);
  return node;
}
export function flush<P extends Shape>(t: Turn<P>): void {
  if (t.out === '') return;
  t.effects.push({ effect: { type: 'send', octets: t.out }, cause: t.cause });
  t.out = '';
}

const nextId = <P extends Shape>(t: Turn<P>): EventId => t.env.next + t.told.length;
export const tellCommand = <P extends Shape>(
  t: Turn<P>,
  verb: string,
  line: Octets,
  problem: Problem | undefined,
): void => {
  const id = nextId(t);
  const { now: at, conn } = t.env;
  const protocol = t.table.protocol.id;
  t.told.push({
    type: 'command',
    id,
    at,
    cause: t.source,
    conn,
    protocol,
    verb,
    tag: t.tag,
    state: t.at.name,
    line,
    problem,
  });
  t.cause = id;
};
export const tellOutcome = <P extends Shape>(
  t: Turn<P>,
  trigger: string,
  outcome: string,
  from: string,
): EventId => {
  const id = nextId(t);
  const { now: at, conn } = t.env;
  const protocol = t.table.protocol.id;
  const to = t.closed ? 'closed' : t.at.name;
  t.told.push({ type: 'outcome', id, at, cause: t.cause, conn, protocol, trigger, outcome, from, to });
  return id;
};
export const tellFact = <P extends Shape>(t: Turn<P>, fact: { readonly type: string }): void => {
  const { now: at, conn, place: host } = t.env;
  t.told.push({ type: 'fact', id: nextId(t), at, cause: t.cause, conn, host, fact });
};
export function tellBelief<P extends Shape>(t: Turn<P>, before: At<P>): void {
  const { believes } = t.table.protocol;
  const fact = believes?.({ at: t.at, session: t.session, host: t.host }, before);
  if (fact) tellFact(t, fact);
}
export const tellDiscarded = <P extends Shape>(t: Turn<P>, octets: Octets): void => {
  const id = nextId(t);
  t.told.push({
    type: 'discarded',
    id,
    at: t.env.now,
    cause: t.source,
    conn: t.env.conn,
    octets,
    rfc: '3207#4.2',
  });
};
export const tellFault = <P extends Shape>(t: Turn<P>, error: string): EventId => {
  const id = nextId(t);
  t.told.push({ type: 'fault', id, at: t.env.now, cause: t.cause, conn: t.env.conn, error });
  return id;
};
