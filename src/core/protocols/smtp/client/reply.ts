// A reply as a client reads it: the code decides, the text is for people (RFC 5321 §4.2).
import { CRLF, type Octets } from '../../../base/octets.ts';
import type { Grammar } from '../../../spec/grammar.ts';
import type { Heard } from '../../../spec/heard.ts';

export interface Reply {
  readonly octets: Octets;
  readonly code: number;
  /** Its lines without codes. */
  readonly lines: readonly Octets[];
}
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?: |$)/;
const LEAD = 4;

export function readReply(octets: Octets): Reply {
  const lines: Octets[] = [];
  let from = 0;
  for (let end = octets.indexOf(CRLF); end >= 0; end = octets.indexOf(CRLF, from)) {
    lines.push(octets.slice(from + LEAD, end));
    from = end + CRLF.length;
  }
  lines.push(octets.slice(from + LEAD));
  return { octets, code: Number(octets.slice(0, LEAD - 1)), lines };
}
/** RFC 3463; '': none was given. */
export const enhancedOf = ({ lines: [first = ''] }: Reply): string => ENHANCED.exec(first)?.[1] ?? '';
/** All of it as one line, codes first. */
export function textOf(said: Reply): Octets {
  const { octets, lines } = said;
  if (lines.length === 1) return octets.trim();
  return `${octets.slice(0, LEAD - 1)} ${joined(lines, enhancedOf(said))}`.trim();
}
/** An enhanced code stands before each line; once is enough. */
function joined(lines: readonly Octets[], enhanced: string): Octets {
  if (enhanced === '') return lines.join(' ').trim();
  const bare = lines.map((line) => (line.startsWith(enhanced) ? line.slice(enhanced.length).trim() : line));
  return `${enhanced} ${bare.join(' ').trim()}`;
}
/** The whole of a reply. */
export const reply: Grammar<Reply> = {
  usage: '<reply>',
  arguments: [],
  rfc: '5321#4.2',
  read(c) {
    c.at = c.text.length;
    return readReply(c.text);
  },
};
const CODE = /^[2-5]\d\d(?:[- ]|$)/;
/** What is no reply. */
export const NO_REPLY = '???';
export const hear = (text: Octets): Heard => ({
  tag: '',
  verb: CODE.test(text) && isOneReply(text) ? text.slice(0, LEAD - 1) : NO_REPLY,
  rest: 0,
});
/** Every line of it has the same code (RFC 5321 §4.2.1). */
function isOneReply(text: Octets): boolean {
  const code = text.slice(0, LEAD - 1);
  for (let at = text.indexOf(CRLF); at >= 0; at = text.indexOf(CRLF, at + CRLF.length))
    if (!text.startsWith(code, at + CRLF.length)) return false;
  return true;
}
/** `250` is a `2yz`. */
export const family = (code: string): string => (code === NO_REPLY ? code : `${code.charAt(0)}yz`);
