// A message's octets: kept, computed when somebody asks for them, or standing in a collection that need not be there from the
// beginning. All are plain data.
import { CRLF, type Octets } from '../base/octets.ts';
import { shelf } from '../base/parts.ts';
import { draw } from '../base/random.ts';

/** A long attachment: `lines` lines of 76 base64 characters, drawn from `seed`, between two texts. */
export interface Generated {
  readonly head: Octets;
  readonly lines: number;
  readonly seed: number;
  readonly tail: Octets;
}
/** The n-th letter of a collection, and what must be known of it before the collection is there. */
export interface Shelved {
  readonly collection: string;
  readonly n: number;
  /** Octets; the last two of them are CR LF. */
  readonly size: number;
}
export type Body = Octets | Generated | Shelved;
export interface Collection {
  readonly letter: (n: number) => Octets | Generated;
  /** At least its header, perhaps all of it. */
  readonly head: (n: number) => Octets;
}
export const COLLECTIONS = shelf<Collection>('collections');
const collectionOf = ({ collection }: Shelved): Collection => {
  const found = COLLECTIONS.get(collection);
  if (!found) throw new Error(`there is no collection ${collection}`);
  return found;
};

const WIDTH = 76; // RFC 2045 §6.8
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function sizeOf(body: Body): number {
  if (typeof body === 'string') return body.length;
  return 'size' in body
    ? body.size
    : body.head.length + body.lines * (WIDTH + CRLF.length) + body.tail.length;
}
/** At least the header, without computing a long body for its sake. */
export function headOf(body: Body): Octets {
  if (typeof body === 'string') return body;
  if ('collection' in body) return collectionOf(body).head(body.n);
  return body.head || octetsOf(body);
}
export function endsInCrlf(body: Body): boolean {
  if (typeof body === 'string') return body.endsWith(CRLF);
  return 'collection' in body || body.tail === '' || body.tail.endsWith(CRLF);
}

/** Computed once for each body that is held: a letter is asked for again whenever time is rewound over it. */
export function octetsOf(body: Body): Octets {
  if (typeof body === 'string') return body;
  if ('collection' in body) return octetsOf(collectionOf(body).letter(body.n));
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
