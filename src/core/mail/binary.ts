// BINARY[section] (RFC 9051 §6.4.5, §7.5.2).
import type { Octets } from '../base/octets.ts';
import type { Part } from './part.ts';
import { sliceOf } from './range.ts';
import { partAt, type Partial } from './section.ts';
import { structureOf } from './structure.ts';
import { decodeTransfer } from './transfer.ts';

export type Binary =
  | { readonly kind: 'octets'; readonly octets: Octets }
  /** IMAP: NO [UNKNOWN-CTE]. */
  | { readonly kind: 'unknownEncoding'; readonly encoding: Octets };

/** A part without its transfer encoding; the partial counts decoded octets. undefined: there is no such part. */
export function binary(octets: Octets, path: readonly number[], partial?: Partial): Binary | undefined {
  if (path.length === 0) return cut(octets, partial);
  const part = partAt(structureOf(octets), path);
  if (!part) return undefined;
  const decoded = decodedBody(octets, part);
  return decoded === undefined
    ? { kind: 'unknownEncoding', encoding: part.content.encoding }
    : cut(decoded, partial);
}
const cut = (octets: Octets, partial: Partial | undefined): Binary => ({
  kind: 'octets',
  octets: partial ? octets.slice(partial.offset, partial.offset + partial.count) : octets,
});

/** A part's body without its transfer encoding. Multiparts and messages have none (RFC 2045 §6.4). */
export const decodedBody = (octets: Octets, part: Part): Octets | undefined =>
  part.children.length > 0 || part.message
    ? sliceOf(octets, part.body)
    : decodeTransfer(sliceOf(octets, part.body), part.content.encoding);
