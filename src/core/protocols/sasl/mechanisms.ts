// Which mechanisms a host offers on this connection. What each of them says comes in a part of its own.
import { shelf, type Shelf } from '../../base/parts.ts';
import type { Host } from '../../host/host.ts';
import type { Converse } from '../../spec/nest.ts';

export interface Mechanism {
  readonly converse: Converse;
  /** Who may speak first (RFC 4422 §5, 2a). */
  readonly server: boolean;
  readonly client: boolean;
  /** By state: is what is sent there a credential? */
  readonly secret: ReadonlySet<string>;
}
/** By name; `core/parts/sasl.ts` puts them here. */
export const MECHANISMS: Shelf<Mechanism> = shelf('mechanisms');

/** Of no use where the directory has keys of nobody. */
const KEYED: ReadonlySet<string> = new Set(['SCRAM-SHA-1', 'SCRAM-SHA-256']);
const has = ({ policy, store }: Host, name: string): boolean =>
  policy.mechanisms.some((it) => it === name) && (!KEYED.has(name) || hasKeys(store.users));
/** Has anybody? Asked for every EHLO. */
function hasKeys(users: Host['store']['users']): boolean {
  for (const name in users) if (users[name]?.keys) return true;
  return false;
}

const OAUTHBEARER = 'OAUTHBEARER';
/** What crosses the connection is the password or the token itself. */
const TELLING: ReadonlySet<string> = new Set(['PLAIN', 'LOGIN', OAUTHBEARER]);

/** Where a session stands: all that matters here. */
interface Standing {
  readonly session: { readonly tls: boolean };
  readonly host: Host;
}
/** May it be used without TLS, if there is none? A token never (RFC 7628 §3). */
function allows({ session, host: { policy } }: Standing, name: string): boolean {
  if (session.tls) return true;
  if (policy.tls !== 'required') return name !== OAUTHBEARER;
  return policy.clearLogin === 'proofs' && !TELLING.has(name);
}
/** The names, in the order the host's administrator gave them. */
export const offered = (at: Standing): readonly string[] =>
  at.host.policy.mechanisms.filter((name) => has(at.host, name) && allows(at, name));

/** `exposed`: the host has it, but not without TLS. EXTERNAL is in no list, and is known. */
export function standingOf(at: Standing, name: string): 'offered' | 'exposed' | 'unknown' {
  if (name === 'EXTERNAL') return 'offered';
  if (!has(at.host, name)) return 'unknown';
  return allows(at, name) ? 'offered' : 'exposed';
}
