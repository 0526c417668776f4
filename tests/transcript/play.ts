// Plays one conversation and compares. The same lines must come back however the client's octets are cut.
import type { World } from '../../src/core/kernel/world.ts';
import { POP } from '../world.ts';
import { draw } from '../../src/core/base/random.ts';
import { CRLF, type Octets } from '../../src/core/base/octets.ts';
import { MINUTE } from '../../src/core/base/time.ts';
import { innerKeys, type OutcomeEvent } from './coverage.ts';
import {
  ended,
  faults,
  hangUp,
  heard,
  labOf,
  open,
  pass,
  secured,
  send,
  shutDown,
  spoil,
  stateOf,
  turn,
  type Lab,
  type Watch,
} from './lab.ts';
import { matches, octetsOf } from './octets.ts';
import { Complaint, wishesOf, type Block, type Step } from './parse.ts';
import { deliver, factOf, hand, knobsOf, readsIn, worldFor } from './place.ts';
import { spoken, type Spoken } from './spoken.ts';
import { spanOf, toldTo } from './told.ts';

/** How the client's octets are cut: not at all, after each one, or at places drawn from a seed. */
export type Cut = 'whole' | 'bytes' | number;
/** What a conversation has shown, and the lines whose words have changed. */
export interface Result {
  readonly shown: ReadonlySet<string>;
  /** Line number → what it should read: only under `update`. */
  readonly rewritten: ReadonlyMap<number, string>;
  /** All that servers of its protocol have said, by client. */
  readonly said: () => readonly Octets[];
}
/** One client, and what it has read so far. */
interface Client {
  readonly conn: number;
  /** What is spoken there. */
  readonly speaks: Spoken;
  read: number;
  /** What is typed but not sent: several lines in a row go out together. */
  typed: Octets;
  /** Outcomes counted or passed over. */
  outcomes: number;
  /** Within a reply of several lines. */
  many: boolean;
  /** Octets of a literal of the server's that are still to come; -1: none is. */
  literal: number;
}
interface Play {
  readonly block: Block;
  readonly cut: Cut;
  readonly update: boolean;
  readonly lab: Lab;
  readonly clients: Map<string, Client>;
  readonly captured: Map<string, string>;
  readonly shown: Set<string>;
  readonly rewritten: Map<number, string>;
  /** Up to where it was looked at what machines tell each other. */
  told: number;
}

export function play(block: Block, cut: Cut, update = false, watch?: Watch): Result {
  const p: Play = {
    block,
    cut,
    update,
    lab: labOf(worldFor(block.wishes), watch),
    clients: new Map(),
    captured: new Map(),
    shown: new Set(),
    rewritten: new Map(),
    told: 0,
  };
  prepare(p);
  for (const step of block.steps) act(p, step);
  for (const [name, client] of p.clients) {
    flush(p, client);
    expectSilence(p, client, block.steps.at(-1)?.line ?? block.line, name);
  }
  const [fault] = faults(p.lab);
  if (fault !== undefined) throw new Complaint(block.file, block.line, `fault: ${fault}`);
  const ours = [...p.clients.values()].filter(({ speaks }) => speaks.id === block.protocol);
  return { ...p, said: () => ours.map(({ conn }) => heard(p.lab, conn)) };
}

/** `greeted`, `as=NAME`: what this conversation takes for granted is neither shown nor counted. */
const prepare = (p: Play): void => {
  enter(p, 'a', p.block.wishes);
};
function enter(p: Play, name: string, wishes: Block['wishes']): void {
  const lines = spoken.get(p.block.protocol)?.before(wishes);
  if (!lines) return;
  const client = connect(p, name, portOf(p));
  for (const line of lines) send(p.lab, client.conn, line + CRLF);
  client.read = heard(p.lab, client.conn).length;
  client.outcomes = outcomesOf(p, client).length;
}
const portOf = ({ block: { protocol, wishes } }: Play): string => spoken.get(protocol)?.port(wishes) ?? '';
function connect(p: Play, name: string, port: string): Client {
  const speaks = spoken.get(machineAt(p.lab.world, Number(port)));
  if (!speaks) throw new Complaint(p.block.file, p.block.line, `nobody answers at port ${port}`);
  const conn = open(p.lab, Number(port));
  const client: Client = { conn, speaks, read: 0, typed: '', outcomes: 0, many: false, literal: -1 };
  p.clients.set(name, client);
  return client;
}

