// One stretch of a send, cut into pieces: each octet is what its declaration's grammar or template says it is.
import type { Octets } from '../base/octets.ts';
import { literalsIn } from '../wire/literal-lines.ts';
import { spansOfReply } from '../spec/reply-spans.ts';
import type { Span } from '../wire/span.ts';
import { endAt, type Frame, type Outcome, type Talk } from './frames.ts';

export type PieceKind =
  | 'tag'
  | 'verb'
  | 'argument'
  | 'status'
  | 'space'
  | 'text'
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
        return flat([...spans, ...countsIn(line, octets, to)], line, 0, line.length).map((it) =>
          moved(it, from),
        );
      });
    case 'text':
      return textPieces(octets, from, to, talk?.begins.get(index) ?? 0, talk);
    case 'chunk':
      return [{ from, to, kind: 'literal', name: '' }];
    case 'line':
      return withEnd(octets, from, to, (end) => [{ from, to: end, kind: 'text', name: '' }]);
    default:
      return [{ from, to, kind: as, name: '' }];
  }
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
  return found ? [{ from: found.from, to: line.length, role: 'literal size' }] : [];
}
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
    spans.push({ from: literal.from, to: end, role: 'literal size' });
    spans.push({ from: end, to: literal.at, role: end === feed ? 'lf' : 'end' });
    if (literal.size > 0)
      spans.push({ from: literal.at, to: Math.min(line.length, literal.at + literal.size), role: 'literal' });
  }
  // an argument that is the whole literal has the argument's name
  spans.push(...(talk.reader?.spansOf(state, line).spans ?? []));
  const size = endAt(talk.sent, at + line.length);
  const pieces = flat(spans, line, 0, line.length);
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
  status: 'status',
  untagged: 'status',
  continuation: 'status',
  response: 'verb',
  'literal size': 'count',
  literal: 'literal',
  end: 'end',
  lf: 'lf',
};
/** Spans may lie in each other: the innermost says what an octet is. What no span covers is text, or space. */
function flat(spans: readonly Span[], line: Octets, from: number, to: number): readonly Piece[] {
  const sorted = spans
    .filter((span) => span.to > span.from)
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  const out: Piece[] = [];
  const open: Span[] = [];
  let at = from;
  const until = (end: number): void => {
    if (end > at) out.push(pieceOf(open.at(-1), line, at, end));
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
    until(span.from);
    open.push(span);
  }
  close(to);
  until(to);
  return out;
}
function pieceOf(span: Span | undefined, line: Octets, from: number, to: number): Piece {
  if (!span) return { from, to, kind: /^ +$/.test(line.slice(from, to)) ? 'space' : 'text', name: '' };
  const kind = KINDS[span.role] ?? 'argument';
  return { from, to, kind, name: kind === 'argument' || kind === 'literal' ? span.role : '' };
}
