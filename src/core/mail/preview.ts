// The first words of a message (RFC 8970).
import type { Octets } from '../base/octets.ts';
import { nextLine } from './range.ts';
import type { Part } from './part.ts';
import { structureOf } from './structure.ts';
import { partText } from './text.ts';

const CHARACTERS = 200; // §3.3
/** As much of a part as is read for it. */
const OCTETS = 16_384;

/** '' when there is no text in it that people read. */
export function previewOf(octets: Octets): string {
  for (const part of readable(structureOf(octets))) {
    const text = firstWords(octets, part);
    if (text !== '') return text;
  }
  return '';
}
function firstWords(octets: Octets, part: Part): string {
  const { start, end } = part.body;
  const until =
    end - start > OCTETS ? nextLine(octets, start + OCTETS, Math.min(end, start + 2 * OCTETS)) : end;
  const text = partText(octets, { ...part, body: { start, end: until } });
  const plain = part.content.subtype === 'HTML' ? withoutMarkup(text) : text;
  return Array.from(plain.replace(/\s+/g, ' ').trim()).slice(0, CHARACTERS).join('').trimEnd();
}

/** The texts as they come; in an alternative first the plain ones, which need no taking apart. */
function readable(part: Part): readonly Part[] {
  const { type, subtype } = part.content;
  if (part.children.length > 0) {
    const found = part.children.flatMap(readable);
    if (subtype !== 'ALTERNATIVE') return found;
    const isPlain = ({ content }: Part): boolean => content.subtype === 'PLAIN';
    return [...found.filter(isPlain), ...found.filter((it) => !isPlain(it))];
  }
  const attached = part.content.disposition?.value.toLowerCase() === 'attachment';
  return type === 'TEXT' && (subtype === 'PLAIN' || subtype === 'HTML') && !attached ? [part] : [];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const withoutMarkup = (html: string): string =>
  html
    .replace(/<(head|style|script|title)\b[^]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[^]*?(?:-->|$)/g, ' ')
    .replace(/<\/?[a-z!][^>]*(?:>|$)/gi, (tag) =>
      /^<\/?(?:a|b|i|u|em|strong|span|font|code)\b/i.test(tag) ? '' : ' ',
    )
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, entity);

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