function act(p: Play, step: Step): void {
  const { session, kind, text, line } = step;
  if (kind === 'open') {
    connect(p, session, text || portOf(p));
    return;
  }
  if (kind === 'enter') {
    enter(p, session, wishesOf(text));
    return;
  }
  const client = p.clients.get(session);
  if (!client) throw new Complaint(p.block.file, line, `nobody called ${session} has connected`);
  if (kind === 'C' || kind === 'raw') {
    if (client.typed === '') expectSilence(p, client, line, session);
    client.typed += octetsOf(text, p.captured) + (kind === 'C' ? CRLF : '');
    return;
  }
  flush(p, client);
  if (kind === 'told') expectTold(p, step);
  else if (kind === 'S') expectLine(p, client, step);
  else if (kind === 'state' || kind === 'closed') expectState(p, client, step);
  else if (isDeed(kind)) deeds[kind](p.lab, client.conn, text);
  else expectFact(p, step);
}
type Deed =
  | 'handshake'
  | 'fin'
  | 'reset'
  | 'wait'
  | 'later'
  | 'turn'
  | 'names'
  | 'shutdown'
  | 'letter'
  | 'mail';
const deeds: Readonly<Record<Deed, (lab: Lab, conn: number, text: string) => void>> = {
  handshake: (lab, conn) => secured(lab, conn),
  fin: (lab, conn) => hangUp(lab, conn, 'close'),
  reset: (lab, conn) => hangUp(lab, conn, 'reset'),
  wait: (lab, _conn, minutes) => pass(lab, Number(minutes) * MINUTE),
  later: (lab, _conn, text) => pass(lab, spanOf(text)),
  turn: (lab, _conn, text) => {
    const [, host = POP, name = '', value = ''] = /^(?:([^\s=]+) )?(\w+)=(.*)$/.exec(text) ?? [];
    turn(lab, knobsOf({ [name]: value }), host);
  },
  names: (lab, _conn, text) => {
    const [name = '', fault = 'none'] = text.split(' ');
    spoil(lab, name, fault);
  },
  shutdown: (lab) => shutDown(lab),
  letter: (lab, _conn, text) => deliver(lab, ...wordsOf(text)),
  mail: (lab, _conn, text) => hand(lab, ...wordsOf(text)),
};
/** `bob`, or `bob Größe`: for whom, and under which subject. */
function wordsOf(text: string): [user: string, subject?: string] {
  const [user = '', ...subject] = text.split(' ');
  return subject.length === 0 ? [user] : [user, subject.join(' ')];
}
const isDeed = (kind: string): kind is Deed => Object.hasOwn(deeds, kind);

function flush(p: Play, client: Client): void {
  const { typed } = client;
  client.typed = '';
  for (const piece of pieces(typed, p.cut)) send(p.lab, client.conn, piece);
}
function pieces(octets: Octets, cut: Cut): readonly Octets[] {
  if (cut === 'whole') return octets === '' ? [] : [octets];
  if (cut === 'bytes') return Array.from(octets);
  const out: Octets[] = [];
  for (let at = 0; at < octets.length;) {
    const size = 1 + (draw(cut, octets.length, at) % 12);
    out.push(octets.slice(at, at + size));
    at += size;
  }
  return out;
}

function expectSilence(p: Play, client: Client, line: number, name: string): void {
  const more = heard(p.lab, client.conn).slice(client.read);
  if (more !== '')
    throw new Complaint(p.block.file, line, `${name} has not read ${JSON.stringify(more.slice(0, 200))}`);
}
function expectLine(p: Play, client: Client, { line, session, text }: Step): void {
  const rest = heard(p.lab, client.conn).slice(client.read);
  const end = rest.indexOf(CRLF);
  const said = end < 0 ? rest : rest.slice(0, end);
  if (end < 0 || !matches(text, said, p.captured)) {
    const wrong = `${session} expected ${JSON.stringify(text)}, the server said ${JSON.stringify(said)}`;
    if (end < 0 || !p.update || !sameCode(client.speaks, text, said))
      throw new Complaint(p.block.file, line, wrong);
    p.rewritten.set(line, said);
  }
  client.read += end + CRLF.length;
  if (isInData(client, said)) return;
  if (!client.many) count(p, client, said, line);
  else if (client.speaks.isLast(said)) client.many = false;
}
/** A literal, and what follows it, is no line of its own, whatever it looks like. */
function isInData(client: Client, said: Octets): boolean {
  const within = client.literal >= 0;
  client.literal -= said.length + CRLF.length;
  if (client.literal >= 0) return true;
  const announced = client.speaks.id === 'imap' ? /\{(\d+)\}$/.exec(said)?.[1] : undefined;
  client.literal = announced === undefined ? -1 : Number(announced);
  return within;
}
/** Words may be rewritten; codes come from the standard and not from the program. */
const sameCode = ({ code }: Spoken, a: string, b: string): boolean =>
  !/[$…]/.test(a) && code.exec(a)?.[0] === code.exec(b)?.[0];

