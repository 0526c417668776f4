// One stretch of a send, cut into pieces: each octet is what its declaration's grammar or template says it is.
import type { Octets } from '../base/octets.ts';
import { literalsIn } from '../wire/literal-lines.ts';
import { anyState, stateNames } from '../spec/forget.ts';
import type { Protocol } from '../spec/protocol.ts';
import type { Shape } from '../spec/take.ts';
import { spansOfReply } from '../spec/reply-spans.ts';
import type { Span } from '../wire/span.ts';
import { endAt, type Frame, type Outcome, type Talk } from './frames.ts';

export type PieceKind =
  | 'tag'
  | 'verb'
  | 'argument'
  /** A word that is always written so: `FROM:`, `RETURN`, of an extension its name. */
  | 'keyword'
  /** A parenthesis, or the bracket around a code or a section. */
  | 'mark'
  | 'status'
  /** `2.1.5` (RFC 3463). */
  | 'enhanced'
  | 'space'
  /** For people to read, not for programs. */
  | 'text'
  /** Of a command: no argument of it. */
  | 'unread'
  /** CR LF. */
  | 'end'
  /** A bare LF. */
  | 'lf'
  /** `{342}`: so many octets follow. */
  | 'count'
  | 'literal'
  /** The line of a letter, or of a list that a lone dot ends. */
  | 'content'
  /** Doubled by the sender, taken away by the receiver. */
  | 'stuffed'
  /** The lone dot. */
  | 'stop'
  | 'unfinished'
  | 'discarded'
  | 'passed';
/** Offsets in the send, `to` exclusive. All pieces of a send join without a gap. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly kind: PieceKind;
  /** An argument as its declaration names it; '' for what has no name of its own. */
  readonly name: string;
}
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly as: 'command' | 'reply' | 'content' | Frame['kind'] | 'unfinished';
  readonly frame: Frame | undefined;
  readonly outcome: Outcome | undefined;
}
export function piecesOf(
  talk: Talk | undefined,
  octets: Octets,
  stretch: Stretch,
  index: number,
): readonly Piece[] {
  const { from, to, as, frame, outcome } = stretch;
  switch (as) {
    case 'command':
      return frame && talk ? commandPieces(talk, frame, from, to, talk.begins.get(index) ?? 0) : [];
    case 'reply':
      return withEnd(octets, from, to, (end) => {
        const line = octets.slice(from, end);
        const spans = talk?.reader?.ask((p) => spansOfReply(p, line, outcome)) ?? [];
        const rest = talk?.reader?.tagged ? 'data' : 'words';
        return flat([...spans, ...countsIn(line, octets, to)], line, rest).map((it) => moved(it, from));
      });
    case 'text':
      return textPieces(octets, from, to, talk?.begins.get(index) ?? 0, talk);
    case 'chunk':
      return [{ from, to, kind: 'literal', name: '' }];
    case 'line':
      return withEnd(octets, from, to, (end) => [{ from, to: end, ...lineIs(talk, frame) }]);
    default:
      return [{ from, to, kind: as, name: '' }];
  }
}
/** A line that is no command: an answer to what the server has asked. */
function lineIs(talk: Talk | undefined, frame: Frame | undefined): Pick<Piece, 'kind' | 'name'> {
  if (!talk?.reader) return { kind: 'text', name: '' };
  const as = frame && talk.reader.ask((p) => readAs(p, frame.state));
  return as === undefined ? { kind: 'unread', name: '' } : { kind: 'argument', name: as };
}
function readAs<P extends Shape>({ states }: Protocol<P>, state: string): string | undefined {
  const name = stateNames<P>(states).find((it) => it === state);
  return name && anyState(states[name]).as;
}
const moved = ({ from, to, kind, name }: Piece, by: number): Piece => ({
  from: from + by,
  to: to + by,
  kind,
  name,
});
/** What a line is, and how it ends. */
function withEnd(
  octets: Octets,
  from: number,
  to: number,
  read: (end: number) => readonly Piece[],
): readonly Piece[] {
  const size = to - from >= 2 && octets.startsWith('\r\n', to - 2) ? 2 : octets[to - 1] === '\n' ? 1 : 0;
  const end = to - size;
  const line = end > from ? read(end) : [];
  return size === 0 ? line : [...line, { from: end, to, kind: size === 2 ? 'end' : 'lf', name: '' }];
}
/** `{342}` at the end of a line of a reply. */
function countsIn(line: Octets, octets: Octets, to: number): readonly Span[] {
  const [found] = literalsIn(line + octets.slice(to - endSize(octets, to), to));
  return found ? [{ from: sizeAt(line, found.from), to: line.length, role: 'literal size' }] : [];
}
/** Where the announcement begins: a literal that may have any octet has a `~` before it (RFC 3516 §4.2). */
export const sizeAt = (line: Octets, brace: number): number => (line[brace - 1] === '~' ? brace - 1 : brace);
const endSize = (octets: Octets, to: number): number =>
  octets.startsWith('\r\n', to - 2) ? 2 : octets[to - 1] === '\n' ? 1 : 0;

