import { CRLF, type Octets } from '../../base/octets.ts';
import type { Said } from '../../wire/template.ts';

/** Octets of the text of a refusal: what the client has said is said back to it no longer than that. */
const TEXT = 512;
/** Untagged rows and continuation requests as they are, all others with the tag of the command they end (RFC 9051 §2.2.2). */
export function encode({ rows }: Said, tag: string): Octets {
  let out = '';
  for (const row of rows) out += (isUntagged(row) ? row : `${tag} ${cut(printable(row))}`) + CRLF;
  return out;
}
const isUntagged = (row: string): boolean => row.startsWith('* ') || row.startsWith('+ ');
/** A text has no controls and nothing that is not ASCII (RFC 9051 §9, `resp-text`). */
const printable = (row: string): string => row.replaceAll(/[^ -~]/g, '?');
/** A code is for programs, and whole. */
function cut(row: string): string {
  const [, before = '', text = ''] = REFUSAL.exec(row) ?? [];
  return text.length > TEXT ? `${before}${text.slice(0, TEXT - 3)}...` : row;
}
const REFUSAL = /^((?:NO|BAD) (?:\[[^\]]*\] )?)(.*)$/;
