import { SECOND } from '../../../src/core/base/time.ts';
import { step } from '../../../src/core/kernel/step.ts';
import { usual } from '../../../src/core/host/policy.ts';
import { describe, expect, test } from 'vitest';
import { withHost, withMailbox } from '../../../src/core/host/host.ts';
import { jobsIn, noJobs } from '../../../src/core/host/jobs.ts';
import { noSpool } from '../../../src/core/host/spool.ts';
import { load } from '../../../src/core/scenario/load.ts';
import { newMailbox } from '../../../src/core/store/mailbox.ts';
import { recordText } from '../../../src/core/net/dns/text.ts';
import type { Zone } from '../../../src/core/net/dns/zones.ts';
import type { Scenario, StartHost, StartStore } from '../../../src/core/scenario/scenario.ts';

const cable = { latency: 20, segment: 1460, loss: 0 };
const server: StartHost = {
  id: 'pop.example.com',
  addresses: ['192.0.2.31', '2001:db8:a::31'],
  domain: 'example.com',
  services: [{ name: 'pop3', port: 110, machine: 'pop3', tls: 'none' }],
  policy: { tls: 'optional', commandLf: 'reject' },
  reaches: [],
  store: 'books',
};
const store: StartStore = {
  users: { bob: 'correct-horse' },
  mailboxes: { 'bob/INBOX': { uidValidity: 7, letters: ['Subject: a\r\n\r\nb\r\n'] } },
};
const desk: StartHost = {
  ...server,
  id: 'client.example.net',
  addresses: ['203.0.113.50'],
  domain: '',
  services: [],
  reaches: ['pop.example.com'],
  store: '',
};
const good: Scenario = {
  epoch: 1_793_696_400,
  seed: 1,
  cable,
  cables: [{ between: ['pop.example.com', 'client.example.net'], ...cable }],
  hosts: [server, desk],
  stores: { books: store },
  names: {
    zones: [{ origin: 'example.com', signed: true, text: '@ MX 10 pop' }],
    faults: { 'lost.example.com': 'timeout' },
    latency: 30,
  },
  consoles: [{ id: 'you', host: 'client.example.net' }],
};
const withServer = (change: object): unknown => ({ ...good, hosts: [{ ...server, ...change }, desk] });
const withStore = (change: object): unknown => ({ ...good, stores: { books: { ...store, ...change } } });
const service = server.services[0];
const box = { log: true, strip: [], inject: null };
const waiting = {
  from: 'dave@example.org',
  to: ['bob@example.com'],
  body: 'Subject: a\r\n\r\n',
  next: 60,
  reply: '',
};

