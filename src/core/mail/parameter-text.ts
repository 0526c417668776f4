// Parameter values in other charsets, and cut in pieces (RFC 2231 §3, §4).
import type { Octets } from '../base/octets.ts';
import { decodeCharset, textOf } from './charset.ts';
import type { Parameter } from './parameters.ts';
import { decodedWords } from './words.ts';

interface Piece {
  readonly extended: boolean;
  readonly value: Octets;
}

/** A parameter's text: `name*`, `name*0*`, … before the plain `name`, where many programs put encoded words. */
export function parameterText(parameters: readonly Parameter[], name: string): string | undefined {
  const named = new Map(parameters.map((parameter) => [parameter.name.toLowerCase(), parameter.value]));
  const whole = named.get(`${name}*`);
  const pieces = whole === undefined ? piecesOf(named, name) : [{ extended: true, value: whole }];
  if (pieces.length > 0) return joined(pieces);
  const plain = named.get(name);
  return plain === undefined ? undefined : decodedWords(plain);
}
function piecesOf(named: ReadonlyMap<Octets, Octets>, name: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (;;) {
    const key = `${name}*${pieces.length}`;
    const [plain, extended] = [named.get(key), named.get(`${key}*`)];
    const value = extended ?? plain;
    if (value === undefined) return pieces;
    pieces.push({ extended: extended !== undefined, value });
  }
}
/** Only the first piece names charset and language; the octets are joined before they are read. */
function joined(pieces: readonly Piece[]): string {
  const first = pieces[0];
  const [, charset = '', rest] = first?.extended ? (/^([^']*)'[^']*'([\s\S]*)$/.exec(first.value) ?? []) : [];
  const octets = pieces
    .map(({ extended, value }, i) => {
      const text = i === 0 && rest !== undefined ? rest : value;
      return extended ? percented(text) : text;
    })
    .join('');
  return (charset === '' ? undefined : decodeCharset(octets, charset)) ?? textOf(octets);
}
const percented = (text: Octets): Octets =>
  text.replace(/%([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
