// An answer as a client reads it: the status decides, the code in brackets may say more, the text is for people (RFC 2449 §8).
import { CRLF, type Octets } from '../../../base/octets.ts';
import type { Grammar } from '../../../spec/grammar.ts';
import type { Heard } from '../../../spec/heard.ts';

export interface Answer {
  /** The first line. */
  readonly text: Octets;
  /** What follows it, each line with its end; '' nothing does. */
  readonly body: Octets;
}
export const answer: Grammar<Answer> = {
  usage: '<answer>',
  arguments: [],
  rfc: '1939#3',
  read(c) {
    c.at = c.text.length;
    const end = c.text.indexOf(CRLF);
    if (end < 0) return { text: c.text, body: '' };
    return { text: c.text.slice(0, end), body: c.text.slice(end + CRLF.length) + CRLF };
  },
};
export const linesOf = ({ body }: Answer): readonly Octets[] => body.split(CRLF).slice(0, -1);

/** What is no answer. */
export const NO_ANSWER = '???';
const STATUS = /^(\+OK|-ERR)(?: \[(IN-USE)\])?(?=[ \r]|$)/i;
/** `-ERR [IN-USE]` is told from other refusals. */
export function hear(text: Octets): Heard {
  const [, status = NO_ANSWER, code] = STATUS.exec(text.slice(0, 64)) ?? [];
  const isBusy = code !== undefined && status.startsWith('-');
  return { tag: '', verb: isBusy ? '[IN-USE]' : status.toUpperCase(), rest: 0 };
}
export const family = (verb: string): string => (verb === '[IN-USE]' ? '-ERR' : verb);
