// A message's octets: kept, or computed when somebody asks for them. Both are plain data.
import { CRLF, type Octets } from '../base/octets.ts';
import { draw } from '../base/random.ts';

/** A long attachment: `lines` lines of 76 base64 characters, drawn from `seed`, between two texts. */
export interface Generated {
  readonly head: Octets;
  readonly lines: number;
  readonly seed: number;
  readonly tail: Octets;
}
export type Body = Octets | Generated;

const WIDTH = 76; // RFC 2045 §6.8
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export const sizeOf = (body: Body): number =>
  typeof body === 'string'
    ? body.length
    : body.head.length + body.lines * (WIDTH + CRLF.length) + body.tail.length;

export function octetsOf(body: Body): Octets {
  if (typeof body === 'string') return body;
  const lines: Octets[] = [];
  for (let i = 0; i < body.lines; i++) lines.push(line(body.seed, i));
  return body.head + lines.join('') + body.tail;
}
function line(seed: number, index: number): Octets {
  let out = '';
  for (let n = 0; out.length < WIDTH; n++) {
    const bits = draw(seed, index, n);
    for (let shift = 0; shift < 30; shift += 6) out += ALPHABET.charAt((bits >>> shift) & 63);
  }
  return out.slice(0, WIDTH) + CRLF;
}
