// The sender rewriting scheme: a host that passes a letter on puts its own name into the sender, and the sender into that name, so that
// the next server finds it entitled to send and a report finds its way back.
import { lowerAscii, type Octets } from '../base/octets.ts';
import { draw } from '../base/random.ts';
import type { Mailbox } from '../mail/mailbox.ts';

const WRAPPED = /^SRS0[=+-]([0-9A-Z]{4})=([^=]+)=(.+)$/i;
/** So that nobody can send through us to whomever he likes; simulated, as all cryptography here. */
const seal = (host: string, domain: string, local: string): string =>
  draw(0, 'srs', host, lowerAscii(domain), local).toString(36).toUpperCase().padStart(4, '0').slice(-4);

/** `SRS0=4F2A=example.com=alice`, at this domain. */
export const wrapped = ({ local, domain }: Mailbox, by: string): Mailbox => ({
  local: `SRS0=${seal(by, domain, local)}=${domain}=${local}`,
  domain: by,
});
/** Who is inside; undefined: nobody, or nobody we have put there. */
export function unwrapped(wrapping: Octets, by: string): Mailbox | undefined {
  const [, sealed = '', domain = '', local = ''] = WRAPPED.exec(wrapping) ?? [];
  if (local === '' || seal(by, domain, local) !== sealed.toUpperCase()) return undefined;
  return { local, domain };
}
