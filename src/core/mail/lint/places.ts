// What a finding points at: one field, or one line, and never nothing.
import type { Octets } from '../../base/octets.ts';
import { fieldOf, type Header } from '../fields.ts';
import { nextLine, type Range } from '../range.ts';

/** The line that holds this octet, or the last one. */
export function lineAt(octets: Octets, at: number): Range {
  const inside = Math.max(0, Math.min(at, octets.length - 1));
  const start = inside === 0 ? 0 : octets.lastIndexOf('\n', inside - 1) + 1;
  return { start, end: nextLine(octets, inside, octets.length) };
}
/** Where a field would have stood: at the empty line that ends its header, or after the last field. */
export const lacking = (octets: Octets, header: Header): Range =>
  header.blank ? lineAt(octets, header.end - 1) : (header.fields.at(-1) ?? lineAt(octets, header.end));

/** The field that says so, or where it would have stood. */
export const saying = (octets: Octets, header: Header, name: string): Range =>
  fieldOf(header, name) ?? lacking(octets, header);
