import { CRLF, type Octets } from '../../base/octets.ts';
import type { Said } from '../../wire/template.ts';
import type { Smtp } from './shape.ts';

/** Where the text begins behind a code of three digits, and where behind an enhanced code too (RFC 2034 §4). */
const TEXT = 4;
const STATUS = /\d\.\d{1,3}\.\d{1,3} /y;
function textAt(row: string): number {
  if (row[TEXT + 1] !== '.') return TEXT; // most that have none are told at one look
  STATUS.lastIndex = TEXT;
  return STATUS.test(row) ? STATUS.lastIndex : TEXT;
}
/** Octets of a reply line, line end included (RFC 5321 §4.5.3.1.5). */
const LONGEST = 512 - CRLF.length;

/** `250-first`, `250-second`, `250 last`; enhanced codes where this host has them. */
export function encode({ rows }: Said, _tag: string, { enhanced, utf8 }: Smtp['session']): Octets {
  const [row = ''] = rows;
  const at = textAt(row);
  const code = row.slice(0, TEXT - 1);
  const lead = enhanced ? row.slice(TEXT, at) : '';
  const last = rows.length - 1;
  let all = line(`${code}${last <= 0 ? ' ' : '-'}${lead}${printable(row.slice(at), utf8)}`);
  for (let i = 1; i <= last; i++)
    all += line(`${code}${i === last ? ' ' : '-'}${lead}${printable(rows[i] ?? '', utf8)}`);
  return all;
}
const line = (text: Octets): Octets =>
  (text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text) + CRLF;
/** What a client has said is said back to it, as far as a reply may hold it: HT and %d32-126 (RFC 5321 §4.2). */
const printable = (text: Octets, utf8: boolean): Octets =>
  ODD.test(text)
    ? text.replaceAll(/[^ -~]/g, (char) => (char === '\t' || (utf8 && char > '\x7f') ? char : '?'))
    : text;
const ODD = /[^ -~]/;
