// Plays one conversation from the other side: the transcript is the server, a client sent out by a queue or by somebody's mail
// program has to say its lines.
import { CRLF, type Octets } from '../../src/core/base/octets.ts';
import { MINUTE } from '../../src/core/base/time.ts';
import { withHost, withPolicy, type Host } from '../../src/core/host/host.ts';
import { addJob, newJob, noSpool, withWake, type Job } from '../../src/core/host/spool.ts';
import { MACHINES } from '../../src/core/kernel/machines.ts';
import { stepper } from '../../src/core/kernel/step.ts';
import type { Input, World } from '../../src/core/kernel/world.ts';
import { mailboxOf } from '../../src/core/mail/mailbox.ts';
import { withEdit } from '../../src/core/net/dns/service.ts';
import { sending } from '../../src/core/protocols/smtp/client/protocol.ts';
import { smtp } from '../../src/core/protocols/smtp/protocol.ts';
import { usual } from '../../src/core/host/policy.ts';
import { anyMachine } from '../../src/core/spec/forget.ts';
import { cursor, no, type Given } from '../../src/core/spec/grammar.ts';
import type { TraceEvent } from '../../src/core/trace/event.ts';
import { POP, testWorld } from '../world.ts';
import type { OutcomeEvent } from './coverage.ts';
import { deviceStage } from './device.ts';
import { faults, type Lab } from './lab.ts';
import { matches, octetsOf } from './octets.ts';
import { Complaint, type Block, type Step } from './parse.ts';
import { factOf, knobsOf, readsIn, under } from './place.ts';
import type { Cut, Result } from './play.ts';
import { puppet, type Act } from './puppet.ts';
import { spoken } from './spoken.ts';

/** A world whose port is answered by the machine `puppet`, what happens in it, and what can be looked at. */
export interface Stage {
  readonly world: World;
  readonly inputs: readonly Input[];
  /** Is it a puppet that answers at this port? */
  readonly isOurs: (port: number) => boolean;
  /** Undefined: that is no line of this stage's. */
  readonly look: (lab: Lab, step: Step) => string | undefined;
}
const THEM = 'mx.example.org';
const SENDER = 'alice@example.com';
const LETTER = 'Subject: Hi\r\n\r\nHello.\r\n.\r\n..profile';

/** `to=a@b,c@d`, `from=` (nobody), `letter=…`, parameters as `mail.SIZE=1`, `rcpt.NOTIFY=NEVER`; knobs of the sending host. */
function jobFor({ from = SENDER, to = 'dave@example.org', letter, ...words }: Block['wishes']): Job {
  const given = (of: 'MAIL' | 'RCPT'): Given =>
    Object.fromEntries(
      Object.entries(words).flatMap(([key, value]) => {
        const [lead, name = ''] = key.split('.');
        return lead === of.toLowerCase() ? [[name, valueOf(of, name, value)]] : [];
      }),
    );
  const recipients = to
    .split(',')
    .map((it) => ({ forwardPath: mailboxOf(octetsOf(it, new Map())), given: given('RCPT') }));
  const reversePath = from === '' ? null : mailboxOf(octetsOf(from, new Map()));
  const body = letter === undefined ? LETTER : octetsOf(letter, new Map());
  return newJob('QUEUEID1', { reversePath, given: given('MAIL'), since: 0, recipients }, body, 0);
}
/** As the server would have read it. */
function valueOf(of: string, name: string, text: string): unknown {
  const parameter = smtp.extensions
    .flatMap(({ parameters = [] }) => parameters)
    .find((it) => it.of === of && it.name === name);
  if (!parameter) throw new Error(`${of} has no parameter ${name}`);
  const value = parameter.args ? parameter.args.read(cursor(octetsOf(text, new Map()), 0)) : true;
  if (value === no) throw new Error(`${of} ${name}=${text} is not understood`);
  return value;
}

