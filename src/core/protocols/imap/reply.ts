import { CRLF, type Octets } from '../../base/octets.ts';
import type { Said } from '../../wire/template.ts';

/** Untagged rows and continuation requests as they are, all others with the tag of the command they end (RFC 9051 §2.2.2). */
export function encode({ rows }: Said, tag: string): Octets {
  let out = '';
  for (const row of rows) out += (isUntagged(row) ? row : `${tag} ${row}`) + CRLF;
  return out;
}
const isUntagged = (row: string): boolean => row.startsWith('* ') || row.startsWith('+ ');
