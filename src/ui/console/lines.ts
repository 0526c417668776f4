// What a console has to show, as lines: a pure function of what was typed and printed up to the cursor.
import { listen } from './refusal.ts';
import type { Mark, TypedNote } from '../../app/advice.ts';
import type { SceneLine } from '../../core/trace/scene.ts';
import { countOf } from './graphemes.ts';
import { drawn, wordsOf } from './octets.ts';

export interface Line {
  readonly by: 'typed' | 'server' | 'tool' | 'folded';
  /** Not '': typed at a prompt. */
  readonly prompt: string;
  readonly text: string;
  /** Typed, and no command: a line of a letter. */
  readonly content: boolean;
  /** How it ended on the wire. */
  readonly end: '' | '\n' | '\r\n';
  readonly secure: boolean;
  /** A server that says no. */
  readonly refused: boolean;
  /** Index in the trace. */
  readonly event: number;
  /** Of `folded`: how many octets are not shown. */
  readonly folded: number;
  readonly conn: number;
  /** As it was on the wire, without its end. */
  readonly octets: string;
  /** What stands out in it, and what stands before it; set by whoever knows the protocol (inks.ts). */
  readonly marks?: readonly Mark[];
  readonly sign?: string;
  /** The event of the command that it is, or that it ends. */
  readonly pair?: number;
}

