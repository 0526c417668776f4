// Strangers are put off once: a program that sends and forgets does not come again (RFC 6647).
import { lowerAscii } from '../../base/octets.ts';
import { SECOND } from '../../base/time.ts';
import type { Host } from '../../host/host.ts';
import { isCustomer } from '../../host/recipient.ts';
import { bracketed, type Mailbox } from '../../mail/mailbox.ts';
import type { Cx } from '../../spec/protocol.ts';
import type { Smtp } from './shape.ts';

export interface PutOff {
  readonly host: Host;
  /** How long it still takes. */
  readonly seconds: number;
}
/** Undefined: this client has come again, or is no stranger, or nobody is put off here. */
export function greylisted(
  { host, session: { role, peer, user }, now }: Pick<Cx<Smtp>, 'host' | 'session' | 'now'>,
  from: Mailbox | null,
  to: Mailbox,
): PutOff | undefined {
  const { greylist } = host.policy;
  if (greylist === 0 || user !== '' || role === 'lmtp' || isCustomer(host, peer)) return undefined;
  const key = lowerAscii(`${peer} ${bracketed(from)} ${bracketed(to)}`);
  const { putOff } = host.spool;
  const first = Object.hasOwn(putOff, key) ? putOff[key] : undefined;
  const left = (first ?? now) + greylist * SECOND - now;
  if (left <= 0) return undefined;
  const seconds = Math.ceil(left / SECOND);
  if (first !== undefined) return { host, seconds };
  return { host: { ...host, spool: { ...host.spool, putOff: { ...putOff, [key]: now } } }, seconds };
}
