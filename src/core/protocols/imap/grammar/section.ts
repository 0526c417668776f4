// Which part of a message is meant (RFC 9051 §6.4.5.1, §9: section, partial).
import type { Octets } from '../../../base/octets.ts';
import type { Partial, Section } from '../../../mail/section.ts';
import { no, refuse, type Cursor, type No } from '../../../spec/grammar.ts';
import { astringText } from '../text.ts';
import { found, listOf, startsWith, take } from './cursor.ts';
import { astring } from './strings.ts';

/** With the words by which the answer calls it. */
export interface Named<T> {
  readonly wanted: T;
  readonly label: string;
}
const PART = /[1-9]\d{0,8}(?:\.[1-9]\d{0,8})*/y;
const TEXT = /\.?(HEADER\.FIELDS\.NOT|HEADER\.FIELDS|HEADER|TEXT|MIME)(?![A-Z.])/iy;
const PARTIAL = /<(\d{1,10})\.([1-9]\d{0,9})>/y;
const TEXTS = ['HEADER.FIELDS.NOT', 'HEADER.FIELDS', 'HEADER', 'TEXT', 'MIME'] as const;
const names = listOf(astring('field-name'));

/** `[1.2.MIME]`, `[HEADER.FIELDS (From To)]`, `[]`. */
export function section(c: Cursor): Named<Section> | No {
  const from = c.at;
  if (take(c, '[', '[') === no) return no;
  const part = partNumbers(c);
  const text = textAfter(c, part.length > 0);
  if (text === no) return no;
  const fields = text?.startsWith('HEADER.FIELDS') === true ? fieldNames(c) : undefined;
  if (fields === no || take(c, ']', 'a section and ]') === no) return no;
  c.spans?.push({ from, to: c.at, role: 'section', rfc: '9051#6.4.5.1' });
  const words = [part.join('.'), text].filter((it) => it !== undefined && it !== '').join('.');
  const list = fields ? ` (${fields.map(astringText).join(' ')})` : '';
  return {
    wanted: { part, ...(text === undefined ? {} : { text }), ...(fields ? { fields } : {}) },
    label: `[${words}${list}]`,
  };
}
/** `[1.2]`, or `[]` for the whole message. */
export function sectionPart(c: Cursor): Named<readonly number[]> | No {
  const from = c.at;
  if (take(c, '[', '[') === no) return no;
  const wanted = partNumbers(c);
  if (take(c, ']', 'the number of a part and ]') === no) return no;
  c.spans?.push({ from, to: c.at, role: 'section', rfc: '9051#6.4.5.1' });
  return { wanted, label: `[${wanted.join('.')}]` };
}
function partNumbers(c: Cursor): readonly number[] {
  const hit = found(c, PART)?.[0];
  if (hit === undefined) return [];
  c.at += hit.length;
  return hit.split('.').map(Number);
}
/** MIME is of a part alone; a part and its text have a dot between. */
function textAfter(c: Cursor, hasPart: boolean): (typeof TEXTS)[number] | undefined | No {
  if (startsWith(c, ']')) return undefined;
  const hit = found(c, TEXT);
  const text = TEXTS.find((it) => it === hit?.[1]?.toUpperCase());
  if (!hit || text === undefined || hit[0].startsWith('.') !== hasPart || (text === 'MIME' && !hasPart))
    return refuse(c, 'a part, HEADER, TEXT or MIME');
  c.at += hit[0].length;
  return text;
}
function fieldNames(c: Cursor): readonly Octets[] | No {
  return take(c, ' ', 'the names of fields in parentheses') === no ? no : names.read(c);
}
/** `<0.100>`; undefined where there is none. */
export function partial(c: Cursor): Partial | undefined | No {
  if (!startsWith(c, '<')) return undefined;
  const hit = found(c, PARTIAL);
  if (!hit) return refuse(c, '<first octet.number of octets>');
  c.spans?.push({ from: c.at, to: c.at + hit[0].length, role: 'partial', rfc: '9051#6.4.5' });
  c.at += hit[0].length;
  return { offset: Number(hit[1]), count: Number(hit[2]) };
}