/** What is wrong, and the one sentence about it. */
const mistakes: readonly (readonly [unknown, string])[] = [
  [null, ': an object'],
  [[], ': an object'],
  [{ ...good, epoch: 1.5 }, `epoch: a whole number from 0 to ${2 ** 40}`],
  [{ ...good, seed: '1' }, `seed: a whole number from 0 to ${2 ** 32 - 1}`],
  [{ ...good, cable: { latency: 20, segment: 1460 } }, 'cable.loss: a whole number from 0 to 1000000'],
  [
    { ...good, middleboxes: { 'mx.example.com': box } },
    'middleboxes.mx.example.com: a host of this scenario, not mx.example.com',
  ],
  [
    { ...good, middleboxes: { 'pop.example.com|mx.example.com': box } },
    'middleboxes.pop.example.com|mx.example.com: mx.example.com|pop.example.com: two hosts in their order',
  ],
  [
    { ...good, middleboxes: { 'mx.example.com|pop.example.com': box } },
    'middleboxes.mx.example.com|pop.example.com: a host of this scenario, not mx.example.com',
  ],
  [
    { ...good, middleboxes: { 'pop.example.com': { ...box, strip: [''] } } },
    'middleboxes.pop.example.com.strip[0]: the name of an extension',
  ],
  [
    withStore({ robots: { zoe: { kind: 'ticket', text: '' } } }),
    'stores.books.robots.zoe: the name of a user here',
  ],
  [
    withStore({ lists: { talk: { title: '', members: [''], owner: 'bob', tag: '', footer: '' } } }),
    'stores.books.lists.talk.members[0]: an address',
  ],
  [
    withServer({ queue: [{ ...waiting, next: 0 }] }),
    `hosts[0].queue[0].next: a whole number from 1 to ${2 ** 31}`,
  ],
  [{ ...good, weather: 'fine' }, 'weather: nothing: there is no such field'],
  [{ ...good, hosts: 'pop.example.com' }, 'hosts: a list'],
  [{ ...good, cables: [{ between: ['pop.example.com'], ...cable }] }, 'cables[0].between: a list of two'],
  [
    { ...good, cables: [{ between: ['pop.example.com', 'mx.example.com'], ...cable }] },
    'cables[0].between[1]: a host of this scenario, not mx.example.com',
  ],
  [
    { ...good, consoles: [{ id: 'you', host: 'x.test' }] },
    'consoles[0].host: a host of this scenario, not x.test',
  ],
  [{ ...good, consoles: [...good.consoles, ...good.consoles] }, 'consoles[1].id: no second you'],
  [{ ...good, hosts: [server, desk, desk] }, 'hosts[2].id: no second client.example.net'],
  [
    {
      ...good,
      names: {
        ...good.names,
        zones: [{ origin: 'a.test', signed: false, text: '@ A 192.0.2.1\n@ MX ten b' }],
      },
    },
    'names.zones[0].text, line 2, column 6: a preference, a whole number up to 65535',
  ],
  [
    { ...good, names: { ...good.names, faults: { 'a.test': 'fire' } } },
    "names.faults.a.test: 'nxdomain' or 'nodata' or 'servfail' or 'timeout'",
  ],
  [
    { ...good, names: { ...good.names, zones: [{ origin: 'a..test', signed: 'yes', text: '' }] } },
    'names.zones[0].origin: the name of a zone',
  ],
  [withServer({ addresses: ['203.0.113.50'] }), 'hosts: no second 203.0.113.50'],
  [withServer({ id: 'POP.example.com' }), "hosts[0].id: a host's full name in lower case"],
  [withServer({ addresses: ['192.0.2.31', 'here'] }), 'hosts[0].addresses[1]: an IPv4 or IPv6 address'],
  [
    withServer({ services: [{ ...service, machine: 'gopher' }] }),
    'hosts[0].services[0].machine: one of smtp, pop3, imap',
  ],
  [
    withServer({ services: [{ ...service, tls: 'maybe' }] }),
    "hosts[0].services[0].tls: 'none' or 'implicit'",
  ],
  [withServer({ services: [service, service] }), 'hosts[0].services[1].port: no second 110'],
  [withServer({ reaches: ['x.test'] }), 'hosts[0].reaches[0]: a host of this scenario, not x.test'],
  [withServer({ store: 'shop' }), 'hosts[0].store: a store of this scenario, not shop'],
  [withServer({ policy: { tls: 'maybe' } }), "hosts[0].policy.tls: 'required' or 'optional' or 'off'"],
  [withServer({ policy: { mood: 'good' } }), 'hosts[0].policy.mood: nothing: there is no such knob'],
  [withStore({ users: { bob: 7 } }), 'stores.books.users.bob: a password'],
  [withStore({ users: {} }), 'stores.books.mailboxes.bob/INBOX: a name as in bob/INBOX, of a user here'],
  [
    withStore({ mailboxes: { 'bob/INBOX': { uidValidity: 7, letters: ['a\n'] } } }),
    'stores.books.mailboxes.bob/INBOX.letters[0]: octets with CR LF line ends, the last line ended too',
  ],
  [
    withStore({
      mailboxes: { 'bob/INBOX': { uidValidity: 7, letters: [{ head: '', lines: -1, seed: 1, tail: '' }] } },
    }),
    'stores.books.mailboxes.bob/INBOX.letters[0].lines: a whole number from 0 to 1000000',
  ],
];

