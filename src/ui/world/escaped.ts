// Octets as a person writes them into a field: \r, \n, \t, \\ and \x80 stand for what no key types.
import { fromUtf8 } from '../shell/utf8.ts';

const NAMED: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t', '\\': '\\' };
const encoder = new TextEncoder();
/** Undefined: a backslash with nothing behind it that it could belong to. */
export function octetsFrom(text: string): string | undefined {
  const plain = text.replaceAll(/\\(?:x[0-9A-Fa-f]{2}|[rnt\\])/g, '');
  if (plain.includes('\\')) return undefined;
  const octets = Array.from(encoder.encode(text), (it) => String.fromCharCode(it)).join('');
  return octets.replaceAll(/\\(?:x([0-9A-Fa-f]{2})|([rnt\\]))/g, (_, hex?: string, name = '') =>
    hex === undefined ? (NAMED[String(name)] ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
const MARKS: Readonly<Record<string, string>> = {
  '\r': String.raw`\r`,
  '\n': String.raw`\n`,
  '\t': String.raw`\t`,
  '\\': String.raw`\\`,
};
export const escaped = (octets: string): string =>
  fromUtf8(octets).replaceAll(
    /[^ -[\]-~\xa0-\u{10ffff}]/gu,
    (it) => MARKS[it] ?? `\\x${it.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
