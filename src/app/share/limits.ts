// What comes from outside is believed only so far: how long, how deep, how many, for how long.

export const LIMITS = {
  /** Characters of a link's code: what a browser takes as an address. */
  code: 65_536,
  /** Octets of a journal, unpacked. */
  journal: 1_000_000,
  /** Characters of a file. */
  file: 8_000_000,
  /** Brackets within brackets. */
  depth: 24,
  inputs: 5_000,
  branches: 200,
  /** Octets of one input, and lines in it: a person types one. */
  octets: 1_000_000,
  lines: 1_000,
  /** The greatest number there is where a whole number is meant: of an event, of a seed. */
  number: 4_294_967_295,
  /** Virtual time that one input may let pass, microseconds: a year. */
  pass: 366 * 86_400 * 1_000_000,
  /** Real time that a replay may be at work, milliseconds; what it waits for does not count. */
  replay: 20_000,
} as const;

/**
 * Why something from outside is not opened. `unreadable`: it is no link or file of ours, or not the whole of it; `newer`: a later
 * Mailwire made it; `too-much`: beyond a limit; `no-world`: it begins in a world that is not here; `wrong`: what it asks for cannot be; `not-come`: nothing is wrong with it,
 * but a part of the page that it needs has not come.
 */
export type Fault = 'unreadable' | 'newer' | 'too-much' | 'no-world' | 'wrong' | 'not-come';
export class Unopened extends Error {
  readonly fault: Fault;
  /** Which of the things done in it is none, from 1; 0: it is not that. */
  readonly entry: number;
  constructor(fault: Fault, detail = '', entry = 0) {
    super(detail === '' ? fault : `${fault}: ${detail}`);
    this.fault = fault;
    this.entry = entry;
  }
}
export function within(what: number, most: number, name: string): void {
  if (what > most) throw new Unopened('too-much', `${name}: ${what}, at most ${most}`);
}
/** JSON is parsed only when no bracket lies too deep. */
export function parsed(json: string): unknown {
  within(depthOf(json), LIMITS.depth, 'brackets');
  try {
    return JSON.parse(json);
  } catch {
    throw new Unopened('unreadable', 'no JSON');
  }
}
/** What stands in a string is no bracket. */
function depthOf(json: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i++) {
    const c = json[i];
    if (quoted) {
      if (c === '\\') i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === '[' || c === '{') most = Math.max(most, ++depth);
    else if (c === ']' || c === '}') depth--;
  }
  return most;
}
