// Backslash escapes of printf and echo -e, as bash reads them.
import { utf8, type Octets } from '../../base/octets.ts';

const LETTERS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};
const NUMBERED = /^(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8}))/;
/** Leading zero: `\0101` in echo -e and %b; without: `\101`, three digits in all, in a format. */
const OCTAL = { format: /^[0-7]{1,3}/, text: /^0[0-7]{0,3}|^[1-7][0-7]{0,2}/ };
const MISSING: Readonly<Record<string, string>> = {
  x: 'missing hex digit for \\x',
  u: 'missing unicode digit for \\u',
  U: 'missing unicode digit for \\U',
};
export interface Unescaped {
  readonly out: Octets;
  /** `\c` was met: nothing more is written. */
  readonly stop: boolean;
  /** What printf complains about; echo does not. */
  readonly err: readonly string[];
}
const point = (digits: string): Octets => {
  const code = Number.parseInt(digits, 16);
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '' : utf8(String.fromCodePoint(code));
};
/** The escape after the backslash at `at`: what it means and where it ends; undefined: it is none. */
function escapeAt(
  text: Octets,
  at: number,
  kind: 'format' | 'text',
): { readonly out: Octets; readonly end: number } | undefined {
  const rest = text.slice(at, at + 10);
  const letter = LETTERS[rest.charAt(0)];
  if (letter !== undefined) return { out: letter, end: at + 1 };
  const octal = OCTAL[kind].exec(rest)?.[0];
  if (octal !== undefined)
    return { out: String.fromCharCode(Number.parseInt(octal, 8) & 255), end: at + octal.length };
  const [whole, hex, short, long] = NUMBERED.exec(rest) ?? [];
  if (whole === undefined) return undefined;
  const out = hex === undefined ? point(short ?? long ?? '') : String.fromCharCode(Number.parseInt(hex, 16));
  return { out, end: at + whole.length };
}
export function unescape(text: Octets, kind: 'format' | 'text'): Unescaped {
  const err: string[] = [];
  let out = '';
  let at = 0;
  while (at < text.length) {
    const slash = text.indexOf('\\', at);
    if (slash < 0 || slash === text.length - 1) break;
    out += text.slice(at, slash);
    if (kind === 'text' && text[slash + 1] === 'c') return { out, stop: true, err };
    if (kind === 'format' && /["'?]/.test(text.charAt(slash + 1))) {
      out += text.charAt(slash + 1);
      at = slash + 2;
      continue;
    }
    const found = escapeAt(text, slash + 1, kind);
    const lost = found ? undefined : MISSING[text.charAt(slash + 1)];
    if (lost !== undefined) err.push(lost);
    out += found ? found.out : '\\';
    at = found ? found.end : slash + 1;
  }
  return { out: out + text.slice(at), stop: false, err };
}
