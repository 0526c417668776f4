// The login policy of a host: whether a login may cross a connection anybody on the way can read.
import type { Host } from '../../host/host.ts';
import type { Pop3 } from './shape.ts';

/** Would the password itself cross it? */
export const exposed = ({ tls }: Pop3['session'], { policy }: Host): boolean =>
  policy.tls === 'required' && !tls;

/** Would a proof of the password? It yields to a dictionary, and the mail that follows is in the clear (RFC 2595 §2.2). */
export const proofExposed = (session: Pop3['session'], host: Host): boolean =>
  host.policy.clearLogin === 'none' && exposed(session, host);

/** What to do about it, here. */
export function advice({ services }: Host): string {
  const door = Object.entries(services).find(([, it]) => it.machine === 'pop3' && it.tls === 'implicit');
  return door ? `say STLS first, or connect to port ${door[0]}` : 'say STLS first';
}
