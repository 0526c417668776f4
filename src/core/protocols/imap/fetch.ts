// What a message answers to each item (RFC 9051 §7.5.2).
import { finish, labour, pause, stage } from '../../base/labour.ts';
import { CRLF, inOnePiece, utf8, type Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';
import { binary } from '../../mail/binary.ts';
import { bodyStructureText, bodyText } from '../../mail/body-structure.ts';
import { imapString } from '../../mail/imap-string.ts';
import { previewOf } from '../../mail/preview.ts';
import { section } from '../../mail/section.ts';
import { octetsOf } from '../../store/body.ts';
import type { Mailbox } from '../../store/mailbox.ts';
import { eachRowInTurns } from '../../store/each-row.ts';
import type { NumberSet } from '../../store/number-set.ts';
import { eachRow, type Row, type Rows } from '../../store/rows.ts';
import { has } from './capabilities.ts';
import { dateTimeText } from './grammar/date-time.ts';
import type { FetchItem, PlainItem } from './grammar/fetch-items.ts';
import { emailId } from './object-ids.ts';
import { envelopeIn } from './search/notes.ts';
import { literalText, nliteralText } from './text.ts';
import { threadId } from './thread-ids.ts';

export type Answer = (row: Row) => Octets;

export const modseqText: Answer = ({ modseq }) => `MODSEQ (${modseq})`;
export const uidText: Answer = ({ uid }) => `UID ${uid}`;
const PLAIN: Readonly<Record<Exclude<PlainItem, 'FLAGS' | 'EMAILID' | 'THREADID'>, Answer>> = {
  UID: uidText,
  INTERNALDATE: ({ internalDate, zone }) => `INTERNALDATE ${dateTimeText(internalDate, zone)}`,
  'RFC822.SIZE': ({ size }) => `RFC822.SIZE ${size}`,
  ENVELOPE: ({ body }) => `ENVELOPE ${envelopeIn(body)}`,
  BODY: ({ body }) => `BODY ${bodyText(octetsOf(body))}`,
  BODYSTRUCTURE: ({ body }) => `BODYSTRUCTURE ${bodyStructureText(octetsOf(body))}`,
  MODSEQ: modseqText,
  SAVEDATE: ({ saveDate }) => `SAVEDATE ${dateTimeText(saveDate, 0)}`,
};
/** `flags`: how flags are written for this session; `box`: where the messages are, in a store. */
export function answerTo(
  item: FetchItem,
  flags: Answer,
  box: Mailbox | undefined,
  { store }: Pick<Host, 'store'>,
): Answer {
  if (item.kind === 'plain') {
    if (item.name === 'FLAGS') return flags;
    if (item.name === 'EMAILID') return (row) => `EMAILID (${emailId(box, row)})`;
    if (item.name === 'THREADID') return ({ body }) => threadText(threadId(body, store));
    return PLAIN[item.name];
  }
  if (item.kind === 'preview') return ({ body }) => `PREVIEW ${imapString(utf8(previewOf(octetsOf(body))))}`;
  if (item.kind === 'binary') return binaryAnswer(item);
  const { label, section: wanted, partial } = item;
  return ({ body }) => `${label} ${nliteralText(section(octetsOf(body), wanted, partial))}`;
}
const threadText = (id: Octets | undefined): Octets =>
  id === undefined ? 'THREADID NIL' : `THREADID (${id})`;
type BinaryItem = FetchItem & { readonly kind: 'binary' };
function binaryAnswer({ label, part, partial, size }: BinaryItem): Answer {
  return ({ body }) => {
    const found = binary(octetsOf(body), part, partial);
    const octets = found?.kind === 'octets' ? found.octets : undefined;
    if (size) return `${label} ${octets?.length ?? 0}`;
    if (octets === undefined) return `${label} NIL`;
    return `${label} ${octets.includes('\0') ? `~{${octets.length}}${CRLF}${octets}` : literalText(octets)}`;
  };
}
/** A transfer encoding nobody can undo, in one of these messages; undefined: there is none (RFC 3516 §4.3). */
export function unknownEncoding(
  view: Rows,
  uids: NumberSet,
  items: readonly FetchItem[],
): Octets | undefined {
  const unknown = stage((): Octets[] => []);
  for (const item of items)
    if (item.kind === 'binary')
      eachRowInTurns(view, uids, ({ body }) => {
        const found = binary(octetsOf(body), item.part);
        if (found?.kind === 'unknownEncoding') unknown.push(found.encoding);
      });
  return unknown[0];
}

/** Does reading it set \Seen? */
export const marksSeen = (items: readonly FetchItem[]): boolean =>
  items.some((item) => (item.kind === 'octets' || item.kind === 'binary') && !item.peek);
export const asks = (items: readonly FetchItem[], name: PlainItem): boolean =>
  items.some((item) => item.kind === 'plain' && item.name === name);

/** The first of these that this host does not know. */
export const unknownItem = (items: readonly FetchItem[], host: Host): string | undefined => {
  const item = items.find((it) => !isKnown(it, host));
  return item && (item.kind === 'plain' ? item.name : item.kind === 'preview' ? 'PREVIEW' : 'BINARY');
};
function isKnown(item: FetchItem, host: Host): boolean {
  if (item.kind === 'preview') return has(host, 'PREVIEW');
  if (item.kind === 'binary') return has(host, 'BINARY');
  if (item.kind !== 'plain') return true;
  if (item.name === 'MODSEQ') return has(host, 'CONDSTORE');
  if (item.name === 'SAVEDATE') return has(host, 'SAVEDATE');
  return !(item.name === 'EMAILID' || item.name === 'THREADID') || has(host, 'OBJECTID');
}

/** Octets of one answer: a client that wants more has to ask again. */
const MOST = 268_435_456;
export const isTooLong = (lines: Octets): boolean => lines.length > MOST;
/** A line for each of these messages; an answer may be nothing. No more of them than are too long. */
export function fetchLines(view: Rows, uids: NumberSet, answers: readonly Answer[]): Octets {
  const work = labour(() => ({ text: '' }));
  let out = '';
  const put = (): void => {
    // many small pieces that soon go cost less than many that stay till the end, when all of them are joined at once
    work.state.text += inOnePiece(out);
    out = '';
  };
  eachRow(
    view,
    uids,
    (row, number) => {
      if (work.state.text.length + out.length <= MOST)
        out += `* ${number} FETCH (${answersOf(row, answers)})${CRLF}`;
    },
    work.at,
    (number) => {
      put();
      pause(work, number);
    },
  );
  put();
  finish(work);
  return work.state.text;
}
function answersOf(row: Row, answers: readonly Answer[]): Octets {
  let out = '';
  for (const answer of answers) {
    if (out.length > MOST) break;
    const text = answer(row);
    if (text !== '') out += out === '' ? text : ` ${text}`;
  }
  return out;
}
