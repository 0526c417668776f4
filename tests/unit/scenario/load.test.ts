import { describe, expect, test } from 'vitest';
import { load } from '../../../src/core/scenario/load.ts';
import type { Scenario, StartHost } from '../../../src/core/scenario/scenario.ts';

const cable = { latency: 20, segment: 1460, loss: 0 };
const server: StartHost = {
  id: 'pop.example.com',
  addresses: ['192.0.2.31', '2001:db8:a::31'],
  domain: 'example.com',
  services: [{ name: 'pop3', port: 110, machine: 'pop3', tls: 'none' }],
  policy: { tls: 'optional', commandLf: 'reject' },
  reaches: [],
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
  users: {},
  mailboxes: {},
};
const good: Scenario = {
  epoch: 1_793_696_400,
  seed: 1,
  cable,
  cables: [{ between: ['pop.example.com', 'client.example.net'], ...cable }],
  hosts: [server, desk],
  zones: { 'MX example.com': 'pop.example.com' },
  consoles: [{ id: 'you', host: 'client.example.net' }],
};
const withServer = (change: object): unknown => ({ ...good, hosts: [{ ...server, ...change }, desk] });
const service = server.services[0];

/** What is wrong, and the one sentence about it. */
const mistakes: readonly (readonly [unknown, string])[] = [
  [null, ': an object'],
  [[], ': an object'],
  [{ ...good, epoch: 1.5 }, `epoch: a whole number from 0 to ${2 ** 40}`],
  [{ ...good, seed: '1' }, `seed: a whole number from 0 to ${2 ** 32 - 1}`],
  [{ ...good, cable: { latency: 20, segment: 1460 } }, 'cable.loss: a whole number from 0 to 1000000'],
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
  [withServer({ addresses: ['203.0.113.50'] }), 'hosts: no second 203.0.113.50'],
  [withServer({ id: 'POP.example.com' }), "hosts[0].id: a host's full name in lower case"],
  [withServer({ addresses: ['192.0.2.31', 'here'] }), 'hosts[0].addresses[1]: an IPv4 or IPv6 address'],
  [
    withServer({ services: [{ ...service, machine: 'gopher' }] }),
    'hosts[0].services[0].machine: one of pop3',
  ],
  [
    withServer({ services: [{ ...service, tls: 'maybe' }] }),
    "hosts[0].services[0].tls: 'none' or 'implicit'",
  ],
  [withServer({ services: [service, service] }), 'hosts[0].services[1].port: no second 110'],
  [withServer({ reaches: ['x.test'] }), 'hosts[0].reaches[0]: a host of this scenario, not x.test'],
  [withServer({ users: { bob: 7 } }), 'hosts[0].users.bob: a password'],
  [withServer({ users: {} }), 'hosts[0].mailboxes.bob/INBOX: a name as in bob/INBOX, of a user here'],
  [
    withServer({ mailboxes: { 'bob/INBOX': { uidValidity: 7, letters: ['a\n'] } } }),
    'hosts[0].mailboxes.bob/INBOX.letters[0]: octets with CR LF line ends, the last line ended too',
  ],
  [
    withServer({
      mailboxes: { 'bob/INBOX': { uidValidity: 7, letters: [{ head: '', lines: -1, seed: 1, tail: '' }] } },
    }),
    'hosts[0].mailboxes.bob/INBOX.letters[0].lines: a whole number from 0 to 1000000',
  ],
];

describe('a scenario', () => {
  test('becomes a world', () => {
    const { world } = load(good);
    expect(world?.hosts['pop.example.com']?.store.mailboxes['bob/INBOX']?.rows.length).toBe(1);
    expect(world?.links).toEqual({
      'client.example.net|pop.example.com': { latency: 20_000, segment: 1460, loss: 0 },
    });
    expect(world?.zones['MX example.com']).toBe('pop.example.com');
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