function worldFor({ wishes }: Block, cut: Cut): World {
  const segment = cut === 'whole' ? 0 : cut === 'bytes' ? 1 : 1 + (cut % 11);
  const world = testWorld({ takesMail: true, link: { segment } });
  const them: Host = {
    id: wishes['holder'] ?? THEM,
    addresses: ['198.51.100.10'],
    domain: 'example.org',
    services: 'nobody' in wishes ? {} : { 25: { machine: 'puppet', tls: 'none' } },
    store: { id: '', users: {}, mailboxes: {}, locks: {}, tokens: {} },
    policy: { ...usual, ...knobsOf(under(wishes, `${THEM}.`)) },
    spool: noSpool,
    neighbours: [],
    dnsCache: {},
  };
  const names = pinning(signing(world.names, wishes['signed']), wishes['tlsa']);
  const us = world.hosts[POP];
  if (!us) throw new Error('the test world has a mail server');
  const full = withWake(addJob(withPolicy(us, knobsOf(wishes)), jobFor(wishes)), 0);
  return { ...world, names, hosts: withHost({ ...world.hosts, [them.id]: them }, full) };
}
/** The zone of this name is signed (RFC 4035). */
function signing(names: World['names'], origin = ''): World['names'] {
  const zone = names.zones[`${origin}.`];
  return zone ? { ...names, zones: { ...names.zones, [`${origin}.`]: { ...zone, signed: true } } } : names;
}

/** What stands in the zone about the server's certificate: `3,1,1,…`. */
const pinning = (names: World['names'], tlsa: string | undefined): World['names'] =>
  tlsa === undefined
    ? names
    : withEdit(names, { phase: 'add', line: `_25._tcp.${THEM}. TLSA ${tlsa.replaceAll(',', ' ')}` });

/** What the server does on each connection. */
function scriptOf(steps: readonly Step[]): readonly (readonly Act[])[] {
  const parts: Act[][] = [[]];
  for (const { kind, text } of steps) {
    const part = parts.at(-1) ?? [];
    if (kind === 'open') parts.push([]);
    else if (kind === 'C') part.push({ does: 'hear' });
    else if (kind === 'S') say(part, octetsOf(text, new Map()) + CRLF);
    else if (kind === 'raw') say(part, octetsOf(text, new Map()));
    else if (kind === 'handshake' || kind === 'fin' || kind === 'reset') part.push({ does: kind });
    else if (kind === 'wait') part.push({ does: 'wait', minutes: Number(text) });
  }
  return parts;
}
/** Several lines in a row go out together. */
function say(part: Act[], octets: Octets): void {
  const last = part.at(-1);
  if (last?.does === 'say') part[part.length - 1] = { does: 'say', octets: last.octets + octets };
  else part.push({ does: 'say', octets });
}

interface Heard {
  readonly event: TraceEvent & { readonly type: 'wire' };
  readonly line: Octets;
}
/** The lines the client has said, each with the send it ends in, by connection. */
function linesOf(trace: readonly TraceEvent[], isOurs: Stage['isOurs']): readonly (readonly Heard[])[] {
  const conns = new Map<number, { lines: Heard[]; held: Octets }>();
  for (const event of trace) {
    if (event.type === 'conn' && event.phase === 'dial' && isOurs(event.port))
      conns.set(event.conn, { lines: [], held: '' });
    if (event.type !== 'wire' || event.dir !== 'a>b') continue;
    const it = conns.get(event.conn);
    if (!it) continue;
    const parts = (it.held + event.octets).split(CRLF);
    it.held = parts.pop() ?? '';
    for (const line of parts) it.lines.push({ event, line });
  }
  return [...conns.values()].map(({ lines, held }) => {
    if (held !== '') throw new Error(`a line without its end: ${held}`);
    return lines;
  });
}

interface Play {
  readonly block: Block;
  readonly stage: Stage;
  readonly lab: Lab;
  readonly shown: Set<string>;
  readonly captured: Map<string, string>;
  readonly talks: readonly Heard[][];
  /** Which connection, and the last event that was looked at. */
  at: number;
  event: number;
}
const minutesOf = (steps: readonly Step[]): number =>
  steps
    .filter(({ kind }) => kind === 'wait' || kind === 'later')
    .reduce((sum, { text }) => sum + Number(text), 1);
