// Text within a parameter's value: `+2B` stands for an octet (RFC 3461 §4).
import type { Octets } from '../../base/octets.ts';
import { no, token, type Grammar } from '../../spec/grammar.ts';

/** Undefined: that is no xtext. */
export const decodeXtext = (text: Octets): Octets | undefined =>
  /^(?:[\x21-\x2a\x2c-\x3c\x3e-\x7e]|\+[0-9A-F]{2})*$/.test(text)
    ? text.replaceAll(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : undefined;

/** Octets that are no printable ASCII, or are `+` or `=`, are written by number. */
export const encodeXtext = (octets: Octets): Octets =>
  octets.replaceAll(
    /[^!-*,-<>-~]/g,
    (char) => `+${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
/** `make` reads what stands there decoded; undefined: not that. `most`: octets, as they are written. */
export const xtext = <A>(
  name: string,
  expected: string,
  make: (decoded: Octets) => A | undefined,
  { most = Infinity }: { readonly most?: number } = {},
): Grammar<A> =>
  token(
    name,
    /[^ \r\n]+/,
    (found) => {
      const decoded = found.length > most ? undefined : decodeXtext(found);
      return (decoded === undefined ? undefined : make(decoded)) ?? no;
    },
    { rfc: '3461#4', expected },
  );
