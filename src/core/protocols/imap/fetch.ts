// What a message answers to each item (RFC 9051 §7.5.2).
import { CRLF, type Octets } from '../../base/octets.ts';
import { bodyStructureText, bodyText } from '../../mail/body-structure.ts';
import { envelopeText } from '../../mail/envelope.ts';
import { section } from '../../mail/section.ts';
import { octetsOf } from '../../store/body.ts';
import type { NumberSet } from '../../store/number-set.ts';
import { eachRow, type Row, type Rows } from '../../store/rows.ts';
import { dateTimeText } from './grammar/date-time.ts';
import type { FetchItem, PlainItem } from './grammar/fetch-items.ts';
import { nliteralText } from './text.ts';

export type Answer = (row: Row) => Octets;

const PLAIN: Readonly<Record<Exclude<PlainItem, 'FLAGS'>, Answer>> = {
  UID: ({ uid }) => `UID ${uid}`,
  INTERNALDATE: ({ internalDate, zone }) => `INTERNALDATE ${dateTimeText(internalDate, zone)}`,
  'RFC822.SIZE': ({ size }) => `RFC822.SIZE ${size}`,
  ENVELOPE: ({ body }) => `ENVELOPE ${envelopeText(octetsOf(body))}`,
  BODY: ({ body }) => `BODY ${bodyText(octetsOf(body))}`,
  BODYSTRUCTURE: ({ body }) => `BODYSTRUCTURE ${bodyStructureText(octetsOf(body))}`,
};
/** `flags`: how flags are written for this session. */
export function answerTo(item: FetchItem, flags: Answer): Answer {
  if (item.kind === 'plain') return item.name === 'FLAGS' ? flags : PLAIN[item.name];
  const { label, section: wanted, partial } = item;
  return ({ body }) => `${label} ${nliteralText(section(octetsOf(body), wanted, partial))}`;
}
/** Does reading it set \Seen? */
export const marksSeen = (items: readonly FetchItem[]): boolean =>
  items.some((item) => item.kind === 'octets' && !item.peek);

/** A line for each of these messages; an answer may be nothing. */
export function fetchLines(view: Rows, uids: NumberSet, answers: readonly Answer[]): Octets {
  let out = '';
  eachRow(view, uids, (row, number) => {
    let space = '';
    out += `* ${number} FETCH (`;
    for (const answer of answers) {
      const text = answer(row);
      if (text === '') continue;
      out += space + text;
      space = ' ';
    }
    out += `)${CRLF}`;
  });
  return out;
}