const written = ({ origin, signed, records }: Zone): readonly string[] => [
  signed ? `${origin} signed` : origin,
  ...records.map(recordText),
];
describe('a scenario', () => {
  test('becomes a world', () => {
    const { world } = load(good);
    expect(world?.hosts['pop.example.com']?.store.mailboxes['bob/INBOX']?.rows.length).toBe(1);
    expect(world?.links).toEqual({
      'client.example.net|pop.example.com': { latency: 20_000, segment: 1460, loss: 0 },
    });
    expect(world?.names.latency).toBe(30_000);
    expect(world?.names.faults).toEqual({ 'lost.example.com.': 'timeout' });
    expect(Object.values(world?.names.zones ?? {}).map(written)).toEqual([
      ['.', '. 300 SOA ns1. hostmaster. 1 3600 900 604800 300', '. 300 NS ns1.'],
      [
        'example.com. signed',
        'example.com. 300 SOA ns1.example.com. hostmaster.example.com. 1 3600 900 604800 300',
        'example.com. 300 NS ns1.example.com.',
        'example.com. 300 MX 10 pop.example.com.',
        'pop.example.com. 300 A 192.0.2.31',
        'pop.example.com. 300 AAAA 2001:db8:a::31',
      ],
      [
        '2.0.192.in-addr.arpa.',
        '2.0.192.in-addr.arpa. 300 SOA ns1.2.0.192.in-addr.arpa. hostmaster.2.0.192.in-addr.arpa. 1 3600 900 604800 300',
        '2.0.192.in-addr.arpa. 300 NS ns1.2.0.192.in-addr.arpa.',
        '31.2.0.192.in-addr.arpa. 300 PTR pop.example.com.',
      ],
      [
        'a.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.',
        'a.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. 300 SOA ns1.a.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. hostmaster.a.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. 1 3600 900 604800 300',
        'a.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. 300 NS ns1.a.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.',
        '1.3.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.a.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. 300 PTR pop.example.com.',
      ],
      [
        'example.net.',
        'example.net. 300 SOA ns1.example.net. hostmaster.example.net. 1 3600 900 604800 300',
        'example.net. 300 NS ns1.example.net.',
        'client.example.net. 300 A 203.0.113.50',
      ],
      [
        '113.0.203.in-addr.arpa.',
        '113.0.203.in-addr.arpa. 300 SOA ns1.113.0.203.in-addr.arpa. hostmaster.113.0.203.in-addr.arpa. 1 3600 900 604800 300',
        '113.0.203.in-addr.arpa. 300 NS ns1.113.0.203.in-addr.arpa.',
        '50.113.0.203.in-addr.arpa. 300 PTR client.example.net.',
      ],
    ]);
  });

  test('a letter that waits is tried when it is time, and delivered', () => {
    const { world } = load(withServer({ queue: [waiting, { ...waiting, from: '', next: 30 }] }));
    if (!world) throw new Error('no world');
    const { jobs: queue, wake } = world.hosts['pop.example.com']?.spool ?? noSpool;
    const jobs = jobsIn(queue);
    expect([jobs.length, wake]).toEqual([2, 30 * SECOND]);
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(2);
    const after = (seconds: number) =>
      step(world, { type: 'pass', until: seconds * SECOND }).world.hosts['pop.example.com'];
    const letters = (seconds: number) => after(seconds)?.store.mailboxes['bob/INBOX']?.rows.length;
    expect([letters(29), letters(30), letters(60)]).toEqual([1, 2, 3]);
    expect(after(60)?.spool.jobs).toEqual(noJobs);
  });
  test('may leave a decision to what is usual', () => {
    const { world } = load(withServer({ policy: {} }));
    expect(world?.hosts['pop.example.com']?.policy).toEqual(usual);
  });

  test('may have hosts that share a store', () => {
    const twin = { ...server, id: 'mx.example.com', addresses: ['192.0.2.10'] };
    const { world } = load({ ...good, hosts: [server, twin, desk] });
    const [pop, mx] = [world?.hosts['pop.example.com'], world?.hosts['mx.example.com']];
    if (!world || !pop || !mx) throw new Error('both hosts are there');
    const after = withHost(world.hosts, withMailbox(mx, 'bob/INBOX', newMailbox(8)));
    expect(after['pop.example.com']?.store).toBe(after['mx.example.com']?.store);
    expect(after['pop.example.com']?.store.mailboxes['bob/INBOX']?.uidValidity).toBe(8);
    expect(after['client.example.net']).toBe(world.hosts['client.example.net']);
  });

  test('may come from a file', () => {
    expect(load(JSON.parse(JSON.stringify(good)))).toEqual(load(good));
  });

  test.each(mistakes)('with a mistake says where (%#)', (scenario, sentence) => {
    const { world, problems = [] } = load(scenario);
    expect(world).toBeUndefined();
    expect(problems.map(({ path, expected }) => `${path}: ${expected}`)).toContain(sentence);
  });

  test('with several mistakes names them all', () => {
    const { problems = [] } = load({ ...good, epoch: -1, hosts: [{ ...server, addresses: 1 }] });
    expect(problems.map(({ path }) => path)).toEqual(['epoch', 'hosts[0].addresses']);
  });
});