const outcomesOf = (p: Play, client: Client): readonly OutcomeEvent[] =>
  p.lab.trace.filter((e): e is OutcomeEvent => e.type === 'outcome' && e.conn === client.conn);

/** A status line: the next outcome that says anything has said this. */
function count(p: Play, client: Client, said: Octets, line: number): void {
  const { speaks } = client;
  const outcomes = outcomesOf(p, client);
  for (let i = client.outcomes; i < outcomes.length; i++) {
    const outcome = outcomes[i];
    const it = outcome && speaks.declarationOf(outcome);
    if (!outcome || it?.says === undefined) continue;
    if (!asDeclared(speaks, it.says, said)) {
      if (speaks.isAside(said)) return;
      throw new Complaint(p.block.file, line, `${it.key} would say ${JSON.stringify(it.says)}`);
    }
    client.outcomes = i + 1;
    client.many = speaks.goesOn(it.says, said);
    credit(p, client, outcome, it.key);
    return;
  }
  if (!speaks.isAside(said))
    throw new Complaint(p.block.file, line, `no declared outcome says ${JSON.stringify(said)}`);
}
const asDeclared = ({ bare, status }: Spoken, says: string, said: Octets): boolean => {
  const words = bare(status(says))
    .split(/\{\w+\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${words.join('.*')}$`, 's').test(bare(said));
};
function credit(p: Play, { speaks }: Client, outcome: OutcomeEvent, key: string): void {
  if (speaks.id === p.block.protocol) p.shown.add(key);
  for (const inner of innerKeys(p.lab.trace, outcome)) p.shown.add(inner);
}

/** `state: NAME` and `closed` count the silent outcome that led there. */
function expectState(p: Play, client: Client, { line, kind, text }: Step): void {
  expectSilence(p, client, line, 'the client');
  const wanted = kind === 'closed' ? 'closed' : text;
  const last = outcomesOf(p, client).at(-1);
  const is = last?.to === 'closed' ? 'closed' : stateOf(p.lab, client.conn);
  if (is !== wanted) throw new Complaint(p.block.file, line, `the session is ${is}, not ${wanted}`);
  if (kind === 'closed' && !ended(p.lab, client.conn))
    throw new Complaint(p.block.file, line, 'the connection is still open');
  const it = last && client.speaks.declarationOf(last);
  if (it && it.says === undefined) credit(p, client, last, it.key);
}
function expectTold(p: Play, { line, text }: Step): void {
  const found = toldTo(p.lab, text, p.told, p.captured);
  if (typeof found === 'string') throw new Complaint(p.block.file, line, found);
  p.told = found;
}
function expectFact(p: Play, step: Step): void {
  const { line, kind, text } = step;
  if (kind === 'reads' || kind === 'lacks') {
    const wrong = readsIn(p.lab.world, kind, text, p.captured);
    if (wrong !== undefined) throw new Complaint(p.block.file, line, wrong);
    return;
  }
  const [user = '', ...rest] = text.split(' ');
  const is = factOf(p.lab, kind, user, octetsOf(text, p.captured));
  const wanted =
    kind === 'discarded'
      ? octetsOf(text, p.captured)
      : kind === 'queue' && !isHost(p, user)
        ? text
        : rest.join(' ');
  if (is !== wanted) throw new Complaint(p.block.file, line, `${kind}: ${JSON.stringify(is)}`);
}
const isHost = ({ lab: { world } }: Play, name: string): boolean => Object.hasOwn(world.hosts, name);
const machineAt = (world: World, port: number): string => world.hosts[POP]?.services[port]?.machine ?? '';
