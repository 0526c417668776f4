import { expect, test } from 'vitest';
import { doorsOf } from '../../../src/bridge/doors.ts';
import type { Host } from '../../../src/core/host/host.ts';
import { usual } from '../../../src/core/host/policy.ts';
import { noSpool } from '../../../src/core/host/spool.ts';

const host = (id: string, domain: string, ...ports: readonly number[]): Host => ({
  id,
  addresses: [],
  domain,
  services: Object.fromEntries(ports.map((port) => [port, { machine: 'pop3', tls: 'none' }])),
  store: { id: '', users: {}, mailboxes: {}, locks: {}, tokens: {} },
  policy: usual,
  spool: noSpool,
  neighbours: [],
  dnsCache: {},
});
const hosts = {
  'pop.example.com': host('pop.example.com', 'example.com', 110, 995),
  'client.example.net': host('client.example.net', ''),
  'mail.example.org': host('mail.example.org', 'example.org', 25, 110),
  'mail.example.net': host('mail.example.net', 'example.net', 110),
};
const places = (offset: number, ...domains: readonly string[]): readonly string[] =>
  doorsOf(hosts, offset, domains).map(({ host, port, at }) => `${host}:${port} at ${at}`);

test('a service is found at its port plus the offset; the next host with that port 10,000 higher', () => {
  expect(places(2000)).toEqual([
    'pop.example.com:110 at 2110',
    'pop.example.com:995 at 2995',
    'mail.example.org:25 at 2025',
    'mail.example.org:110 at 12110',
    'mail.example.net:110 at 22110',
  ]);
});

test('the domains that are asked for come first, in that order', () => {
  expect(places(0, 'example.net', 'example.org')).toEqual([
    'mail.example.net:110 at 110',
    'mail.example.org:25 at 25',
    'mail.example.org:110 at 10110',
    'pop.example.com:110 at 20110',
    'pop.example.com:995 at 995',
  ]);
});

test('a domain nobody has is an error that names it', () => {
  expect(() => places(2000, 'example.edu')).toThrow('keeps the mail of example.edu');
});

test('who comes when there are no ports left has no door', () => {
  expect(places(50_000)).toEqual([
    'pop.example.com:110 at 50110',
    'pop.example.com:995 at 50995',
    'mail.example.org:25 at 50025',
    'mail.example.org:110 at 60110',
  ]);
});

test('an offset that leaves not even the first one a port is an error', () => {
  expect(() => places(65_000)).toThrow('port 995 of pop.example.com would be 65995');
});
