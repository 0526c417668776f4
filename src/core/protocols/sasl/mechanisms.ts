// Every mechanism there is, and which of them a host offers on this connection.
import type { Host } from '../../host/host.ts';
import { converse, type Converse } from '../../spec/nest.ts';
import type { Dialogue, Shape } from '../../spec/protocol.ts';
import { cramMd5 } from './cram-md5.ts';
import { external } from './external.ts';
import { login } from './login.ts';
import { oauthBearer } from './oauthbearer.ts';
import { plain } from './plain.ts';
import { scramSha1, scramSha256 } from './scram.ts';

/** What the tests read to know what must be covered. */
export const dialogues = [plain, login, cramMd5, scramSha1, scramSha256, oauthBearer, external] as const;

interface Mechanism {
  readonly converse: Converse;
  /** Who may speak first (RFC 4422 §5, 2a). */
  readonly server: boolean;
  readonly client: boolean;
  /** By state: is what is sent there a credential? */
  readonly secret: ReadonlySet<string>;
}
const secretStates = (states: object): ReadonlySet<string> =>
  new Set(Object.entries(states).flatMap(([name, spec]) => (isSecret(spec) ? [name] : [])));
const isSecret = (spec: unknown): boolean => typeof spec === 'object' && spec !== null && 'secret' in spec;

function mechanism<P extends Shape>(it: Dialogue<P>): readonly [string, Mechanism] {
  const listens = (on: string): boolean =>
    it.signals.some((signal) => signal.on === on && signal.from.some((state) => state === 'start'));
  return [
    it.title,
    {
      converse: converse(it),
      server: listens('begin'),
      client: listens('message'),
      secret: secretStates(it.states),
    },
  ];
}
export const MECHANISMS: ReadonlyMap<string, Mechanism> = new Map([
  mechanism(plain),
  mechanism(login),
  mechanism(cramMd5),
  mechanism(scramSha1),
  mechanism(scramSha256),
  mechanism(oauthBearer),
  mechanism(external),
]);

/** Of no use where the directory has keys of nobody. */
const KEYED: ReadonlySet<string> = new Set([scramSha1.title, scramSha256.title]);
const has = ({ policy, store }: Host, name: string): boolean =>
  policy.mechanisms.some((it) => it === name) &&
  (!KEYED.has(name) || Object.values(store.users).some(({ keys }) => keys !== null));

/** What crosses the connection is the password or the token itself. */
const TELLING: ReadonlySet<string> = new Set([plain.title, login.title, oauthBearer.title]);

/** Where a session stands: all that matters here. */
interface Standing {
  readonly session: { readonly tls: boolean };
  readonly host: Host;
}
/** May it be used without TLS, if there is none? A token never (RFC 7628 §3). */
function allows({ session, host: { policy } }: Standing, name: string): boolean {
  if (session.tls) return true;
  if (policy.tls === 'optional') return name !== oauthBearer.title;
  return policy.clearLogin === 'proofs' && !TELLING.has(name);
}
/** The names, in the order the host's administrator gave them. */
export const offered = (at: Standing): readonly string[] =>
  at.host.policy.mechanisms.filter((name) => has(at.host, name) && allows(at, name));

/** `exposed`: the host has it, but not without TLS. EXTERNAL is in no list, and is known. */
export function standingOf(at: Standing, name: string): 'offered' | 'exposed' | 'unknown' {
  if (name === external.title) return 'offered';
  if (!has(at.host, name)) return 'unknown';
  return allows(at, name) ? 'offered' : 'exposed';
}
