// Plays one conversation and compares. The same lines must come back however the client's octets are cut.
import { draw } from '../../src/core/base/random.ts';
import { CRLF, type Octets } from '../../src/core/base/octets.ts';
import { MINUTE } from '../../src/core/base/time.ts';
import type { Protocol, Shape } from '../../src/core/spec/protocol.ts';
import { template } from '../../src/core/wire/template.ts';
import { declarationOf, innerKeys, type OutcomeEvent } from './coverage.ts';
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
  stateOf,
  turnTls,
  type Lab,
} from './lab.ts';
import { matches, octetsOf } from './octets.ts';
import { Complaint, type Block, type Step } from './parse.ts';
import { deliver, isLocked, lettersOf, worldFor } from './place.ts';

/** How the client's octets are cut: not at all, after each one, or at places drawn from a seed. */
export type Cut = 'whole' | 'bytes' | number;
/** What a conversation has shown, and the lines whose words have changed. */
export interface Result {
  readonly shown: ReadonlySet<string>;
  /** Line number → what it should read: only under `update`. */
  readonly rewritten: ReadonlyMap<number, string>;
}
/** One client, and what it has read so far. */
interface Client {
  readonly conn: number;
  read: number;
  /** What is typed but not sent: several lines in a row go out together. */
  typed: Octets;
  /** Outcomes counted or passed over. */
  outcomes: number;
  /** Within a reply of several lines. */
  many: boolean;
}
interface Play<P extends Shape> {
  readonly protocol: Protocol<P>;
  readonly block: Block;
  readonly cut: Cut;
  readonly update: boolean;
  readonly lab: Lab;
  readonly clients: Map<string, Client>;
  readonly captured: Map<string, string>;
  readonly shown: Set<string>;
  readonly rewritten: Map<number, string>;
}

export function play<P extends Shape>(protocol: Protocol<P>, block: Block, cut: Cut, update = false): Result {
  const p: Play<P> = {
    protocol,
    block,
    cut,
    update,
    lab: labOf(worldFor(block.wishes)),
    clients: new Map(),
    captured: new Map(),
    shown: new Set(),
    rewritten: new Map(),
  };
  prepare(p);
  for (const step of block.steps) act(p, step);
  for (const [name, client] of p.clients) {
    flush(p, client);
    expectSilence(p, client, block.steps.at(-1)?.line ?? block.line, name);
  }
  const [fault] = faults(p.lab);
  if (fault !== undefined) throw new Complaint(block.file, block.line, `fault: ${fault}`);
  return p;
}

/** `greeted`, `as=NAME`: what this conversation takes for granted is neither shown nor counted. */
function prepare<P extends Shape>(p: Play<P>): void {
  const { as, greeted } = p.block.wishes;
  if (as === undefined && greeted === undefined) return;
  const client = connect(p, 'a', p.block.wishes['port'] ?? '110');
  if (as !== undefined)
    for (const line of [`USER ${as}`, `PASS ${passwords[as] ?? ''}`]) send(p.lab, client.conn, line + CRLF);
  client.read = heard(p.lab, client.conn).length;
  client.outcomes = outcomesOf(p, client).length;
}
const passwords: Readonly<Record<string, string>> = {
  alice: 'paper lantern',
  bob: 'correct-horse',
  carol: 'c4rol"quote',
};
function connect<P extends Shape>(p: Play<P>, name: string, port: string): Client {
  const client: Client = { conn: open(p.lab, Number(port)), read: 0, typed: '', outcomes: 0, many: false };
  p.clients.set(name, client);
  return client;
}

