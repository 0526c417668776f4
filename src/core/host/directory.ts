// The directory behind the servers one can reach: who has a mailbox there, and tokens to log in with (RFC 6749, RFC 6750).
import type { HostId } from '../base/ids.ts';
import { lowerAscii } from '../base/octets.ts';
import { draw } from '../base/random.ts';
import { MINUTE, type Micros } from '../base/time.ts';
import type { Host, Hosts, Token } from './host.ts';

/** How long a token is good. */
const LIFETIME: Micros = 60 * MINUTE;

const serversNear = (hosts: Hosts, from: HostId): readonly Host[] =>
  (hosts[from]?.neighbours ?? []).flatMap(({ name }) => hosts[name] ?? []);

/** Their names, each once. */
export const usersNear = (hosts: Hosts, from: HostId): readonly string[] => [
  ...new Set(serversNear(hosts, from).flatMap(({ store }) => Object.keys(store.users))),
];
/** The first server that keeps mail for `bob`, or of that domain for `bob@example.com`. */
export function directoryOf(hosts: Hosts, from: HostId, user: string): Host | undefined {
  const { name, domain } = addressOf(user);
  return serversNear(hosts, from).find(
    (it) => Object.hasOwn(it.store.users, name) && (domain === '' || domain === it.domain),
  );
}
function addressOf(user: string): { readonly name: string; readonly domain: string } {
  const at = user.lastIndexOf('@');
  return at < 0
    ? { name: user, domain: '' }
    : { name: user.slice(0, at), domain: lowerAscii(user.slice(at + 1)) };
}

export interface Issued {
  readonly host: Host;
  readonly text: string;
  readonly token: Token;
}
/** A token for this user of this host, and the host that knows it; what is over is forgotten. */
export function issueToken(host: Host, user: string, now: Micros, seed: number): Issued {
  const { name } = addressOf(user);
  const token: Token = { user: name, expires: now + LIFETIME };
  const parts = [0, 1, 2, 3].map((i) => draw(seed, 'token', host.store.id, name, now, i));
  const text = parts.map((n) => n.toString(36).padStart(7, '0')).join('');
  const good = Object.entries(host.store.tokens).filter(([, { expires }]) => expires > now);
  const tokens = { ...Object.fromEntries(good), [text]: token };
  return { host: { ...host, store: { ...host.store, tokens } }, text, token };
}
