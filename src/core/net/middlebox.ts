// Somebody on the way: he reads what is not secret, and may change it. What is inside TLS he can only let pass.
import { CRLF, type Octets } from '../base/octets.ts';

export interface Middlebox {
  /** He reads along. */
  readonly log: boolean;
  /** What servers offer in these words does not arrive (RFC 3207 §6). */
  readonly strip: readonly string[];
  /** These octets come in behind a line that begins so, as if its sender had said them; null: none do. */
  readonly inject: { readonly after: string; readonly octets: Octets } | null;
}
export const noMiddlebox: Middlebox = { log: false, strip: [], inject: null };
export type Meddling = 'read' | 'strip' | 'inject';
export interface Passed {
  readonly octets: Octets;
  /** '': he has let it pass unseen. */
  readonly how: Meddling | '';
}

/** What becomes of octets that were sent at once; `from`: by who dialled (`a`), or who answered. */
export function passing(box: Middlebox, from: 'a' | 'b', octets: Octets): Passed {
  const now = from === 'a' ? injected(box, octets) : stripped(box, octets);
  if (now !== octets) return { octets: now, how: from === 'a' ? 'inject' : 'strip' };
  return { octets, how: box.log ? 'read' : '' };
}
function injected({ inject }: Middlebox, octets: Octets): Octets {
  if (!inject || inject.after === '') return octets;
  const wanted = inject.after.toUpperCase();
  let at = 0;
  while (at < octets.length) {
    const end = octets.indexOf(CRLF, at);
    if (end < 0) return octets;
    const next = end + CRLF.length;
    if (octets.slice(at, end).toUpperCase().startsWith(wanted))
      return octets.slice(0, next) + inject.octets + octets.slice(next);
    at = next;
  }
  return octets;
}
/** A capability is a line of its own, as in SMTP and POP3, or a word in a line that says CAPABILITY, as in IMAP. */
function stripped({ strip }: Middlebox, octets: Octets): Octets {
  if (strip.length === 0) return octets;
  const words = new Set(strip.map((word) => word.toUpperCase()));
  const lines = octets.split(/(?<=\r\n)/);
  const kept = lines.flatMap((line) => {
    const text = line.replace(CRLF, '');
    if (words.has(keywordOf(text))) return [];
    return /\bCAPABILITY\b/i.test(text) ? [withoutWords(line, words)] : [line];
  });
  if (kept.length === lines.length && kept.every((line, i) => line === lines[i])) return octets;
  return lastMarked(lines, kept).join('');
}
const keywordOf = (line: string): string =>
  (line.replace(/^\d{3}[- ]/, '').split(' ')[0] ?? '').toUpperCase();
const withoutWords = (line: string, words: ReadonlySet<string>): string =>
  line.replaceAll(/ ([^ \]\r]+)/g, (all, word: string) => (words.has(word.toUpperCase()) ? '' : all));
/** The last line of a reply says that it is (RFC 5321 §4.2.1): so must the one before it now. */
function lastMarked(lines: readonly string[], kept: readonly string[]): readonly string[] {
  const [was = '', is = ''] = [lines.at(-1), kept.at(-1)];
  if (was === is || !/^\d{3}-/.test(is)) return kept;
  return [...kept.slice(0, -1), `${is.slice(0, 3)} ${is.slice(4)}`];
}
/** With these decisions; what makes no sense changes nothing. */
export const withSetting = (box: Middlebox, set: Partial<Middlebox>): Middlebox => ({
  log: typeof set.log === 'boolean' ? set.log : box.log,
  strip: Array.isArray(set.strip) && set.strip.every(isWord) ? set.strip : box.strip,
  inject: set.inject === null || isInjection(set.inject) ? set.inject : box.inject,
});
const isWord = (it: unknown): boolean => typeof it === 'string' && /^[!-~]{1,64}$/.test(it);
const isInjection = (it: unknown): it is NonNullable<Middlebox['inject']> =>
  typeof it === 'object' &&
  it !== null &&
  'after' in it &&
  'octets' in it &&
  typeof it.after === 'string' &&
  typeof it.octets === 'string' &&
  !/[^\0-\xff]/.test(it.octets);
