// Whatever goes wrong on the way, after a fortnight every letter that was taken is delivered, returned, or dropped by a rule that has
// a name: never lost, and never there twice unless nobody could know that it was there already (RFC 1047).
import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { encode64 } from '../../src/core/base/base64.ts';
import { MINUTE, SECOND, type Micros } from '../../src/core/base/time.ts';
import type { Host } from '../../src/core/host/host.ts';
import type { Policy } from '../../src/core/host/policy.ts';
import type { QueueFact } from '../../src/core/host/spool.ts';
import { step } from '../../src/core/kernel/step.ts';
import type { Input, World } from '../../src/core/kernel/world.ts';
import { FAULTS, type Fault } from '../../src/core/net/dns/service.ts';
import { octetsOf } from '../../src/core/store/body.ts';
import type { TraceEvent } from '../../src/core/trace/event.ts';
import { elsewhere } from '../elsewhere.ts';
import { CLIENT, POP, testWorld } from '../world.ts';

// Many runs on a busy machine: slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const DAY: Micros = 24 * 60 * MINUTE;
const around = ['mx', 'backup', 'fwd', 'lists'].flatMap((name) => elsewhere[name] ?? []);
const names = [...around.map((it) => it.names), 'example.com MX 10 pop.example.com'].join('\n');
/** Few tries, all in one day: a fortnight is enough for a letter, a list, and the report of what the list has sent. */
const patience = { retryAfter: 2 * 3600, giveUpAfter: 24 * 3600 };
const start = testWorld({
  takesMail: true,
  policy: patience,
  link: { latency: 20_000, segment: 400 },
  others: around.map(({ host: it }) => ({ ...it, policy: { ...it.policy, ...patience } })),
  more: names,
});
const HOSTS = [POP, ...around.map(({ host }) => host.id)];
const ZONES = ['example.com', 'example.org', 'mx.example.org', 'alumni.example.net', 'lists.example.net'];

type Deed =
  | { readonly does: 'send'; readonly to: readonly string[]; readonly from: string }
  | { readonly does: 'turn'; readonly host: string; readonly set: Partial<Policy> }
  | { readonly does: 'name'; readonly name: string; readonly fault: Fault | 'none' }
  | { readonly does: 'down' | 'up'; readonly host: string }
  | { readonly does: 'cut'; readonly nth: number; readonly after: number }
  | { readonly does: 'wait'; readonly by: Micros };

const people = [
  'bob@example.com',
  'nobdy@example.com',
  'sales@example.com',
  'full@example.com',
  'frank@example.com',
];
const away = ['dave@example.org', 'dean@example.org', 'nobdy@example.org', 'talk@lists.example.net'];
const further = ['grace@alumni.example.net', 'lost@alumni.example.net', 'x@nowhere.test'];
const host = fc.constantFrom(...HOSTS);
const policy: fc.Arbitrary<Partial<Policy>> = fc.record(
  {
    esmtp: fc.boolean(),
    greetingDelay: fc.constantFrom(0, 7),
    capsHide: fc.subarray(['SIZE', 'PIPELINING', 'STARTTLS', 'ENHANCEDSTATUSCODES', 'DSN']),
    maxRecipients: fc.constantFrom(1, 100),
    quota: fc.constantFrom(0, 600),
    diskFull: fc.boolean(),
    greylist: fc.constantFrom(0, 300),
    reject: fc.constantFrom([], ['letter 1']),
    unknownUser: fc.constantFrom('refuse', 'accept'),
    mail: fc.constantFrom('taken', 'none'),
    afterDot: fc.constantFrom('answer', 'scan', 'silence', 'drop'),
    dropAfter: fc.constantFrom(0, 3, 6),
    cutAfter: fc.constantFrom(0, 300, 900),
    diskFullAfter: fc.constantFrom(0, 2),
    clockSkew: fc.constantFrom(0, -7200, 7200),
    certificate: fc.constantFrom('good', 'expired'),
    srs: fc.boolean(),
    scanDelay: fc.constantFrom(0, 600),
    sendsAtOnce: fc.constantFrom(1, 20),
    sendTls: fc.constantFrom('offered', 'never', 'required', 'verified'),
    warnAfter: fc.constantFrom(0, 3600),
  },
  { requiredKeys: [] },
);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      to: fc.subarray([...people, ...away, ...further], { minLength: 1, maxLength: 4 }),
      from: fc.constantFrom(
        'alice@example.com',
        'alice@example.com',
        'dave@example.org',
        'gone@nowhere.test',
        '',
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('turn' as const), host, set: policy }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('name' as const),
      name: fc.constantFrom(...ZONES),
      fault: fc.constantFrom(...FAULTS, 'none' as const, 'none' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('down' as const, 'up' as const), host }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('cut' as const), nth: fc.nat(9), after: fc.nat(900) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      by: fc.constantFrom(30_000, 90_000, 200_000, SECOND, 5 * MINUTE, 31 * MINUTE, DAY),
    }),
  },
);