function act<P extends Shape>(p: Play<P>, step: Step): void {
  const { session, kind, text, line } = step;
  if (kind === 'open') {
    connect(p, session, text || '110');
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
  if (kind === 'S') expectLine(p, client, step);
  else if (kind === 'state' || kind === 'closed') expectState(p, client, step);
  else if (isDeed(kind)) deeds[kind](p.lab, client.conn, text);
  else expectFact(p, step);
}
type Deed = 'handshake' | 'fin' | 'reset' | 'wait' | 'turn' | 'shutdown' | 'letter';
const deeds: Readonly<Record<Deed, (lab: Lab, conn: number, text: string) => void>> = {
  handshake: (lab, conn) => secured(lab, conn),
  fin: (lab, conn) => hangUp(lab, conn, 'close'),
  reset: (lab, conn) => hangUp(lab, conn, 'reset'),
  wait: (lab, _conn, minutes) => pass(lab, Number(minutes) * MINUTE),
  turn: (lab, _conn, text) => turnTls(lab, text === 'tls=required' ? 'required' : 'optional'),
  shutdown: (lab) => shutDown(lab),
  letter: (lab, _conn, text) => deliver(lab, ...wordsOf(text)),
};
/** `bob`, or `bob Größe`: for whom, and under which subject. */
function wordsOf(text: string): [user: string, subject?: string] {
  const [user = '', ...subject] = text.split(' ');
  return subject.length === 0 ? [user] : [user, subject.join(' ')];
}
const isDeed = (kind: string): kind is Deed => Object.hasOwn(deeds, kind);

function flush<P extends Shape>(p: Play<P>, client: Client): void {
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

function expectSilence<P extends Shape>(p: Play<P>, client: Client, line: number, name: string): void {
  const more = heard(p.lab, client.conn).slice(client.read);
  if (more !== '')
    throw new Complaint(p.block.file, line, `${name} has not read ${JSON.stringify(more.slice(0, 200))}`);
}
function expectLine<P extends Shape>(p: Play<P>, client: Client, { line, session, text }: Step): void {
  const rest = heard(p.lab, client.conn).slice(client.read);
  const end = rest.indexOf(CRLF);
  const said = end < 0 ? rest : rest.slice(0, end);
  if (end < 0 || !matches(text, said, p.captured)) {
    const wrong = `${session} expected ${JSON.stringify(text)}, the server said ${JSON.stringify(said)}`;
    if (end < 0 || !p.update || !sameCode(text, said)) throw new Complaint(p.block.file, line, wrong);
    p.rewritten.set(line, said);
  }
  client.read += end + CRLF.length;
  if (!client.many) count(p, client, said, line);
  else if (said === '.') client.many = false;
}
/** Words may be rewritten; `+OK`, `-ERR` and `[CODE]` come from the standard and not from the program. */
const sameCode = (a: string, b: string): boolean => !a.includes('$') && codeOf(a) === codeOf(b);
const codeOf = (line: string): string => /^(?:\+OK|-ERR|\+(?= ))?(?: \[[^\]]*\])?/.exec(line)?.[0] ?? '';

const outcomesOf = <P extends Shape>(p: Play<P>, client: Client): readonly OutcomeEvent[] =>
  p.lab.trace.filter((e): e is OutcomeEvent => e.type === 'outcome' && e.conn === client.conn);

/** A status line: the next outcome that says anything has said this. */
function count<P extends Shape>(p: Play<P>, client: Client, said: Octets, line: number): void {
  const outcomes = outcomesOf(p, client);
  while (client.outcomes < outcomes.length) {
    const outcome = outcomes[client.outcomes++];
    const it = outcome && declarationOf(p.protocol, outcome);
    if (!outcome || it?.says === undefined) continue;
    if (!asDeclared(it.says, said))
      throw new Complaint(p.block.file, line, `${it.key} would say ${JSON.stringify(it.says)}`);
    client.many = template(it.says).text.includes('{*');
    credit(p, outcome, it.key);
    return;
  }
  throw new Complaint(p.block.file, line, `no declared outcome says ${JSON.stringify(said)}`);
}
const asDeclared = (says: string, said: Octets): boolean => {
  const [status = ''] = says.split('\n');
  const words = status
    .split(/\{\w+\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${words.join('.*')}$`, 's').test(said);
};
function credit<P extends Shape>(p: Play<P>, outcome: OutcomeEvent, key: string): void {
  p.shown.add(key);
  for (const inner of innerKeys(p.lab.trace, outcome)) p.shown.add(inner);
}

/** `state: NAME` and `closed` count the silent outcome that led there. */
function expectState<P extends Shape>(p: Play<P>, client: Client, { line, kind, text }: Step): void {
  expectSilence(p, client, line, 'the client');
  const wanted = kind === 'closed' ? 'closed' : text;
  const last = outcomesOf(p, client).at(-1);
  const is = last?.to === 'closed' ? 'closed' : stateOf(p.lab, client.conn);
  if (is !== wanted) throw new Complaint(p.block.file, line, `the session is ${is}, not ${wanted}`);
  if (kind === 'closed' && !ended(p.lab, client.conn))
    throw new Complaint(p.block.file, line, 'the connection is still open');
  const it = last && declarationOf(p.protocol, last);
  if (it && it.says === undefined) credit(p, last, it.key);
}
function expectFact<P extends Shape>(p: Play<P>, { line, kind, text }: Step): void {
  const [user = '', value = ''] = text.split(' ');
  const is = factOf(p, kind, user, text);
  const wanted = kind === 'discarded' ? octetsOf(text, p.captured) : value;
  if (is !== wanted) throw new Complaint(p.block.file, line, `${kind}: ${JSON.stringify(is)}`);
}
function factOf<P extends Shape>(p: Play<P>, kind: Step['kind'], user: string, text: string): string {
  if (kind === 'holds') return String(lettersOf(p.lab.world, user));
  if (kind === 'lock') return isLocked(p.lab.world, user) ? 'held' : 'free';
  const dropped = p.lab.trace.flatMap((e) => (e.type === 'discarded' ? [e.octets] : []));
  return dropped.find((octets) => octets === octetsOf(text, p.captured)) ?? dropped.join('|');
}
