// TLS: when it has to be there before anything is said, and what the handshake has shown (RFC 3207, RFC 7435, RFC 8689).
import { needsTls } from '../../../host/wishes.ts';
import type { Cx } from '../../../spec/protocol.ts';
import { letterOf } from './envelope.ts';
import { conclude, own, remoteOf } from './findings.ts';
import { signal, type Sending } from './shape.ts';

/** Nothing leaves this host without TLS, or whoever hands a letter in says nothing without. */
const wantsTls = ({ host: { policy }, session: { mission } }: Cx<Sending>): boolean =>
  policy.sendTls === 'required' || policy.sendTls === 'verified' || mission.login?.upgrade === true;
export const isBare = (cx: Cx<Sending>): boolean => !cx.session.tls && wantsTls(cx);
export const withoutTls = (cx: Cx<Sending>) =>
  conclude(cx, own(cx, `451 4.7.10 ${remoteOf(cx)} offers no TLS, and nothing leaves here without`));
/** From one server to another, not read by anybody between (RFC 8689 §4.2.1). */
export const isSecret = (cx: Cx<Sending>): boolean =>
  !cx.session.mission.login && needsTls(letterOf(cx).envelope);
const exposed = (cx: Cx<Sending>, why: string) =>
  conclude(cx, own(cx, `550 5.7.10 ${remoteOf(cx)}: ${why}, and the letter may travel in secret only`), {
    hope: false,
  });

export const secured = signal({
  on: 'secured',
  from: ['securing'],
  rfc: '3207#4.2',
  summary: 'The handshake is done; both sides forget what was said before.',
  outcomes: {
    hello: { to: 'hello', says: 'EHLO {name}', when: 'the certificate is good' },
    wait: { to: 'greeting', when: 'it is good, and TLS came first: now the server speaks', rfc: '8314#3.3' },
    unproven: {
      to: 'hello',
      says: 'EHLO {name}',
      when: 'it is not, and nobody has asked for one: better than no TLS at all',
      rfc: '7435#3',
    },
    untrusted: {
      to: 'leaving',
      says: 'QUIT',
      when: 'it is not, and this host sends nothing to whom it cannot be sure of, or a password would follow, or a letter that may travel in secret only',
      rfc: '3207#4.1',
    },
  },
  run(cx, { tls: { flaw }, holder }, take) {
    const move = { session: { tls: true, offers: {} } };
    const { login } = cx.session.mission;
    const secret = isSecret(cx);
    // an address in brackets is no name that a certificate could be for (RFC 8689 §4.2.1)
    const wrong = flaw ?? (secret && holder !== cx.session.mission.attempt.host ? 'wrong-name' : undefined);
    if (wrong === undefined) return login?.secure ? take.wait(move) : take.hello({ name: cx.host.id }, move);
    const why = `its certificate ${WRONG[wrong]}`;
    if (secret) return take.untrusted(exposed(cx, why));
    if (cx.host.policy.sendTls !== 'verified' && !login) return take.unproven({ name: cx.host.id }, move);
    return take.untrusted(conclude(cx, own(cx, `451 4.7.5 ${remoteOf(cx)}: ${why}`)));
  },
});
const WRONG = {
  expired: 'has expired',
  'self-signed': 'is signed by itself, and anybody can make one like it',
  'wrong-name': 'is for another name',
} as const;
export const insecure = signal({
  on: 'insecure',
  from: ['securing'],
  rfc: '7435#3',
  summary: 'The handshake has failed, and the connection with it.',
  outcomes: {
    clear: { to: 'closed', when: 'this host does without where it must: it dials again' },
    bare: { to: 'closed', when: 'this host sends nothing without TLS, or not this letter', rfc: '3207#4.1' },
  },
  run(cx, _insecure, take) {
    if (isSecret(cx)) return take.bare(exposed(cx, 'the TLS handshake has failed'));
    const plain = !wantsTls(cx);
    const move = conclude(cx, own(cx, `451 4.7.5 ${remoteOf(cx)}: the TLS handshake has failed`), { plain });
    return plain ? take.clear(move) : take.bare(move);
  },
});
