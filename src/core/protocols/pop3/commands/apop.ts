import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { toBytes, type Octets } from '../../../base/octets.ts';
import { secretOf, userNamed } from '../../sasl/verify.ts';
import { nameAndDigest } from '../arguments.ts';
import { advice, proofExposed } from '../cleartext.ts';
import { openMaildrop } from '../maildrop.ts';
import { command } from '../shape.ts';
import { pass } from './pass.ts';

/** Of the greeting's timestamp, angle brackets included, and the secret after it. */
export const digestOf = (timestamp: string, secret: Octets): string =>
  bytesToHex(md5(toBytes(timestamp + secret)));

const { ok, locked, broken, down, exposed: readable } = pass.outcomes;

export const apop = command({
  verb: 'APOP',
  from: ['authorization', 'named'],
  args: nameAndDigest,
  rfc: '1939#7',
  summary: 'Prove you know the password without sending it.',
  offered: (session, host) => !proofExposed(session, host),
  outcomes: {
    ok,
    wrong: {
      to: 'authorization',
      says: '-ERR [AUTH] No such user or wrong digest of timestamp and password',
      when: 'it is not the digest of the timestamp and the password, or nobody has that name',
      rfc: '3206#5',
    },
    locked,
    broken,
    down,
    exposed: readable,
  },
  run({ session, host, conn }, { name, digest }, take) {
    if (proofExposed(session, host)) return take.exposed({ advice: advice(session, host) });
    if (host.policy.authDown) return take.down();
    const secret = secretOf(host, name);
    if (secret === undefined || digestOf(session.timestamp, secret) !== digest) return take.wrong();
    const opened = openMaildrop(host, userNamed(host, name)?.name ?? name, conn);
    if (typeof opened === 'string') return take[opened]();
    const { count, octets } = opened.state;
    return take.ok({ count, octets }, opened);
  },
});
