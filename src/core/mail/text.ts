// What people and SEARCH read in a message: text in characters, whatever it was sent as.
import type { Octets } from '../base/octets.ts';
import { decodedBody } from './binary.ts';
import { decodeCharset, textOf } from './charset.ts';
import { headerOf, unfolded, type Header } from './fields.ts';
import { parameterOf, type Part } from './part.ts';
import { sliceOf } from './range.ts';
import { structureOf } from './structure.ts';
import { decodedWords } from './words.ts';

/** Every field of this name, without its folds and encoded words (IMAP: HEADER, FROM, SUBJECT, …). */
export const fieldTexts = (octets: Octets, name: string): readonly string[] => {
  const wanted = name.toLowerCase();
  const fields = headerOf(octets).fields.filter((field) => field.name === wanted);
  return fields.map((field) => decodedWords(unfolded(octets, field)));
};

/** The whole header, a line a field (IMAP: TEXT). */
export const headerText = (octets: Octets): string => linesOf(octets, headerOf(octets));

const linesOf = (octets: Octets, { fields }: Header): string =>
  fields
    .map((field) => `${octets.slice(field.start, field.body)} ${decodedWords(unfolded(octets, field))}\r\n`)
    .join('');

/** All text of the body (IMAP: BODY). Messages inside count with their headers; attachments do not. */
export function bodyTexts(octets: Octets): readonly string[] {
  const inside = (part: Part): readonly string[] => {
    if (part.message) return [linesOf(octets, part.message.header), ...inside(part.message)];
    if (part.children.length > 0) return part.children.flatMap(inside);
    return part.content.type === 'TEXT' ? [partText(octets, part)] : [];
  };
  return inside(structureOf(octets));
}
/** The headers of the parts (IMAP: TEXT reads them too). */
export function mimeHeaderTexts(octets: Octets): readonly string[] {
  const inside = (part: Part): readonly string[] => {
    if (part.message) return inside(part.message);
    return part.children.flatMap((child) => [linesOf(octets, child.header), ...inside(child)]);
  };
  return inside(structureOf(octets));
}

/** A text part in characters; in a charset or an encoding nobody here reads, as it stands. */
export function partText(octets: Octets, part: Part): string {
  const body = decodedBody(octets, part) ?? sliceOf(octets, part.body);
  return decodeCharset(body, parameterOf(part.content.parameters, 'charset') ?? '') ?? textOf(body);
}
