// A reply as a client reads it: the code decides, the text is for people (RFC 5321 §4.2).
import type { Octets } from '../../../base/octets.ts';
import type { Grammar } from '../../../spec/grammar.ts';
import type { Heard } from '../../../spec/protocol.ts';

export interface Reply {
  readonly code: number;
  /** RFC 3463; '': none was given. */
  readonly enhanced: string;
  /** Its lines without codes. */
  readonly lines: readonly Octets[];
  /** All of it as one line, codes first. */
  readonly text: Octets;
}
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?: |$)/;

export function readReply(octets: Octets): Reply {
  const lines = octets.split('\r\n').map((line) => line.slice(4));
  const enhanced = ENHANCED.exec(lines[0] ?? '')?.[1] ?? '';
  const bare = lines.map((line) =>
    enhanced !== '' && line.startsWith(enhanced) ? line.slice(6).trim() : line,
  );
  const words = bare.join(' ').trim();
  const lead = enhanced === '' ? octets.slice(0, 3) : `${octets.slice(0, 3)} ${enhanced}`;
  return { code: Number(octets.slice(0, 3)), enhanced, lines, text: `${lead} ${words}`.trim() };
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
  verb:
    CODE.test(text) && text.split('\r\n').every((line) => line.startsWith(text.slice(0, 3)))
      ? text.slice(0, 3)
      : NO_REPLY,
  rest: 0,
});
/** `250` is a `2yz`. */
export const family = (code: string): string => (code === NO_REPLY ? code : `${code.charAt(0)}yz`);
