// A mechanism by itself: a host with a few users, and somewhere to stand in the exchange.
import { noSpool } from '../../../src/core/host/spool.ts';
import { draw } from '../../../src/core/base/random.ts';
import { fromBytes } from '../../../src/core/base/octets.ts';
import type { Host, User } from '../../../src/core/host/host.ts';
import { usual, type Policy } from '../../../src/core/host/policy.ts';
import type { Asking } from '../../../src/core/protocols/sasl/exchange.ts';
import { scramKeys } from '../../../src/core/protocols/sasl/scram-keys.ts';

export const from64 = (text: string): string => fromBytes(Buffer.from(text, 'base64'));
export const userWith = (name: string, password: string, salt = 'salt'): User => ({
  name,
  password,
  keys: scramKeys(password, salt),
});
interface Wish {
  readonly users?: readonly User[];
  readonly policy?: Partial<Policy>;
  readonly id?: string;
  readonly tokens?: Host['store']['tokens'];
}
export const hostWith = ({ users = [], policy, id = 'mail.example.com', tokens = {} }: Wish): Host => ({
  id,
  addresses: ['192.0.2.5'],
  domain: 'example.com',
  services: {},
  store: {
    id: '',
    users: Object.fromEntries(users.map((user) => [user.name, user])),
    mailboxes: {},
    locks: {},
    tokens,
  },
  policy: { ...usual, ...policy },
  neighbours: [],
  dnsCache: {},
  spool: noSpool,
});
export const asking = (host: Host, { tls = true, challenges = 0, now = 0, conn = 1 } = {}): Asking => ({
  host,
  session: { tls, challenges },
  conn,
  tag: '',
  epoch: 0,
  now,
  adverts: () => [],
  draw: (...keys) => draw(7, conn, ...keys),
});
