// Every mechanism there is.
import { converse } from '../../spec/nest.ts';
import type { Dialogue } from '../../spec/protocol.ts';
import type { Shape } from '../../spec/take.ts';
import { cramMd5 } from './cram-md5.ts';
import { external } from './external.ts';
import { login } from './login.ts';
import type { Mechanism } from './mechanisms.ts';
import { oauthBearer } from './oauthbearer.ts';
import { plain } from './plain.ts';
import { scramSha1, scramSha256 } from './scram.ts';

/** What the tests read to know what must be covered. */
export const dialogues = [plain, login, cramMd5, scramSha1, scramSha256, oauthBearer, external] as const;

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
export const mechanisms: readonly (readonly [string, Mechanism])[] = [
  mechanism(plain),
  mechanism(login),
  mechanism(cramMd5),
  mechanism(scramSha1),
  mechanism(scramSha256),
  mechanism(oauthBearer),
  mechanism(external),
];
