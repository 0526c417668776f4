// What a SCRAM client may send (RFC 5802 §7), read by its grammar.
import type { Octets } from '../../base/octets.ts';
import { isUtf8 } from './utf8.ts';

export interface ClientFirst {
  /** Channel binding: `n`, `y` or `p=` and of which kind. */
  readonly flag: string;
  /** Whose mail is asked for, as it was written; '' when nobody is named. */
  readonly forWhom: Octets;
  /** As it was written: `=2C` and `=3D` stand for a comma and an equals sign. */
  readonly name: Octets;
  readonly nonce: string;
  /** The message up to the `n=`, and from there. */
  readonly header: Octets;
  readonly bare: Octets;
  /** It has an `m=`: something that must be understood, and nobody does. */
  readonly mandatory: boolean;
}
export interface ClientFinal {
  /** The header of the first message again, and binding data where there are any. */
  readonly binding: Octets;
  readonly nonce: string;
  readonly proof: string;
  readonly withoutProof: Octets;
  readonly mandatory: boolean;
}
const VALUE = String.raw`[^,\0]+`;
const NONCE = String.raw`[\x21-\x2b\x2d-\x7e]+`;
const BASE64 = '(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)?';
const MORE = `(?:,[A-Za-z]=${VALUE})*`;
const FIRST = new RegExp(
  `^(([ny]|p=[A-Za-z0-9.-]+),(?:a=(${VALUE}))?,)((m=${VALUE},)?n=(${VALUE}),r=(${NONCE})(${MORE}))$`,
);
const FINAL = new RegExp(`^(c=(${BASE64}),r=(${NONCE})(${MORE})),p=(${BASE64})$`);
const MANDATORY = /,m=/;

export function clientFirst(text: Octets): ClientFirst | undefined {
  const found = FIRST.exec(text);
  if (!found) return undefined;
  const [, header = '', flag = '', forWhom = '', bare = '', mext, name = '', nonce = '', more = ''] = found;
  return { flag, forWhom, name, nonce, header, bare, mandatory: mext !== undefined || MANDATORY.test(more) };
}
export function clientFinal(text: Octets): ClientFinal | undefined {
  const found = FINAL.exec(text);
  if (!found) return undefined;
  const [, withoutProof = '', binding = '', nonce = '', more = '', proof = ''] = found;
  return { binding, nonce, proof, withoutProof, mandatory: MANDATORY.test(more) };
}
/** What a `saslname` says; undefined: an `=` that is none of the two, or no UTF-8. */
export const saslName = (written: Octets): Octets | undefined =>
  /=(?!2C|3D)/.test(written) || !isUtf8(written)
    ? undefined
    : written.replaceAll('=2C', ',').replaceAll('=3D', '=');
