// One entity of a message (RFC 2045 §2.4): where it stands in the stored octets, and what its fields say of it.
import type { Octets } from '../base/octets.ts';
import type { Header } from './fields.ts';
import type { Parameter, Parameterised } from './parameters.ts';
import type { Range } from './range.ts';

export interface Part {
  readonly header: Header;
  /** After the header; the line end before the next boundary belongs to that boundary (RFC 2046 §5.1.1). */
  readonly body: Range;
  readonly content: Content;
  /** Of a multipart; never empty there. */
  readonly children: readonly Part[];
  /** Of a message/rfc822 or message/global: the message inside. */
  readonly message: Part | undefined;
}

/** In upper case: type, subtype and encoding. The rest as written. */
export interface Content {
  readonly type: Octets;
  readonly subtype: Octets;
  readonly parameters: readonly Parameter[];
  readonly encoding: Octets;
  readonly id: Octets | undefined;
  readonly description: Octets | undefined;
  readonly md5: Octets | undefined;
  readonly disposition: Parameterised | undefined;
  readonly language: readonly Octets[] | undefined;
  readonly location: Octets | undefined;
}

/** The first of this name. */
export const parameterOf = (parameters: readonly Parameter[], name: string): Octets | undefined =>
  parameters.find((parameter) => parameter.name.toLowerCase() === name)?.value;
