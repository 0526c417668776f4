import { CRLF, type Octets } from '../../base/octets.ts';
import type { Said } from '../../wire/template.ts';
import type { Smtp } from './shape.ts';

/** Code, enhanced code (RFC 2034 §4), text. */
const PARTS = /^(\d{3}) (?:(\d\.\d{1,3}\.\d{1,3}) )?(.*)$/s;
/** Octets of a reply line, line end included (RFC 5321 §4.5.3.1.5). */
const LONGEST = 512 - CRLF.length;

/** `250-first`, `250-second`, `250 last`; enhanced codes only where EHLO has promised them. */
export function encode({ rows }: Said, _tag: string, { enhanced, utf8 }: Smtp['session']): Octets {
  const [, code = '', status, first = ''] = PARTS.exec(rows[0] ?? '') ?? [];
  const texts = [first, ...rows.slice(1)];
  const lead = enhanced && status !== undefined ? `${status} ` : '';
  const last = texts.length - 1;
  return texts
    .map((text, i) => {
      const line = `${code}${i === last ? ' ' : '-'}${lead}${printable(text, utf8)}`;
      return (line.length > LONGEST ? `${line.slice(0, LONGEST - 3)}...` : line) + CRLF;
    })
    .join('');
}
/** What a client has said is said back to it, as far as a reply may hold it: HT and %d32-126 (RFC 5321 §4.2). */
const printable = (text: Octets, utf8: boolean): Octets =>
  ODD.test(text)
    ? text.replaceAll(/[^ -~]/g, (char) => (char === '\t' || (utf8 && char > '\x7f') ? char : '?'))
    : text;
const ODD = /[^ -~]/;
