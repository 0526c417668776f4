// Letters nobody wants: which, and in which words they are refused.
import { lowerAscii, type Octets } from '../base/octets.ts';
import { written } from './knobs.ts';

/** What a letter may be refused with when all of it is there (RFC 5321 §4.3.2). */
const CODES = ['450', '451', '452', '550', '552', '554'] as const;
export type RejectionCode = (typeof CODES)[number];
export interface Rejection {
  /** As the administrator wrote it. */
  readonly pattern: string;
  readonly code: RejectionCode;
  readonly status: string;
  /** '': those of the server. */
  readonly words: string;
}
const RULE = /^(.+?)(?: -> (45[012]|55[024]) ([45]\.\d{1,3}\.\d{1,3}) ([ -~]+))?$/;
export const rejections = written(
  RULE,
  'a list of patterns, each alone or as in `casino -> 451 4.7.1 Not now`',
  '5321#7.9',
);

/** The first rule that this letter meets. */
export function rejectionOf(rules: readonly string[], letter: Octets): Rejection | undefined {
  if (rules.length === 0) return undefined;
  const lower = lowerAscii(letter);
  for (const rule of rules) {
    const [, pattern = '', code = '554', status = '5.7.1', words = ''] = RULE.exec(rule) ?? [];
    const known = CODES.find((it) => it === code);
    if (known && occurs(lowerAscii(pattern), lower)) return { pattern, code: known, status, words };
  }
  return undefined;
}
/** `*` is anything within one line. No regular expression: nothing a scenario says can take long. */
function occurs(pattern: string, text: Octets): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return text.includes(pattern);
  for (let at = 0; at >= 0 && at < text.length;) {
    const start = text.indexOf(parts[0] ?? '', at);
    if (start < 0) return false;
    const end = text.indexOf('\n', start);
    if (follow(parts, text.slice(start, end < 0 ? undefined : end))) return true;
    at = end < 0 ? -1 : end + 1;
  }
  return false;
}
/** One after the other, each behind the one before. */
function follow(parts: readonly string[], line: Octets): boolean {
  let at = 0;
  for (const part of parts) {
    const found = line.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}
