// The parts of a letter with their numbers, and what a client would say to have each (RFC 9051 §6.4.5): with the octets it would get.
import type { Octets } from '../base/octets.ts';
import type { Header } from '../mail/fields.ts';
import { lint } from '../mail/lint/lint.ts';
import type { Finding } from '../mail/lint/rules.ts';
import { parameterOf, type Part } from '../mail/part.ts';
import type { Range } from '../mail/range.ts';
import { remembered } from '../mail/remembered.ts';
import { structureOf } from '../mail/structure.ts';
import { partText } from '../mail/text.ts';
import type { Scene } from './scene-types.ts';

export interface FetchItem {
  /** `BODY[1.2.MIME]`. */
  readonly item: string;
  /** Of the letter's octets: what it covers, in order; of BINARY what is decoded for it. */
  readonly covers: readonly Range[];
}
export interface MimePart {
  /** `1.2`; '': the letter itself. */
  readonly number: string;
  readonly depth: number;
  /** `TEXT/PLAIN`. */
  readonly type: string;
  readonly encoding: string;
  readonly charset: string;
  readonly name: string;
  /** Octets, as they are stored. */
  readonly size: number;
  readonly items: readonly FetchItem[];
  /** What people read of it; undefined: it is no text, or has none of its own. */
  readonly text: () => string | undefined;
}
/** How much of a long part is asked for at first. */
const BEGINNING = 2048;

/** In the order of the letter. */
export const mimeParts: (octets: Octets) => readonly MimePart[] = remembered((octets: Octets) => {
  const root = structureOf(octets);
  const whole = { start: 0, end: octets.length };
  const items = [{ item: 'BODY[]', covers: [whole] }, ...ofMessage('', root, whole.end)];
  return [partOf(octets, root, '', 0, items), ...inside(octets, root, '', 1)];
});
function inside(octets: Octets, message: Part, prefix: string, depth: number): readonly MimePart[] {
  const parts = message.children.length > 0 ? message.children : [message];
  return parts.flatMap((part, i) => withBelow(octets, part, `${prefix}${i + 1}`, depth));
}
function withBelow(octets: Octets, part: Part, number: string, depth: number): readonly MimePart[] {
  const own = partOf(octets, part, number, depth, itemsOf(part, number));
  if (part.message) return [own, ...inside(octets, part.message, `${number}.`, depth + 1)];
  return [own, ...part.children.flatMap((it, i) => withBelow(octets, it, `${number}.${i + 1}`, depth + 1))];
}
function partOf(
  octets: Octets,
  part: Part,
  number: string,
  depth: number,
  items: readonly FetchItem[],
): MimePart {
  const { content, body } = part;
  const readable = number !== '' && content.type === 'TEXT' && part.children.length === 0;
  return {
    number,
    depth,
    type: `${content.type}/${content.subtype}`,
    encoding: content.encoding,
    charset: parameterOf(content.parameters, 'charset') ?? '',
    name: nameOf(part),
    size: number === '' ? octets.length : body.end - body.start,
    items,
    text: () => (readable ? partText(octets, part) : undefined),
  };
}
const nameOf = ({ content: { disposition, parameters } }: Part): string =>
  parameterOf(disposition?.parameters ?? [], 'filename') ?? parameterOf(parameters, 'name') ?? '';

const headerRange = ({ start, end }: Header): Range => ({ start, end });
/** The fields a list of letters shows, with the empty line that comes after them. */
const LISTED = ['from', 'to', 'subject', 'date'];
function listed({ fields, blank, end }: Header): readonly Range[] {
  const found = fields
    .filter(({ name }) => LISTED.includes(name))
    .map((it) => ({ start: it.start, end: it.end }));
  return blank ? [...found, { start: end - 2, end }] : found;
}
/** What only a message has: `number` is '' of the letter itself, `2.` of one inside it. */
const ofMessage = (number: string, { header }: Part, end: number): readonly FetchItem[] => [
  { item: `BODY[${number}HEADER]`, covers: [headerRange(header)] },
  { item: `BODY[${number}HEADER.FIELDS (FROM TO SUBJECT DATE)]`, covers: listed(header) },
  { item: `BODY[${number}TEXT]`, covers: [{ start: header.end, end }] },
];
function itemsOf(part: Part, number: string): readonly FetchItem[] {
  const { header, body, content, message, children } = part;
  const long = body.end - body.start > BEGINNING;
  const first = { start: body.start, end: body.start + BEGINNING };
  const encoded = content.encoding === 'BASE64' || content.encoding === 'QUOTED-PRINTABLE';
  return [
    { item: `BODY[${number}]`, covers: [body] },
    { item: `BODY[${number}.MIME]`, covers: [headerRange(header)] },
    ...(long ? [{ item: `BODY[${number}]<0.${BEGINNING}>`, covers: [first] }] : []),
    ...(encoded && children.length === 0 ? [{ item: `BINARY[${number}]`, covers: [body] }] : []),
    ...(message ? ofMessage(`${number}.`, message, message.body.end) : []),
  ];
}
export type { Finding } from '../mail/lint/rules.ts';
/** What a standard has against it. */
export const findingsIn: (octets: Octets) => readonly Finding[] = remembered((octets: Octets) =>
  lint(octets),
);

/** The console whose session has this mailbox open by IMAP and waits for a command; undefined: none has. */
export function consoleOn(
  { views, conns, sessions, mailboxes }: Pick<Scene, 'views' | 'conns' | 'sessions' | 'mailboxes'>,
  { host, mailbox }: { readonly host: string; readonly mailbox: string },
  preferred: string,
): string | undefined {
  const box = mailboxes.find((it) => it.host === host && it.name === mailbox);
  const consoles = views
    .filter((view) => box && view.store === box.store && view.id === box.box.id)
    .filter(({ conn }) =>
      sessions.some((it) => it.conn === conn && it.protocol === 'imap' && it.state === 'selected'),
    )
    .flatMap(({ conn }) => conns.find(({ id }) => id === conn)?.console ?? [])
    .filter((console) => console !== '');
  return consoles.includes(preferred) ? preferred : consoles[0];
}
