// A session as the code in a link: the number of the dictionary, then base64url of what was seen and of the journal, deflated.
import { deflateSync, Inflate } from 'fflate';
import { DICTIONARIES, LATEST } from './dictionary.ts';
import { LIMITS, Unopened, within } from './limits.ts';
import { hash } from './seen.ts';

export interface Shared {
  /** The engine that played it; see `save.ts`. */
  readonly engine: number;
  readonly world: string;
  readonly seed: number;
  /** The moment on screen, as a number of events; -1: the present. */
  readonly at: number;
  /** What was seen after each thing done: an octet each. */
  readonly seen: readonly number[];
  /** How many of its inputs had been done before the session began. */
  readonly before: number;
  /** See `journal.ts`. */
  readonly journal: string;
}
const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const chars = (octets: Uint8Array): string => {
  let text = '';
  for (let i = 0; i < octets.length; i += 8192) text += String.fromCharCode(...octets.subarray(i, i + 8192));
  return text;
};
const base64url = (octets: Uint8Array): string =>
  btoa(chars(octets)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
function fromBase64url(code: string): Uint8Array {
  if (!/^[\w-]*$/.test(code)) throw new Unopened('unreadable', 'no base64url');
  try {
    return latin(atob(code.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    throw new Unopened('unreadable', 'no base64url');
  }
}
/** Two octets of a sum, so that half a link, or one with a letter changed, is told from a whole one. */
const sumOf = (octets: Uint8Array): readonly number[] => {
  const h = hash(chars(octets));
  return [(h >>> 8) & 0xff, h & 0xff];
};

export function codeOf({ engine, world, seed, at, before, seen, journal }: Shared): string {
  const words = latin(`${engine} ${world} ${seed} ${at} ${before}\n${journal}`);
  const dictionary = DICTIONARIES[LATEST];
  const packed = deflateSync(words, { level: 9, mem: 8, ...(dictionary && { dictionary }) });
  const body = Uint8Array.from([...seen, ...packed]);
  // what was seen looks like noise, and would only grow by being deflated
  return `${LATEST}.${base64url(Uint8Array.from([...sumOf(body), ...lengthOf(seen.length), ...body]))}`;
}
/** Big-endian base 128, the last octet below 128. */
function lengthOf(n: number): readonly number[] {
  const low = n & 0x7f;
  return n < 128 ? [low] : [...lengthOf(n >>> 7).map((octet) => octet | 0x80), low];
}
/** Throws `Unopened` when it is no such code. */
export function sharedIn(code: string): Shared {
  within(code.length, LIMITS.code, 'characters');
  // where a link ends a sentence, what ends the sentence comes with it; and whoever counts visitors adds a query
  const [, number = '', packed = ''] = /^([1-9]\d{0,3})\.([\w-]+)(?:[?&].*|[^\w-]{0,3})$/.exec(code) ?? [];
  if (number === '') throw new Unopened('unreadable', 'no code');
  const dictionary = DICTIONARIES[Number(number)];
  if (!dictionary) throw new Unopened('newer', `dictionary ${number}`);
  const octets = fromBase64url(packed);
  const { length, begins } = lengthAt(octets, 2);
  const body = octets.subarray(begins);
  const [high, low] = sumOf(body);
  if (octets[0] !== high || octets[1] !== low || length > body.length)
    throw new Unopened('unreadable', 'a part of it is missing or changed');
  const seen = [...body.subarray(0, length)];
  return { ...headed(inflated(body.subarray(length), dictionary)), seen };
}
function lengthAt(octets: Uint8Array, at: number): { readonly length: number; readonly begins: number } {
  let length = 0;
  for (let i = at; i < at + 4; i++) {
    const octet = octets[i] ?? 0;
    length = length * 128 + (octet & 0x7f);
    if (octet < 128) return { length, begins: i + 1 };
  }
  throw new Unopened('unreadable', 'a length');
}
const PIECE = 512;
/** Piece by piece: whoever packs a million times as much gets no further than the limit. */
function inflated(packed: Uint8Array, dictionary: Uint8Array): string {
  let text = '';
  let done = false;
  const stream = new Inflate({ dictionary }, (octets, final) => {
    within(text.length + octets.length, LIMITS.journal, 'octets');
    text += chars(octets);
    done ||= final;
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE)
      stream.push(packed.slice(at, at + PIECE), at + PIECE >= packed.length);
  } catch (error) {
    throw error instanceof Unopened ? error : new Unopened('unreadable', 'not deflated');
  }
  if (!done) throw new Unopened('unreadable', 'not the whole of it');
  return text;
}
function headed(text: string): Omit<Shared, 'seen'> {
  const end = text.indexOf('\n');
  const [, engine, world = '', seed, at, before] = HEAD.exec(text.slice(0, Math.max(0, end))) ?? [];
  if (engine === undefined) throw new Unopened('unreadable', 'no heading');
  // what a link may have a file may have, in which it can be saved
  within(Number(seed), LIMITS.number, 'seed');
  return {
    engine: Number(engine),
    world,
    seed: Number(seed),
    at: Number(at),
    before: Number(before),
    journal: text.slice(end + 1),
  };
}
const HEAD = /^(\d{1,6}) ([\w-]{1,40}) (\d{1,10}) (-1|\d{1,9}) (\d{1,5})$/;
