import { isLoopback } from '../../base/address.ts';
import type { Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';
import type { Dialogue } from '../../spec/protocol.ts';
import { vocabulary } from '../../spec/vocabulary.ts';
import { saslName } from './scram-messages.ts';
import { listening, verdicts, type Sasl } from './shape.ts';
import { userNamed } from './verify.ts';

type OauthBearer = Sasl<{
  readonly start: {};
  /** The error was told; the client has to say that it heard it. */
  readonly failing: {};
}>;
const { signal } = vocabulary<OauthBearer>();

interface Response {
  readonly forWhom: Octets;
  readonly values: ReadonlyMap<string, string>;
}
// eslint-disable-next-line no-control-regex -- the octet 1 is the separator
const RESPONSE = /^[ny],(?:a=([^,\0]+))?,\x01((?:[A-Za-z]+=[\x20-\x7e\t\r\n]*\x01)*)\x01$/;
/** RFC 7628 §3.1; the first of two equal keys counts. */
function read(text: Octets): Response | undefined {
  const [all, written = '', pairs = ''] = RESPONSE.exec(text) ?? [];
  const forWhom = saslName(written);
  if (all === undefined || forWhom === undefined) return undefined;
  const values = new Map<string, string>();
  for (const pair of pairs.split('\x01').slice(0, -1)) {
    const at = pair.indexOf('=');
    const key = pair.slice(0, at);
    if (!values.has(key)) values.set(key, pair.slice(at + 1));
  }
  return { forWhom, values };
}
/** What else is known of where the client has connected to must agree (RFC 7628 §3.2). */
const isMe = (name: string, { id, domain, addresses }: Host): boolean =>
  name === 'localhost' || isLoopback(name) || [id, domain, ...addresses].includes(name.toLowerCase());
const tokenIn = (auth: string | undefined): string =>
  /^bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(auth ?? '')?.[1] ?? '';

/** The words of RFC 6749 §5.2 and 6750 §3.1, as RFC 7628 §3.2.2 wants them. */
const failure = (status: 'invalid_token' | 'invalid_request'): { readonly json: string } => ({
  json: JSON.stringify({ status, scope: 'mail' }),
});
const failing = (when: string) => ({ to: 'failing', says: '{json}', when, rfc: '7628#3.2.2' }) as const;

const message = signal({
  on: 'message',
  from: ['start'],
  rfc: '7628#3.1',
  summary: 'n,a=NAME,^Aauth=Bearer TOKEN^A^A, where ^A is the octet 1.',
  outcomes: {
    granted: { to: 'granted', when: 'the token is good' },
    invalid: failing('there is no token, nobody has issued it, or it is somebody else’s'),
    expired: failing('the token was good for an hour, and that is over'),
    elsewhere: failing('host= names another machine'),
    malformed: { to: 'malformed', when: 'not what RFC 7628 describes', rfc: '7628#3.1' },
  },
  run({ host, now }, text, take) {
    const response = read(text);
    if (!response) return take.malformed();
    const { forWhom, values } = response;
    if (!isMe(values.get('host') ?? host.id, host)) return take.elsewhere(failure('invalid_request'));
    const given = tokenIn(values.get('auth'));
    const token = Object.hasOwn(host.store.tokens, given) ? host.store.tokens[given] : undefined;
    const user = token && userNamed(host, token.user);
    if (!user || (forWhom !== '' && userNamed(host, forWhom) !== user))
      return take.invalid(failure('invalid_token'));
    if (now >= token.expires) return take.expired(failure('invalid_token'));
    return take.granted({ state: { user: user.name } });
  },
});
const heard = signal({
  on: 'message',
  from: ['failing'],
  rfc: '7628#3.2.3',
  summary: 'The octet 1, AQ== in base64: I have seen the error.',
  outcomes: {
    refused: { to: 'refused', when: 'the octet 1 is sent', rfc: '7628#3.2.3' },
    chatty: { to: 'malformed', when: 'anything else is', rfc: '7628#3.2.3' },
  },
  run: (_cx, text, take) => (text === '\x01' ? take.refused() : take.chatty()),
});
export const oauthBearer: Dialogue<OauthBearer> = {
  id: 'sasl/oauthbearer',
  title: 'OAUTHBEARER',
  states: {
    start: { ...listening('The token', '7628#3.1'), secret: true },
    failing: listening('An error, to be acknowledged', '7628#3.2.3'),
    ...verdicts,
  },
  signals: [message, heard],
};
