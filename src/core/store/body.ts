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
  let out = body.head;
  for (let i = 0; i < body.lines; i++) out += line(draw(body.seed, i));
  out += body.tail;
  computed.set(body, out);
  return out;
}
const computed = new WeakMap<Generated, Octets>();

/** Two base64 characters for each number of 12 bits. */
const PAIRS: readonly string[] = Array.from(
  { length: 4096 },
  (_, i) => ALPHABET.charAt(i >> 6) + ALPHABET.charAt(i & 63),
);
/** Xorshift from a key of its own (never 0, where it would stay): a draw for each pair would take ten times as long. */
function line(key: number): Octets {
  let bits = key | 1;
  let out = '';
  for (let n = 0; n < WIDTH; n += 2) {
    bits ^= bits << 13;
    bits ^= bits >>> 17;
    bits ^= bits << 5;
    out += PAIRS[bits & 4095] ?? '';
  }
  return out + CRLF;
}
