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

/** Computed once for each body that is held: a letter is asked for again whenever time is rewound over it. */
export function octetsOf(body: Body): Octets {
  if (typeof body === 'string') return body;
  const known = computed.get(body);
  if (known !== undefined) return known;
  const octets = body.head + attachment(body) + body.tail;
  computed.set(body, octets);
  return octets;
}
const computed = new WeakMap<Generated, Octets>();

/** Written as bytes and read as text at the end: three million characters joined one by one take a hundred times as long. */
function attachment({ lines, seed }: Generated): Octets {
  const bytes = new Uint8Array(lines * (WIDTH + CRLF.length));
  let at = 0;
  for (let i = 0; i < lines; i++) {
    let bits = draw(seed, i) | 1; // xorshift would stay at 0
    for (let n = 0; n < WIDTH; n++) {
      bits ^= bits << 13;
      bits ^= bits >>> 17;
      bits ^= bits << 5;
      bytes[at++] = ALPHABET.charCodeAt(bits & 63);
    }
    bytes[at++] = 13;
    bytes[at++] = 10;
  }
  return new TextDecoder().decode(bytes);
}
