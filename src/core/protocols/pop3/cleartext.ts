// The login policy of a host: whether a login may cross a connection anybody on the way can read.
import type { Host } from '../../host/host.ts';
import type { Pop3 } from './shape.ts';

/** Would the password itself cross it? */
export const exposed = ({ tls }: Pop3['session'], { policy }: Host): boolean =>
  policy.tls === 'required' && !tls;

/** Would a proof of the password? It yields to a dictionary, and the mail that follows is in the clear (RFC 2595 §2.2). */
export const proofExposed = (session: Pop3['session'], host: Host): boolean =>
  host.policy.clearLogin === 'none' && exposed(session, host);

/** What to do about it, here and now: after UTF8 there is no STLS any more (RFC 6856 §2.1). */
export function advice({ utf8 }: Pop3['session'], { services }: Host): string {
  const door = Object.entries(services).find(([, it]) => it.machine === 'pop3' && it.tls === 'implicit');
  const way = utf8 ? 'say QUIT, and in another session STLS before UTF8' : 'say STLS first';
  return door ? `${way}, or connect to port ${door[0]}` : way;
}
