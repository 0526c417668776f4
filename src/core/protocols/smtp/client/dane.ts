// Does the certificate fit what the server's zone says of it (RFC 6698 §2.1, RFC 7671 §5, RFC 7672 §3)?
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { RecordOf } from '../../../base/dns.ts';
import { fromBytes, toBytes, type Octets } from '../../../base/octets.ts';
import type { Mission } from '../../../host/errand.ts';
import { chainOf, commonName, hex, type Certificate } from '../../../net/x509.ts';
import type { Flaw } from '../../../spec/machine.ts';

type Tlsa = RecordOf<'TLSA'>;
const DIGITS = [0, 64, 128];
/** Of certificate authorities that everybody trusts (PKIX-TA, PKIX-EE) mail servers know nothing (RFC 7672 §3.1.3). */
const isUsable = ({ usage, selector, matching, association }: Tlsa): boolean =>
  (usage === 2 || usage === 3) &&
  selector <= 1 &&
  matching <= 2 &&
  (matching === 0 ? association !== '' : association.length === DIGITS[matching]);
/** Of two digests of the same thing the stronger one counts (RFC 7671 §9). */
const strongest = (all: readonly Tlsa[]): readonly Tlsa[] =>
  all.filter(
    (it) =>
      it.matching !== 1 ||
      !all.some(
        (other) => other.matching === 2 && other.usage === it.usage && other.selector === it.selector,
      ),
  );

function associationOf({ der, key }: Certificate, { selector, matching }: Tlsa): string {
  const text: Octets = selector === 0 ? der : key;
  const shown = matching === 0 ? text : fromBytes((matching === 1 ? sha256 : sha512)(toBytes(text)));
  return hex(shown).toUpperCase();
}
const fits = (certificate: Certificate, record: Tlsa): boolean =>
  associationOf(certificate, record) === record.association;

/** What was shown: whose certificate it is, what is wrong with it, and when the world began (Unix seconds). */
interface Shown {
  readonly holder: string;
  readonly flaw: Flaw | undefined;
  readonly epoch: number;
}
/**
 * `none`: no zone has promised anything; `unusable`: TLS, but not with which key; `fits`; `wrong`: it is another's. For usage 3 the key is
 * all that matters, neither name nor time (RFC 7672 §3.1.1); for usage 2 both do (§3.1.2).
 */
export function judged(
  { pins, seed = 0, domain, attempt }: Mission,
  { holder, flaw, epoch }: Shown,
): 'none' | 'unusable' | 'fits' | 'wrong' {
  if (!pins) return 'none';
  const usable = strongest(pins.records.filter(isUsable));
  if (usable.length === 0) return 'unusable';
  const [leaf, ...issuers] = chainOf(holder, seed, epoch, flaw ?? '');
  const isNamed = [pins.base, attempt.host, domain].includes(commonName(leaf));
  const anchored = isNamed && flaw !== 'expired' ? issuers : [];
  return usable.some((it) => (it.usage === 3 ? [leaf] : anchored).some((each) => fits(each, it)))
    ? 'fits'
    : 'wrong';
}
