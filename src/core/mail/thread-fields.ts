// The fields by which a letter says what it answers (RFC 5322 §3.6.4).
import type { Octets } from '../base/octets.ts';
import { headerField } from './header.ts';

/** None where the other letter has no name, or none that can be written again. */
export function threadFields(answered: Octets): readonly Octets[] {
  const name = headerField(answered, 'Message-ID').trim();
  return /^<[!-;=?-~]+>$/.test(name) ? [`In-Reply-To: ${name}`, `References: ${name}`] : [];
}
