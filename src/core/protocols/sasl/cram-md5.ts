import { SECOND } from '../../base/time.ts';
import type { Dialogue } from '../../spec/protocol.ts';
import { vocabulary } from '../../spec/vocabulary.ts';
import { template, textOf } from '../../wire/template.ts';
import { keyedMd5 } from './hash.ts';
import { listening, verdicts, type Sasl } from './shape.ts';
import { secretOf, userNamed } from './verify.ts';

type CramMd5 = Sasl<{ readonly start: {}; readonly challenged: { readonly challenge: string } }>;
const { signal } = vocabulary<CramMd5>();

/** A message identifier: what is in it matters to nobody, only that it is new. */
const CHALLENGE = '<{digits}.{seconds}@{host}>';
const challenge = template(CHALLENGE);

const begin = signal({
  on: 'begin',
  from: ['start'],
  rfc: '2195#2',
  summary: 'The server speaks first.',
  outcomes: { challenge: { to: 'challenged', says: CHALLENGE, when: 'always' } },
  run({ host, now, session, draw }, _nothing, take) {
    const digits = `${draw('cram', session.challenges, 0)}${draw('cram', session.challenges, 1)}`;
    const args = { digits, seconds: Math.floor(now / SECOND), host: host.id };
    return take.challenge(args, { state: { challenge: textOf(challenge, args) } });
  },
});
const digest = signal({
  on: 'message',
  from: ['challenged'],
  rfc: '2195#2',
  summary: 'My name, a space, and the challenge hashed with my password as the key: 32 digits 0-9 a-f.',
  outcomes: {
    granted: { to: 'granted', when: 'the digest fits' },
    wrong: { to: 'refused', when: 'it does not, or nobody has that name', rfc: '2195#2' },
    malformed: { to: 'malformed', when: 'not a name, a space and 32 digits', rfc: '2195#2' },
  },
  run({ host, state }, text, take) {
    const [, name, digest] = /^(.+) ([0-9a-f]{32})$/s.exec(text) ?? [];
    if (name === undefined) return take.malformed();
    const secret = secretOf(host, name);
    const user = userNamed(host, name);
    if (!user || secret === undefined || keyedMd5(secret, state.challenge) !== digest) return take.wrong();
    return take.granted({ state: { user: user.name } });
  },
});
export const cramMd5: Dialogue<CramMd5> = {
  id: 'sasl/cram-md5',
  title: 'CRAM-MD5',
  states: {
    start: listening('Waiting for the challenge', '2195#2'),
    challenged: listening('Name and digest', '2195#2'),
    ...verdicts,
  },
  signals: [begin, digest],
};
