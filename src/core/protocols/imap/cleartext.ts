// The login policy of a host: whether a login may cross a connection anybody on the way can read.
import type { Host } from '../../host/host.ts';
import type { Imap } from './shape.ts';

/** Would the password itself cross it? Then LOGIN is disabled (RFC 9051 §6.2.3). */
export const exposed = ({ tls }: Pick<Imap['session'], 'tls'>, { policy }: Host): boolean =>
  policy.tls === 'required' && !tls;

/** What to do about it, here. */
export function advice({ services }: Host): string {
  const door = Object.entries(services).find(([, it]) => it.machine === 'imap' && it.tls === 'implicit');
  return door ? `say STARTTLS first, or connect to port ${door[0]}` : 'say STARTTLS first';
}