function commandPieces(
  talk: Talk,
  { line, state, from: at }: Frame,
  from: number,
  to: number,
  begin: number,
): readonly Piece[] {
  const spans: Span[] = [];
  for (const literal of literalsIn(line)) {
    const feed = literal.at - 1;
    const end = feed > 0 && line[feed - 1] === '\r' ? feed - 1 : feed;
    spans.push({ from: sizeAt(line, literal.from), to: end, role: 'literal size' });
    spans.push({ from: end, to: literal.at, role: end === feed ? 'lf' : 'end' });
    if (literal.size > 0)
      spans.push({ from: literal.at, to: Math.min(line.length, literal.at + literal.size), role: 'literal' });
  }
  // an argument that is the whole literal has the argument's name
  spans.push(...(talk.reader?.spansOf(state, line).spans ?? []));
  const size = endAt(talk.sent, at + line.length);
  const pieces = flat(spans, line, 'command');
  const all: readonly Piece[] =
    size === 0
      ? pieces
      : [...pieces, { from: line.length, to: line.length + size, kind: size === 2 ? 'end' : 'lf', name: '' }];
  return all
    .map((piece) => moved(piece, at - begin))
    .filter((piece) => piece.to > from && piece.from < to)
    .map((piece) => ({ ...piece, from: Math.max(from, piece.from), to: Math.min(to, piece.to) }));
}
function textPieces(
  octets: Octets,
  from: number,
  to: number,
  begin: number,
  talk: Talk | undefined,
): readonly Piece[] {
  // a send may begin in the middle of a line
  const starts = from > 0 || !talk || begin === 0 || talk.sent[begin - 1] === '\n';
  return withEnd(octets, from, to, (end) => {
    const dotted = starts && octets[from] === '.';
    if (!dotted) return [{ from, to: end, kind: 'content', name: '' }];
    if (end === from + 1) return [{ from, to: end, kind: end < to ? 'stop' : 'unfinished', name: '' }];
    return [
      { from, to: from + 1, kind: 'stuffed', name: '' },
      { from: from + 1, to: end, kind: 'content', name: '' },
    ];
  });
}

const KINDS: Readonly<Record<string, PieceKind>> = {
  tag: 'tag',
  verb: 'verb',
  keyword: 'keyword',
  modifier: 'keyword',
  parameter: 'keyword',
  prose: 'text',
  status: 'status',
  'enhanced-code': 'enhanced',
  untagged: 'status',
  continuation: 'status',
  response: 'verb',
  'literal size': 'count',
  literal: 'literal',
  end: 'end',
  lf: 'lf',
};
/** What no span covers: of a command it was not read, of data it is parentheses, and else words for people. */
type Rest = 'command' | 'data' | 'words';
/** Spans may lie in each other: the innermost says what an octet is; spaces and parentheses between others are what they are. */
function flat(spans: readonly Span[], line: Octets, rest: Rest): readonly Piece[] {
  const sorted = spans
    .filter((span) => span.to > span.from)
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  const out: Piece[] = [];
  const open: Span[] = [];
  const outer = new Set<Span>();
  let at = 0;
  const until = (end: number): void => {
    const top = open.at(-1);
    if (end > at && top && !outer.has(top)) out.push(pieceOf(top, at, end));
    else if (end > at) between(out, line, { from: at, to: end, rest, top });
    at = Math.max(at, end);
  };
  const close = (before: number): void => {
    for (let top = open.at(-1); top && top.to <= before; top = open.at(-1)) {
      until(top.to);
      open.pop();
    }
  };
  for (const span of sorted) {
    close(span.from);
    const top = open.at(-1);
    if (top) outer.add(top);
    until(span.from);
    open.push(span);
  }
  close(line.length);
  until(line.length);
  return out;
}
interface Between {
  readonly from: number;
  readonly to: number;
  readonly rest: Rest;
  readonly top: Span | undefined;
}
const PROSE = /^ +$|^.+$/gs;
const OUTER = / +|[()]|[^ ()]+/g;
/** Within a code or a section brackets are no part of its words. */
const INNER = / +|[()[\]]|[^ ()[\]]+/g;
/** What stands between spans, or around those that lie in another. */
function between(out: Piece[], line: Octets, { from, to, rest, top }: Between): void {
  const words = rest === 'words' && !top;
  const marks = top ? INNER : rest === 'words' ? PROSE : OUTER;
  for (const { 0: run, index } of line.slice(from, to).matchAll(marks)) {
    const here = { from: from + index, to: from + index + run.length, name: '' };
    if (run.trimEnd() === '') out.push({ ...here, kind: 'space' });
    else if (!words && /^[()[\]]$/.test(run)) out.push({ ...here, kind: 'mark' });
    else if (top) out.push(pieceOf(top, here.from, here.to));
    else out.push({ ...here, kind: rest === 'command' ? 'unread' : 'text' });
  }
}
function pieceOf(span: Span, from: number, to: number): Piece {
  const kind = KINDS[span.role] ?? 'argument';
  return { from, to, kind, name: kind === 'argument' || kind === 'literal' ? span.role : '' };
}
