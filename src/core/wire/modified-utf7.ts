// Mailbox names as the first revision of IMAP writes them (RFC 3501 §5.1.3): ASCII stands for itself, `&-` for `&`, and the rest is
// UTF-16 in base64 between `&` and `-`, with a comma where base64 has a slash.
import { fromUtf8, utf8, type Octets } from '../base/octets.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,';
const isPlain = (unit: number): boolean => unit >= 0x20 && unit <= 0x7e;

/** Of a name in UTF-8. */
export function toModifiedUtf7(name: Octets): Octets {
  if (!/[^ -%'-~]/.test(name)) return name;
  return fromUtf8(name).replace(/&|[^ -~]+/g, (run) => (run === '&' ? '&-' : `&${shifted(run)}-`));
}
function shifted(text: string): Octets {
  let [out, bits, held] = ['', 0, 0];
  for (let i = 0; i < text.length; i++) {
    bits = ((bits & 0x3f) << 16) | text.charCodeAt(i);
    for (held += 16; held >= 6; held -= 6) out += ALPHABET.charAt((bits >> (held - 6)) & 63);
  }
  return held > 0 ? out + ALPHABET.charAt((bits << (6 - held)) & 63) : out;
}

const PIECE = /&([A-Za-z0-9+,]*)-|[ -%'-~]+/y;
/** The name in UTF-8; undefined: nobody writes so. What has another way to be written may not be shifted. */
export function fromModifiedUtf7(text: Octets): Octets | undefined {
  let [out, adjacent] = ['', false];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < text.length) {
    const [piece, base64] = PIECE.exec(text) ?? [];
    if (piece === undefined) return undefined;
    if (base64 === undefined || base64 === '') {
      out += base64 === '' ? '&' : piece;
      adjacent = false;
      continue;
    }
    const units = adjacent ? undefined : unshifted(base64);
    if (units === undefined) return undefined;
    out += units;
    adjacent = true;
  }
  return utf8(out);
}
/** Undefined: half a unit is left over, bits that say nothing are set, half of a pair, or a character that needs no shift. */
function unshifted(base64: Octets): string | undefined {
  let [out, bits, held] = ['', 0, 0];
  for (const char of base64) {
    bits = ((bits << 6) | ALPHABET.indexOf(char)) & 0x3fffff;
    held += 6;
    if (held < 16) continue;
    held -= 16;
    const unit = (bits >> held) & 0xffff;
    if (isPlain(unit)) return undefined;
    out += String.fromCharCode(unit);
  }
  const leftOver = held >= 6 || (bits & ((1 << held) - 1)) !== 0;
  return leftOver || LONE.test(out) ? undefined : out;
}
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