/** A journey with all that has happened. */
interface Play {
  world: World;
  readonly trace: TraceEvent[];
  /** What a client was told is taken: number of the letter, and whom it named. */
  readonly taken: { readonly letter: number; readonly to: string; readonly from: string }[];
  /** Whom it has named in each letter and was not refused, whatever became of that. */
  readonly named: Map<number, readonly string[]>;
  letters: number;
}
function give(p: Play, input: Input): void {
  const done = step(p.world, input);
  p.world = done.world;
  for (const event of done.trace) p.trace.push(event);
}
const later = (p: Play, by: Micros): void => give(p, { type: 'pass', until: p.world.now + by });
const LOGIN = `AUTH PLAIN ${encode64('\0alice\0paper lantern')}`;
/** By a program that waits for each reply. Some letters come from strangers, to the people here. */
function send(p: Play, to: readonly string[], from: string): void {
  const port = from === 'alice@example.com' ? 587 : 25;
  give(p, { type: 'outside', event: { type: 'open', from: CLIENT, to: POP, port, tls: null } });
  const conn = p.world.lastConn;
  const letter = p.letters++;
  const say = (line: string): string => {
    const before = p.trace.length;
    give(p, { type: 'outside', event: { type: 'data', conn, octets: `${line}\r\n` } });
    later(p, 100_000);
    return p.trace
      .slice(before)
      .map((e) => (e.type === 'wire' && e.conn === conn && e.dir === 'b>a' ? e.octets : ''))
      .join('');
  };
  later(p, 8 * SECOND);
  if (!say('EHLO c').startsWith('250')) say('HELO c');
  if (port === 587) say(LOGIN);
  say(`MAIL FROM:<${from}>`);
  const named = to.filter((it) => say(`RCPT TO:<${it}>`).startsWith('250'));
  p.named.set(letter, named);
  const body = `From: ${from || 'nobody'}\r\nTo: ${to.join(', ')}\r\nSubject: letter ${letter};\r\n\r\nHi.\r\n.`;
  if (say('DATA').startsWith('354') && say(body).startsWith('250'))
    for (const one of named) p.taken.push({ letter, to: one, from });
  say('QUIT');
  give(p, { type: 'outside', event: { type: 'closed', conn, how: 'close' } });
}
const withServices = ({ hosts }: World, id: string, services: Host['services']): World['hosts'] => {
  const it = hosts[id];
  return it ? { ...hosts, [id]: { ...it, services } } : hosts;
};
function act(p: Play, it: Deed): void {
  if (it.does === 'send') send(p, it.to, it.from);
  else if (it.does === 'wait') later(p, it.by);
  else if (it.does === 'turn')
    give(p, { type: 'turn', knob: { type: 'policy', host: it.host, set: it.set } });
  else if (it.does === 'name')
    give(p, { type: 'turn', knob: { type: 'fault', name: it.name, fault: it.fault } });
  else if (it.does === 'cut') {
    const between = p.world.conns.filter((conn) => conn.a.machine === 'smtp-client');
    const conn = between[it.nth % Math.max(1, between.length)];
    if (conn) give(p, { type: 'cut', conn: conn.id, after: it.after });
  } else {
    const services = it.does === 'up' ? (start.hosts[it.host]?.services ?? {}) : {};
    p.world = { ...p.world, hosts: withServices(p.world, it.host, services) };
  }
}
function play(deeds: readonly Deed[]): Play {
  const p: Play = { world: start, trace: [], taken: [], named: new Map(), letters: 1 };
  for (const it of deeds) act(p, it);
  later(p, 14 * DAY);
  return p;
}

type Fact<T extends QueueFact['type']> = QueueFact & { readonly type: T };
const factsOf = <T extends QueueFact['type']>({ trace }: Play, type: T): readonly Fact<T>[] =>
  trace.flatMap((e) => (e.type === 'fact' && e.fact.type === type ? [e.fact as Fact<T>] : []));