const queueStage = (block: Block, cut: Cut): Stage => ({
  world: worldFor(block, cut),
  inputs: [{ type: 'pass', until: minutesOf(block.steps) * MINUTE }],
  isOurs: () => true,
  look(lab, { kind, text }) {
    if (kind !== 'queue' && kind !== 'holds') return undefined;
    const [user = '', count = ''] = text.split(' ');
    const is = factOf(lab, kind, user, text);
    return is === (kind === 'queue' ? text : count) ? undefined : `${kind}: ${JSON.stringify(is)}`;
  },
});
export function serve(block: Block, cut: Cut): Result {
  const { file, steps } = block;
  const them = anyMachine(puppet(scriptOf(steps)));
  const run = stepper({ get: (name) => (name === 'puppet' ? them : MACHINES.get(name)) });
  const stage =
    block.protocol === sending.id && !('login' in block.wishes)
      ? queueStage(block, cut)
      : deviceStage(block, cut);
  let { world } = stage;
  const trace: TraceEvent[] = [];
  for (const input of stage.inputs) {
    const step = run(world, input);
    ({ world } = step);
    trace.push(...step.trace);
  }
  const talks = linesOf(trace, stage.isOurs).map((lines) => [...lines]);
  const p: Play = {
    block,
    stage,
    lab: { world, trace },
    shown: new Set(),
    captured: new Map(),
    talks,
    at: 0,
    event: 0,
  };
  const [fault] = faults(p.lab);
  if (fault !== undefined) throw new Complaint(file, block.line, `fault: ${fault}`);
  for (const step of steps) {
    const wrong = look(p, step);
    if (wrong !== undefined) throw new Complaint(file, step.line, wrong);
  }
  const [unheard] = talks.slice(p.at).flat();
  if (unheard)
    throw new Complaint(file, steps.at(-1)?.line ?? block.line, `the client says, too: ${unheard.line}`);
  return { shown: p.shown, rewritten: new Map(), said: () => [] };
}
/** What is otherwise than the transcript says; undefined: nothing. */
function look(p: Play, step: Step): string | undefined {
  const { kind, text } = step;
  if (kind === 'open')
    return (p.talks[p.at++] ?? []).length > 0 ? 'the client has said more before' : undefined;
  if (kind === 'C') return hear(p, text);
  if (kind === 'state' || kind === 'closed') return stand(p, kind === 'closed' ? 'closed' : text);
  if (kind === 'reads' || kind === 'lacks') return readsIn(p.lab.world, kind, text, p.captured);
  return p.stage.look(p.lab, step);
}
function hear(p: Play, text: string): string | undefined {
  const said = p.talks[p.at]?.shift();
  if (!said || !matches(text, said.line, p.captured)) return `the client says ${JSON.stringify(said?.line)}`;
  credit(p, said.event.cause);
  return undefined;
}
function stand(p: Play, to: string): string | undefined {
  const isOurs = isOf(p.block.protocol);
  const later = p.lab.trace.filter(isOurs).filter(({ id }) => id > p.event);
  const outcome = later.find((it) => it.to === to);
  if (!outcome) return `the client comes to ${later.map((it) => it.to).join(', ')}`;
  credit(p, outcome.id);
  return undefined;
}
const isOf =
  (protocol: string) =>
  (event: TraceEvent): event is OutcomeEvent =>
    event.type === 'outcome' && event.protocol === protocol;
/** What led to these words, or to this state. */
function credit(p: Play, id: number): void {
  const outcome = p.lab.trace.find((it) => it.id === id);
  const it = outcome?.type === 'outcome' ? spoken.get(p.block.protocol)?.declarationOf(outcome) : undefined;
  if (it) p.shown.add(it.key);
  p.event = id;
}
