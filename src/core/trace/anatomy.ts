// What every octet of one send is: tag, verb, argument, line end, stuffed dot, literal. Read with the declarations' own grammars and
// templates; nothing is guessed from the look of a line that a declaration knows.
import type { Octets } from '../base/octets.ts';
import type { World } from '../kernel/world.ts';
import { literalsIn } from '../wire/literal-lines.ts';
import type { TraceEvent } from './event.ts';
import { endAt, framingIn, kindOf, talksIn, type Outcome, type Talk } from './frames.ts';
import { piecesOf, sizeAt, type Piece, type Stretch } from './pieces.ts';

/** An announcement of octets, and what came. */
export interface Counted {
  readonly from: number;
  readonly announced: number;
  /** Octets of the literal in this send. */
  readonly here: number;
}
export interface Anatomy {
  readonly octets: Octets;
  /** The pieces that have an octet in `from`..`to`. */
  pieces(from: number, to: number): readonly Piece[];
  /** Literals announced in this send. */
  readonly counted: readonly Counted[];
}

/** Of the send at this index; undefined: there is none. Throws `NotHere` while its protocol has not arrived. */
export function anatomyOf(start: World, trace: readonly TraceEvent[], index: number): Anatomy | undefined {
  const event = trace[index];
  if (event?.type !== 'wire') return undefined;
  const { octets } = event;
  const talk = talksIn(start, trace).get(event.conn);
  const stretches =
    event.dir === 'a>b' ? sentStretches(talk, octets, index) : replyStretches(talk, octets, index);
  const literals = event.dir === 'a>b' ? literalsSent(talk, octets, index) : literalsOf(talk, octets);
  return {
    octets,
    counted: literals,
    pieces(from, to) {
      const out: Piece[] = [];
      for (let i = firstAfter(stretches, from); i < stretches.length; i++) {
        const stretch = stretches[i];
        if (!stretch || stretch.from >= to) break;
        for (const piece of piecesOf(talk, octets, stretch, index))
          if (piece.to > from && piece.from < to) out.push(piece);
      }
      return out;
    },
  };
}
/** The first stretch that ends after `at`. */
function firstAfter(stretches: readonly Stretch[], at: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.to ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

// --- what the client sent -------------------------------------------------------------------------------------------

function sentStretches(talk: Talk | undefined, octets: Octets, index: number): readonly Stretch[] {
  const begin = talk?.begins.get(index) ?? 0;
  const out: Stretch[] = [];
  let at = 0;
  for (const frame of talk?.frames ?? []) {
    const from = Math.max(0, frame.from - begin);
    const to = Math.min(octets.length, frame.to - begin);
    if (to <= from) continue;
    addTo(out, octets, { from, to, as: frame.kind, frame, outcome: undefined });
    at = to;
  }
  const rest = { from: at, to: octets.length, frame: undefined, outcome: undefined };
  const framing = talk && framingIn(talk, talk.state);
  const kind = framing && kindOf(framing);
  const as = !talk?.reader ? 'line' : kind === 'text' || kind === 'chunk' ? kind : 'unfinished';
  if (at < octets.length) addTo(out, octets, { ...rest, as });
  return out;
}
/** Text is looked at line by line. */
function addTo(out: Stretch[], octets: Octets, stretch: Stretch): void {
  if (stretch.as !== 'text' && stretch.as !== 'line') out.push(stretch);
  else for (const [from, to] of linesIn(octets, stretch.from, stretch.to)) out.push({ ...stretch, from, to });
}
function* linesIn(octets: Octets, from: number, to: number): Generator<readonly [number, number]> {
  for (let at = from; at < to;) {
    const feed = octets.indexOf('\n', at);
    const end = feed < 0 || feed >= to ? to : feed + 1;
    yield [at, end];
    at = end;
  }
}
function literalsSent(talk: Talk | undefined, octets: Octets, index: number): readonly Counted[] {
  if (talk?.reader === undefined) return [];
  const begin = talk.begins.get(index) ?? 0;
  return talk.frames
    .filter(({ kind, from, to }) => kind === 'command' && to > begin && from < begin + octets.length)
    .flatMap(({ line, from }) =>
      literalsIn(line).map((it) => ({ ...it, from: it.from + from - begin, at: it.at + from - begin })),
    )
    .filter(({ from }) => from >= 0 && from < octets.length)
    .map(({ from, at, size }) => ({
      from: sizeAt(octets, from),
      announced: size,
      here: hereOf(octets, at, size),
    }));
}
const hereOf = (octets: Octets, at: number, size: number): number =>
  Math.max(0, Math.min(octets.length, at + size) - at);

// --- what the server said -------------------------------------------------------------------------------------------

const literalsOf = (talk: Talk | undefined, octets: Octets): readonly Counted[] =>
  talk?.reader
    ? literalsIn(octets).map(({ from, at, size }) => ({
        from: sizeAt(octets, from),
        announced: size,
        here: hereOf(octets, at, size),
      }))
    : [];

function replyStretches(talk: Talk | undefined, octets: Octets, index: number): readonly Stretch[] {
  const outcomes = (talk?.replies.get(index) ?? []).slice();
  const out: Stretch[] = [];
  const literals = literalsIn(octets);
  let next = 0;
  let listing = false;
  for (let at = 0; at < octets.length;) {
    while ((literals[next]?.at ?? Infinity) < at) next++;
    const literal = literals[next];
    if (literal?.at === at && literal.size > 0) {
      const to = Math.min(octets.length, at + literal.size);
      out.push({ from: at, to, as: 'chunk', frame: undefined, outcome: undefined });
      at = to;
      continue;
    }
    const feed = octets.indexOf('\n', at);
    const to = feed < 0 ? octets.length : feed + 1;
    if (listing) {
      out.push({ from: at, to, as: 'text', frame: undefined, outcome: undefined });
      if (isStop(octets, at, to)) listing = false;
    } else {
      const outcome = ends(octets, at) ? outcomes.shift() : outcomes[0];
      out.push({ from: at, to, as: 'reply', frame: undefined, outcome });
      listing = octets.startsWith('+OK', at) && outcome !== undefined && isList(talk, outcome);
    }
    at = to;
  }
  return out;
}
/** The last line of a reply: not `250-`, not untagged. */
const ends = (octets: Octets, at: number): boolean => octets[at + 3] !== '-' && octets[at] !== '*';
/** RFC 1939 §3: rows follow, and a lone dot. */
const isList = (talk: Talk | undefined, outcome: Outcome): boolean =>
  /\n\{\*/.test(talk?.reader?.outcomeOf(outcome, outcome.from)?.says ?? '');
const isStop = (octets: Octets, from: number, to: number): boolean =>
  octets[from] === '.' && from + 1 + endAt(octets, from + 1) === to && to > from + 1;
