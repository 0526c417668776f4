// A small world for tests: one mail server, one machine a person sits at, one link. Nothing of the product's scenarios.
import { utf8, type Octets } from '../src/core/base/octets.ts';
import type { Host, Store } from '../src/core/host/host.ts';
import { PERSONALITIES, usual, type Policy } from '../src/core/host/policy.ts';
import { noSpool } from '../src/core/host/spool.ts';
import type { World } from '../src/core/kernel/world.ts';
import type { NameService } from '../src/core/net/dns/service.ts';
import { readZone } from '../src/core/net/dns/zone-text.ts';
import { withRecord, type Zones } from '../src/core/net/dns/zones.ts';
import type { Link } from '../src/core/net/stream.ts';
import { userWith } from '../src/core/scenario/user.ts';
import { append, newMailbox, type Mailbox } from '../src/core/store/mailbox.ts';

/** Tue, 3 Nov 2026 09:00:00 +0000. */
const EPOCH = 1_793_696_400;
const boxOf = (uidValidity: number, ...letters: readonly Octets[]): Mailbox => {
  let box = newMailbox(uidValidity, uidValidity);
  for (const letter of letters) box = append(box, letter, { at: EPOCH });
  return box;
};
const letter = (from: string, subject: string, ...lines: readonly string[]): Octets =>
  [`From: ${from}`, 'To: bob@example.com', `Subject: ${subject}`, '', ...lines, ''].join('\r\n');

/** The second one has lines that begin with a dot, the third has two of them and an empty one. */
export const bobsLetters: readonly Octets[] = [
  letter('alice@example.com', 'Lunch', 'Today at one?'),
  letter('carol@example.com', 'Dots', '.', '.profile', 'plain'),
  letter('dave@example.org', 'Short', '..', '', 'bye'),
];
const twin: Octets = letter('list@example.org', 'Twice', 'The same letter, twice.');

export interface Wish {
  readonly tls?: Policy['tls'];
  readonly commandLf?: Policy['commandLf'];
  /** What kind of server it is; other knobs go before. */
  readonly like?: keyof typeof PERSONALITIES;
  readonly policy?: Partial<Policy>;
  /** It takes mail too: 24, 25, 465, 587. */
  readonly takesMail?: boolean;
  /** 0, 0, 0 unless told: everything arrives at once. */
  readonly link?: Partial<Link>;
  readonly seed?: number;
  /** Instead of bob's three letters. */
  readonly bob?: readonly Octets[];
  /** Instead of a DNS that answers at once and knows the two hosts' addresses. */
  readonly names?: Partial<NameService>;
  /** What it knows besides, as a zone file writes it. */
  readonly more?: string;
  /** Machines besides these two. */
  readonly others?: readonly Host[];
}
const none: Store = { id: '', users: {}, mailboxes: {}, locks: {}, tokens: {} };
export const POP = 'pop.example.com';
export const CLIENT = 'client.example.net';
const addresses: Readonly<Record<string, string>> = { [POP]: '192.0.2.31', [CLIENT]: '203.0.113.50' };

/** Other domains have servers too, and nobody answers there. */
const around = `
example.org MX 10 mx.example.org
mx.example.org A 198.51.100.10
alumni.example.net MX 10 fwd.example.net
fwd.example.net A 203.0.113.20
`;
const known =
  Object.entries(addresses)
    .map(([name, address]) => `${name} A ${address}`)
    .join('\n') + around;
/** Each record in a zone of its own domain. */
export const zonesFrom = (text: string): Zones => readZone(text).records.reduce<Zones>(withRecord, {});

/** alice's and carol's boxes are empty; bob has three letters, erin two that are the same octet for octet. */
export const storeOf = (bob: readonly Octets[] = bobsLetters): Store => ({
  id: 'example.com',
  users: {
    alice: userWith('alice', 'paper lantern'),
    bob: userWith('bob', 'correct-horse'),
    carol: userWith('carol', 'c4rol"quote'),
    erin: userWith('erin', 'größe7'),
    full: { ...userWith('full', 'no more'), quota: 500 },
  },
  mailboxes: {
    'alice/INBOX': boxOf(101),
    'bob/INBOX': boxOf(102, ...bob),
    'carol/INBOX': boxOf(103),
    'erin/INBOX': boxOf(104, twin, twin),
    'full/INBOX': boxOf(105, letter('list@example.org', 'Long', 'x'.repeat(900))),
  },
  aliases: {
    sales: ['alice', 'bob'],
    postmaster: ['carol'],
    frank: ['frank@alumni.example.net'],
    everybody: ['sales', 'carol', 'frank', 'everybody'],
    [utf8('josé')]: ['bob'],
    friends: ['bob', utf8('josé')],
    juergen: [utf8('jürgen@bücher.example')],
    [utf8('jürgen')]: [utf8('jürgen@bücher.example')],
  },
  locks: {},
  tokens: {},
});

const FETCHING: Host['services'] = {
  110: { machine: 'pop3', tls: 'none' },
  995: { machine: 'pop3', tls: 'implicit' },
};
const ACCESS: Host['services'] = {
  143: { machine: 'imap', tls: 'none' },
  993: { machine: 'imap', tls: 'implicit' },
};
const SENDING: Host['services'] = {
  24: { machine: 'smtp', tls: 'none', role: 'lmtp' },
  25: { machine: 'smtp', tls: 'none', role: 'mx' },
  465: { machine: 'smtp', tls: 'implicit', role: 'submission' },
  587: { machine: 'smtp', tls: 'none', role: 'submission' },
};

export function testWorld({
  tls = 'optional',
  commandLf = 'reject',
  like = 'strict',
  policy: set,
  takesMail = false,
  link,
  seed = 7,
  bob,
  names,
  more = '',
  others = [],
}: Wish = {}): World {
  const policy: Policy = { ...usual, tls, commandLf, ...PERSONALITIES[like], ...set };
  const pop: Host = {
    id: POP,
    addresses: [addresses[POP] ?? ''],
    domain: 'example.com',
    services: takesMail ? { ...FETCHING, ...ACCESS, ...SENDING } : FETCHING,
    store: storeOf(bob),
    policy,
    spool: noSpool,
    neighbours: [],
    dnsCache: {},
  };
  const services = [
    { name: 'pop3', port: 110 },
    { name: 'pop3s', port: 995 },
  ];
  const client: Host = {
    id: CLIENT,
    addresses: [addresses[CLIENT] ?? ''],
    domain: '',
    services: {},
    store: none,
    policy,
    spool: noSpool,
    neighbours: [{ name: POP, address: addresses[POP] ?? '', services }],
    dnsCache: {},
  };
  return {
    now: 0,
    epoch: EPOCH,
    seed,
    next: 1,
    seq: 0,
    hosts: {
      [POP]: pop,
      [CLIENT]: client,
      ...Object.fromEntries(others.map((host) => [host.id, host])),
    },
    consoles: [],
    conns: [],
    lastConn: 0,
    agenda: null,
    names: { zones: zonesFrom(`${known}\n${more}`), faults: {}, latency: 0, ...names },
    links: {},
    middleboxes: {},
    link: { latency: 0, segment: 0, loss: 0, ...link },
  };
}
