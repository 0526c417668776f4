// Domain names in any script, as the DNS writes them: `bücher` is `xn--bcher-kva` (RFC 5890 §2.3.2.1, RFC 3492).
import { foldedText } from './fold.ts';
import { isAscii, type Octets } from './octets.ts';

/** Letters, marks and digits of any script, and hyphens (RFC 5892 §2). */
const LETTERS = /^[\p{L}\p{M}\p{N}-]+$/u;
/** In octets of ASCII (RFC 1035 §2.3.4): what has more letters has no A-label, and what punycode costs grows with their square. */
const LONGEST = 63;

/** With A-labels only, in lower case; a label that has none keeps its octets. */
export const asciiDomain = (domain: Octets): Octets =>
  isAscii(domain) ? domain.toLowerCase() : domain.split('.').map(asciiLabel).join('.');

function asciiLabel(label: Octets): Octets {
  if (isAscii(label)) return label.toLowerCase();
  const text = foldedText(label);
  if (isAscii(text)) return text;
  const codes = Array.from(text, (char) => char.codePointAt(0) ?? 0);
  return codes.length <= LONGEST && LETTERS.test(text) ? `xn--${punycode(codes)}` : label;
}

const [BASE, TMIN, TMAX, SKEW, DAMP, FIRST_BIAS, FIRST] = [36, 1, 26, 38, 700, 72, 128];
/** From 0 on (RFC 3492 §5). */
const DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const digit = (n: number): string => DIGITS[n] ?? '';

/** RFC 3492 §6.3. */
function punycode(codes: readonly number[]): string {
  const basic = codes.filter((code) => code < FIRST);
  let out = basic.map((code) => String.fromCharCode(code)).join('') + (basic.length > 0 ? '-' : '');
  let [n, delta, bias, handled] = [FIRST, 0, FIRST_BIAS, basic.length];
  while (handled < codes.length) {
    const next = Math.min(...codes.filter((code) => code >= n));
    delta += (next - n) * (handled + 1);
    n = next;
    for (const code of codes) {
      if (code < n) delta++;
      if (code !== n) continue;
      out += variable(delta, bias);
      bias = adapted(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled++;
    }
    delta++;
    n++;
  }
  return out;
}
function variable(delta: number, bias: number): string {
  let [out, q] = ['', delta];
  for (let k = BASE; ; k += BASE) {
    const t = Math.min(Math.max(k - bias, TMIN), TMAX);
    if (q < t) return out + digit(q);
    out += digit(t + ((q - t) % (BASE - t)));
    q = Math.floor((q - t) / (BASE - t));
  }
}
/** RFC 3492 §6.1. */
function adapted(delta: number, points: number, first: boolean): number {
  let d = Math.floor(delta / (first ? DAMP : 2));
  d += Math.floor(d / points);
  let k = 0;
  for (; d > ((BASE - TMIN) * TMAX) / 2; k += BASE) d = Math.floor(d / (BASE - TMIN));
  return k + Math.floor(((BASE - TMIN + 1) * d) / (d + SKEW));
}
