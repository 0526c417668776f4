// TLS: when it has to be there before anything is said, and what the handshake has shown (RFC 3207, RFC 7435, RFC 7672, RFC 8689).
import { needsTls } from '../../../host/wishes.ts';
import type { Cx } from '../../../spec/protocol.ts';
import { judged } from './dane.ts';
import { letterOf } from './envelope.ts';
import { conclude, own, remoteOf } from './findings.ts';
import { signal, type Sending } from './shape.ts';

/** Nothing leaves this host without TLS, or whoever hands a letter in says nothing without. */
const wantsTls = ({ host: { policy }, session: { mission } }: Cx<Sending>): boolean =>
  policy.sendTls === 'required' || policy.sendTls === 'verified' || mission.login?.upgrade === true;
export const isBare = (cx: Cx<Sending>): boolean => !cx.session.tls && wantsTls(cx);
export const withoutTls = (cx: Cx<Sending>) =>
  conclude(cx, own(cx, `451 4.7.10 ${remoteOf(cx)} offers no TLS, and nothing leaves here without`));
/** The server's zone has promised TLS, and it is not there: who takes an offer away on the line cannot take it out of a signed zone. */
export const isBroken = ({ session: { tls, mission } }: Cx<Sending>): boolean =>
  !tls && mission.pins !== undefined;
export const promised = (cx: Cx<Sending>) =>
  conclude(
    cx,
    own(
      cx,
      `451 4.7.10 ${remoteOf(cx)} offers no TLS, though its zone promises it: has somebody taken the offer away?`,
    ),
  );
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
    pinned: {
      to: 'hello',
      says: 'EHLO {name}',
      when: 'a signed zone says in a TLSA record which key the server has, and it is this one',
      rfc: '7672#3.1',
    },
    strange: {
      to: 'leaving',
      says: 'QUIT',
      when: 'a signed zone says in TLSA records which key the server has, and it is another one',
      rfc: '7672#2.2',
    },
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
    const dane = judged(cx.session.mission, { holder: holder ?? '', flaw, epoch: cx.epoch });
    if (dane === 'fits') return take.pinned({ name: cx.host.id }, move);
    if (dane === 'wrong') {
      const other = 'its certificate is not the one that its zone names';
      return take.strange(
        secret ? exposed(cx, other) : conclude(cx, own(cx, `451 4.7.5 ${remoteOf(cx)}: ${other}`)),
      );
    }
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
    promised: {
      to: 'closed',
      when: 'its zone is signed, and promises TLS: nothing is said without',
      rfc: '7672#2.2',
    },
    bare: { to: 'closed', when: 'this host sends nothing without TLS, or not this letter', rfc: '3207#4.1' },
  },
  run(cx, _insecure, take) {
    if (isSecret(cx)) return take.bare(exposed(cx, 'the TLS handshake has failed'));
    const pinned = cx.session.mission.pins !== undefined;
    const plain = !wantsTls(cx) && !pinned;
    const move = conclude(cx, own(cx, `451 4.7.5 ${remoteOf(cx)}: the TLS handshake has failed`), { plain });
    if (pinned) return take.promised(move);
    return plain ? take.clear(move) : take.bare(move);
  },
});