/** Every letter in every mailbox, once for each store. */
function delivered({ world }: Play): readonly { readonly mailbox: string; readonly letter: string }[] {
  const stores = new Map(Object.values(world.hosts).map(({ id, store }) => [store.id || id, store]));
  return [...stores.values()].flatMap(({ id, mailboxes }) =>
    Object.entries(mailboxes).flatMap(([name, { rows }]) =>
      rows.chunks
        .flat()
        .map(({ body }) => ({ mailbox: `${name.replace('/INBOX', '')}@${id}`, letter: octetsOf(body) })),
    ),
  );
}
const isAbout = (letter: number, text: string): boolean => text.includes(`letter ${letter};`);
const seen = { delivered: 0, returned: 0, dropped: 0, doubled: 0, answered: 0 };

function check(p: Play): void {
  for (const event of p.trace) if (event.type === 'fault') throw new Error(`fault: ${event.error}`);
  for (const { id, spool } of Object.values(p.world.hosts))
    if (spool.jobs.kids.length > 0)
      throw new Error(`still in the queue of ${id}: ${JSON.stringify(spool.jobs)}`);
  const all = delivered(p);
  const reports = all.filter(({ letter }) => letter.includes('report-type=delivery-status'));
  const own = all.filter((it) => !reports.includes(it));
  const dropped = factsOf(p, 'dropped').flatMap(({ to }) => to);
  for (const { letter, to, from } of p.taken) {
    const there = own.filter((it) => isAbout(letter, it.letter));
    const arrived = there.filter(({ mailbox }) => (REACHES[to] ?? []).includes(mailbox));
    const told = reports.filter((it) => isAbout(letter, it.letter) && it.letter.includes('Action: failed'));
    if (arrived.length > 0) seen.delivered++;
    else if (told.length > 0) seen.returned++;
    else if (dropped.some((it) => isOnTheWay(it, to, from))) seen.dropped++;
    else throw new Error(`letter ${letter} to ${to} is lost`);
  }
  checkTwins(p, own);
  seen.answered += factsOf(p, 'robot').filter(({ as }) => as !== '').length;
}
const REACHES: Readonly<Record<string, readonly string[]>> = {
  'bob@example.com': ['bob@example.com'],
  'sales@example.com': ['alice@example.com', 'bob@example.com'],
  'full@example.com': ['full@example.com'],
  'frank@example.com': ['frank@alumni.example.net'],
  'dave@example.org': ['dave@example.org'],
  'dean@example.org': ['dean@example.org'],
  'grace@alumni.example.net': ['dave@example.org'],
  'talk@lists.example.net': ['alice@example.com', 'dave@example.org'],
};
/** Is it who was named, whom that stands for, or who would have been told: of a list's letters, the list (RFC 5321 §3.9.2)? */
const isOnTheWay = (address: string, to: string, from: string): boolean =>
  [to, from, ...(REACHES[to] ?? []), STANDS_FOR[to]].includes(address) ||
  address.startsWith(`${to.split('@')[0]}-bounces+`) ||
  (address.startsWith('SRS0=') && address.includes(from.split('@')[0] ?? ''));
const STANDS_FOR: Readonly<Record<string, string>> = { 'lost@alumni.example.net': 'nobdy@example.org' };
/** How many times a mailbox may be meant by the recipients of one letter. */
const waysTo = (mailbox: string, to: readonly string[]): number =>
  to.filter((it) => (REACHES[it] ?? []).includes(mailbox)).length;
function checkTwins(p: Play, own: ReturnType<typeof delivered>): void {
  // the letter was out, its dot too, and no reply has come: nobody knows (RFC 1047)
  const unsure = p.trace.filter(
    (e) =>
      e.type === 'outcome' && e.protocol === 'smtp-client' && e.from === 'letter' && e.outcome === 'lost',
  ).length;
  for (let letter = 1; letter < p.letters; letter++) {
    const to = p.named.get(letter) ?? [];
    const copies = own.filter((it) => isAbout(letter, it.letter) && !it.letter.includes('Auto-Submitted'));
    for (const mailbox of new Set(copies.map((it) => it.mailbox))) {
      const count = copies.filter((it) => it.mailbox === mailbox).length;
      const ways = waysTo(mailbox, to);
      if (count > ways + unsure * Math.max(1, ways))
        throw new Error(`letter ${letter} is ${count} times in ${mailbox}, and ${unsure} times nobody knew`);
      if (count > ways) seen.doubled++;
    }
  }
}

it('no letter is lost, and none is doubled in silence', () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 4, maxLength: 25 }), (deeds) => check(play(deeds))),
    { numRuns: 200 },
  );
  const { doubled, ...others } = seen;
  expect(Object.values(others).every((times) => times > 0)).toBe(true);
  expect(doubled).toBeLessThan(others.delivered); // when nobody knew, and only then
});
