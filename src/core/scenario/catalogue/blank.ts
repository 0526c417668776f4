// For people who just need a mail server to test against: one all-in-one machine for each domain, and nothing in it.
import type { World } from '../../kernel/world.ts';
import { load } from '../load.ts';
import type { NamedService, Scenario, StartHost, StartStore, StartZone } from '../scenario.ts';
import { EPOCH } from './standard/epoch.ts';
import { smtp, submission } from './standard/services.ts';

export interface Account {
  readonly name: string;
  readonly domain: string;
  readonly password: string;
}
export interface Wanted {
  /** At least one, in the order in which they get addresses; at most 99. */
  readonly domains: readonly string[];
  /** Of these domains. */
  readonly accounts: readonly Account[];
  /** Between the levels of a mailbox's name; absent: `/`. */
  readonly separator?: string;
}
const services: readonly NamedService[] = [
  smtp,
  ...submission,
  { name: 'imap2', port: 143, machine: 'imap', tls: 'none' },
  { name: 'imaps', port: 993, machine: 'imap', tls: 'implicit' },
  { name: 'pop3', port: 110, machine: 'pop3', tls: 'none' },
  { name: 'pop3s', port: 995, machine: 'pop3', tls: 'implicit' },
];
const CLIENT = 'client.example.net';
const nameOf = (domain: string): string => `mail.${domain}`;

/** Whoever tests a client wants to be let in: logins in the clear, and line ends as they come. */
const server = (domain: string, index: number): StartHost => ({
  id: nameOf(domain),
  addresses: [`192.0.2.${index + 1}`],
  domain,
  services,
  policy: { tls: 'optional', commandLf: 'accept' },
  reaches: [],
  store: domain,
});
/** Its mail comes to the one machine there is. */
const zone = (origin: string): StartZone => ({ origin, signed: false, text: `@ MX 10 ${nameOf(origin)}.\n` });
const storeFor = (accounts: readonly Account[], delimiter: string): StartStore => ({
  naming: [{ kind: 'personal', prefix: '', delimiter, owner: '' }],
  users: Object.fromEntries(accounts.map(({ name, password }) => [name, password])),
  mailboxes: Object.fromEntries(
    accounts.map(({ name }) => [`${name}/INBOX`, { uidValidity: EPOCH, letters: [] }]),
  ),
});

/** Throws an error that says in words what is wrong with what was wanted. */
export function blank({ domains, accounts, separator = '/' }: Wanted): World {
  const scenario: Scenario = {
    epoch: EPOCH,
    seed: 1,
    cable: { latency: 0, segment: 0, loss: 0 },
    cables: [],
    hosts: [
      ...domains.map(server),
      {
        id: CLIENT,
        addresses: ['203.0.113.50'],
        domain: '',
        services: [],
        policy: {},
        reaches: domains.map(nameOf),
        store: '',
      },
    ],
    stores: Object.fromEntries(
      domains.map((domain) => {
        const its = accounts.filter((it) => it.domain === domain);
        return [domain, storeFor(its, separator)];
      }),
    ),
    names: { zones: domains.map(zone), faults: {}, latency: 0 },
    consoles: [],
  };
  const { world, problems } = load(scenario);
  if (!world) throw new Error(problems.map(({ path, expected }) => `${path}: ${expected}`).join('; '));
  return world;
}
