// What may be asked of a message (RFC 9051 §6.4.5, §9: fetch-att), and the three macros.
import type { Partial, Section } from '../../../mail/section.ts';
import { no, refuse, type Cursor, type Grammar, type No } from '../../../spec/grammar.ts';
import { found, listOf, markGroups, pass, startsWith } from './cursor.ts';
import { partial, section, sectionPart, type Named } from './section.ts';

const PLAIN = [
  'FLAGS',
  'UID',
  'INTERNALDATE',
  'RFC822.SIZE',
  'ENVELOPE',
  'BODY',
  'BODYSTRUCTURE',
  'MODSEQ',
  'EMAILID',
  'THREADID',
  'SAVEDATE',
] as const;
export type PlainItem = (typeof PLAIN)[number];

export type FetchItem =
  | { readonly kind: 'plain'; readonly name: PlainItem }
  /** Octets of the message; `peek`: without setting \Seen. */
  | {
      readonly kind: 'octets';
      readonly label: string;
      readonly section: Section;
      readonly partial: Partial | undefined;
      readonly peek: boolean;
    }
  /** Octets of a part without its transfer encoding (RFC 3516 §4.2); `size`: only how many. */
  | {
      readonly kind: 'binary';
      readonly label: string;
      readonly part: readonly number[];
      readonly partial: Partial | undefined;
      readonly peek: boolean;
      readonly size: boolean;
    }
  /** The first words; LAZY allows to have none, which is never made use of here (RFC 8970 §4.1). */
  | { readonly kind: 'preview' };

const octets = (label: string, section: Section, peek: boolean): FetchItem => ({
  kind: 'octets',
  label,
  section,
  partial: undefined,
  peek,
});
/** Older names for sections; revision 2 has dropped them (RFC 3501 §6.4.5). */
const OLDER: Readonly<Record<string, FetchItem>> = {
  RFC822: octets('RFC822', { part: [] }, false),
  'RFC822.HEADER': octets('RFC822.HEADER', { part: [], text: 'HEADER' }, true),
  'RFC822.TEXT': octets('RFC822.TEXT', { part: [], text: 'TEXT' }, false),
};
/** The first that revision 2 has no more (RFC 9051 Appendix E, 18). */
export const olderName = (items: readonly FetchItem[]): string | undefined =>
  items.map((it) => (it.kind === 'octets' ? it.label : '')).find((label) => Object.hasOwn(OLDER, label));
const plain = (...names: readonly PlainItem[]): readonly FetchItem[] =>
  names.map((name) => ({ kind: 'plain', name }));
const MACROS: Readonly<Record<string, readonly FetchItem[]>> = {
  ALL: plain('FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'),
  FAST: plain('FLAGS', 'INTERNALDATE', 'RFC822.SIZE'),
  FULL: plain('FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY'),
};
export const MACRO_NAMES: readonly string[] = Object.keys(MACROS);
/** As they are written; a bracket is where the part of a message is named. */
export const ITEM_NAMES: readonly string[] = [
  ...PLAIN,
  'BODY[',
  'BODY.PEEK[',
  'BINARY[',
  'BINARY.PEEK[',
  'BINARY.SIZE[',
  'PREVIEW',
  ...Object.keys(OLDER),
];
const NAME = /[A-Za-z0-9.]+/y;
const EXPECTED = 'a data item, as FLAGS, ENVELOPE or BODY.PEEK[HEADER]';

/** Not a `token`: what follows a name depends on it. */
const item: Grammar<FetchItem> = {
  usage: '<item>',
  arguments: [],
  read(c) {
    const from = c.at;
    const name = found(c, NAME)?.[0].toUpperCase();
    if (name === undefined) return refuse(c, EXPECTED);
    c.at += name.length;
    c.spans?.push({ from, to: c.at, role: 'item', rfc: '9051#6.4.5' });
    if ((name === 'BODY' || name === 'BODY.PEEK') && startsWith(c, '[')) return body(c, name === 'BODY.PEEK');
    if (name.startsWith('BINARY') && startsWith(c, '[')) return binary(c, name);
    if (name === 'PREVIEW') return preview(c);
    const known = PLAIN.find((it) => it === name);
    if (known !== undefined) return { kind: 'plain', name: known };
    const older = Object.hasOwn(OLDER, name) ? OLDER[name] : undefined;
    if (older) return older;
    c.at = from;
    return refuse(c, EXPECTED);
  },
};
function body(c: Cursor, peek: boolean): FetchItem | No {
  const named: Named<Section> | No = section(c);
  if (named === no) return no;
  const some = partial(c);
  if (some === no) return no;
  const label = `BODY${named.label}${some ? `<${some.offset}>` : ''}`;
  return { kind: 'octets', label, section: named.wanted, partial: some, peek };
}
const BINARY = ['BINARY', 'BINARY.PEEK', 'BINARY.SIZE'];
function binary(c: Cursor, name: string): FetchItem | No {
  if (!BINARY.includes(name)) return refuse(c, EXPECTED);
  const size = name === 'BINARY.SIZE';
  const named = sectionPart(c);
  const some = named === no || size ? undefined : partial(c);
  if (named === no || some === no) return no;
  const label = `${size ? name : 'BINARY'}${named.label}${some ? `<${some.offset}>` : ''}`;
  return { kind: 'binary', label, part: named.wanted, partial: some, peek: name !== 'BINARY', size };
}
const LAZY = / \((LAZY)\)/iy;
function preview(c: Cursor): FetchItem {
  const hit = found(c, LAZY);
  if (hit) {
    markGroups(c, hit, ['modifier'], '8970#4.1');
    c.at += hit[0].length;
  }
  return { kind: 'preview' };
}
const items = listOf(item);
const macro = /(?:ALL|FAST|FULL)(?= |$)/iy;
export const fetchItems: Grammar<readonly FetchItem[]> = {
  usage: '<item> | (<item> …)',
  arguments: [{ name: 'items', usage: '<items>', secret: false }],
  rfc: '9051#6.4.5',
  read(c) {
    const from = c.at;
    const before = c.spans?.length ?? 0;
    const read = readItems(c);
    // before what it holds: one item alone is that item
    if (read !== no) c.spans?.splice(before, 0, { from, to: c.at, role: 'items' });
    return read;
  },
};
function readItems(c: Cursor): readonly FetchItem[] | No {
  const name = found(c, macro)?.[0] ?? '';
  const all = MACROS[name.toUpperCase()];
  if (all) {
    pass(c, name.length, 'macro', '9051#6.4.5');
    return all;
  }
  if (startsWith(c, '(')) return items.read(c);
  const one = item.read(c);
  return one === no ? no : [one];
}