/** Of a long stretch this much is shown from its beginning, and so many lines from its end. */
const HEAD = 12_000;
const TAIL_LINES = 3;
const TAIL = 600;
const PIECES = 6000;
const LINES = 4000;
/** Up to the last thing that clears a screen, with the cursor's way home after it. */
// eslint-disable-next-line no-control-regex -- what `clear` prints begins with ESC
const CLEAR = /^[\s\S]*\x1b\[[23]J(?:\x1b\[[0-9;]*[HJ])*/;
/** Ctrl-C, Ctrl-D, Ctrl-]: the program itself shows what it makes of them. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const isKey = (octets: string): boolean => /^[\0-\x1f]$/.test(octets) && octets !== '\n';

const masked = (text: string, secrets: TypedNote['secrets']): string =>
  secrets.toReversed().reduce((shown, [from, to]) => {
    return shown.slice(0, from) + '•'.repeat(countOf(shown.slice(from, to))) + shown.slice(to);
  }, text);

function typedLine(piece: SceneLine, note: TypedNote): Line {
  const words = wordsOf(piece.octets.replace(/\n$/, ''));
  return {
    by: 'typed',
    prompt: note.prompt,
    text: drawn(masked(words, note.secrets)),
    content: note.content,
    end: note.eol,
    secure: piece.secure && note.prompt === '',
    refused: false,
    event: piece.event,
    folded: 0,
    conn: piece.conn,
    octets: piece.octets.replace(/\n$/, ''),
  };
}

interface Cut {
  readonly text: string;
  readonly end: '' | '\n' | '\r\n';
}
/** Lines of octets with how each ended; the last is open when its end has not come. */
function cutLines(octets: string): readonly Cut[] {
  const cuts: Cut[] = [];
  for (let from = 0; from < octets.length;) {
    const feed = octets.indexOf('\n', from);
    const to = feed < 0 ? octets.length : feed;
    const crlf = feed > from && octets[feed - 1] === '\r';
    const end = feed < 0 ? '' : crlf ? '\r\n' : '\n';
    cuts.push({ text: octets.slice(from, crlf ? to - 1 : to), end });
    from = to + 1;
  }
  return cuts;
}

/** One speaker's octets without anybody between: a reply, however it was cut into segments. */
interface Run {
  readonly first: SceneLine;
  readonly pieces: readonly SceneLine[];
}
function runLines({ first, pieces }: Run): readonly Line[] {
  const { by, secure } = first;
  const starts = pieceStarts(pieces);
  const whole = starts.total <= HEAD + TAIL;
  const head = taken(pieces, 0, whole ? starts.total : HEAD);
  const ear = by === 'server' ? listen() : undefined;
  let offset = 0;
  const lineOf = ({ text, end }: Cut, nth: number, all: readonly Cut[]): Line => {
    const refused = ear?.hear(text, text.length + end.length, all[nth + 1]?.text) === true;
    const event = starts.eventAt(offset + Math.max(0, text.length - 1));
    offset += text.length + end.length;
    return {
      by,
      prompt: '',
      text: drawn(wordsOf(text)),
      content: false,
      end: ear ? end : '',
      secure,
      refused,
      event,
      folded: 0,
      conn: first.conn,
      octets: text,
    };
  };
  const lines = cutLines(head).map(lineOf);
  if (whole) return lines;
  const tail = cutLines(taken(pieces, starts.total - TAIL, starts.total))
    .slice(1)
    .slice(-TAIL_LINES);
  const kept = tail.reduce((sum, { text, end }) => sum + text.length + end.length, 0);
  const folded = starts.total - HEAD - kept;
  offset = starts.total - kept;
  ear?.skip(folded);
  const event = starts.eventAt(offset);
  const fold: Line = {
    by: 'folded',
    prompt: '',
    text: '',
    content: false,
    end: '',
    secure,
    refused: false,
    event,
    folded,
    conn: first.conn,
    octets: '',
  };
  return [...lines, fold, ...tail.map(lineOf)];
}
interface Starts {
  readonly total: number;
  eventAt(offset: number): number;
}
function pieceStarts(pieces: readonly SceneLine[]): Starts {
  const at: number[] = [];
  let total = 0;
  for (const { octets } of pieces) {
    at.push(total);
    total += octets.length;
  }
  return {
    total,
    eventAt(offset) {
      let i = at.length - 1;
      while (i > 0 && (at[i] ?? 0) > offset) i--;
      return pieces[i]?.event ?? -1;
    },
  };
}
/** Octets `from` to `to` of a run, without joining the rest. */
function taken(pieces: readonly SceneLine[], from: number, to: number): string {
  let out = '';
  let at = 0;
  for (const { octets } of pieces) {
    if (at < to && at + octets.length > from) out += octets.slice(Math.max(0, from - at), to - at);
    at += octets.length;
  }
  return out;
}

function runsOf(pieces: readonly SceneLine[]): readonly Run[] {
  const runs: { first: SceneLine; pieces: SceneLine[] }[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    const goesOn =
      last &&
      piece.by !== 'typed' &&
      last.first.by === piece.by &&
      last.first.secure === piece.secure &&
      last.first.conn === piece.conn;
    if (goesOn) last.pieces.push(piece);
    else runs.push({ first: piece, pieces: [piece] });
  }
  return runs;
}
/** What `clear` leaves: everything after it. */
function sinceClear(pieces: readonly SceneLine[]): readonly SceneLine[] {
  const at = pieces.findLastIndex(({ by, octets }) => by === 'tool' && CLEAR.test(octets));
  const last = pieces[at];
  if (!last) return pieces;
  const rest = last.octets.replace(CLEAR, '');
  return rest === '' ? pieces.slice(at + 1) : [{ ...last, octets: rest }, ...pieces.slice(at + 1)];
}

/** What was worked out before about one console of one timeline: by where a run begins, how it was when it was last looked at. */
export type Known = Map<number, { readonly run: string; readonly lines: readonly Line[] }>;
/** Between its ends only more of the same is ever written, so they tell how much of a run is there; so does what `clear` left. */
const measureOf = ({ first, pieces }: Run): string =>
  `${first.octets.length} ${pieces.length} ${pieces.at(-1)?.event ?? -1}`;

/**
 * The lines of one console; `noteOf` says what is known of a typed line, by its event. While time moves back and forth, the
 * same lines are the same objects.
 */
export function linesOf(
  pieces: readonly SceneLine[],
  noteOf: (event: number) => TypedNote,
  known: Known = new Map(),
): readonly Line[] {
  const shown = sinceClear(pieces.length > PIECES ? pieces.slice(-PIECES) : pieces);
  const audible = shown.filter(({ by, octets }) => by !== 'typed' || !isKey(octets));
  const lines = runsOf(audible).flatMap((run) => {
    const measure = measureOf(run);
    const before = known.get(run.first.event);
    if (before?.run === measure) return before.lines;
    const made = run.first.by === 'typed' ? [typedLine(run.first, noteOf(run.first.event))] : runLines(run);
    known.set(run.first.event, { run: measure, lines: made });
    return made;
  });
  return lines.slice(-LINES);
}
