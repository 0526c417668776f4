// Colours and marks of lines in which commands have tags: what each line is, and which answer ends which command.
import type { Mark } from '../../app/advice.ts';
import type { Timeline } from '../../core/kernel/timeline.ts';
import { growing } from '../../core/trace/growing.ts';
import { readers, type Reader } from '../../core/trace/protocols.ts';
import type { Line } from './lines.ts';

/** Before a server's line: what was not asked for, what ends a command, what asks to go on; and what is inside a literal. */
const SIGNS = { untagged: '‹', tagged: '«', continuation: '…', literal: '│' } as const;
const STYLES: Readonly<Record<string, Mark['role']>> = {
  tag: 'tag',
  untagged: 'faint',
  continuation: 'asks',
  status: 'strong',
  response: 'strong',
  code: 'faint',
  item: 'strong',
  'literal size': 'asks',
  verb: 'verb',
};
/** One connection, as far as it has been read. */
interface Talk {
  /** Octets of a literal the server has announced and not sent yet. */
  left: number;
  /** The same of the client; below 0: its next line begins a command. */
  owed: number;
  /** The event of the command that has this tag. */
  readonly tags: Map<string, number>;
}
const LITERAL = /\{(\d+)\+?\}$/;
const announced = (octets: string): number => Number(LITERAL.exec(octets)?.[1] ?? -1);
const sizeOf = ({ octets, end }: Line): number => octets.length + end.length;

/** What is spoken on each connection. */
const spokenIn = growing<Map<number, string>>((trace, kept, length) => {
  const spoken = kept ?? new Map<number, string>();
  for (let i = length; i < trace.length; i++) {
    const event = trace[i];
    if (event?.type === 'outcome' && !spoken.has(event.conn)) spoken.set(event.conn, event.protocol);
  }
  return spoken;
});
const kept = new WeakMap<Line, Line>();
/** The same lines, each once. */
export function inked(lines: readonly Line[], { trace }: Timeline): readonly Line[] {
  const talks = new Map<number, Talk>();
  const spoken = spokenIn(trace);
  const tagged = new Map(readers.here().flatMap((it) => (it.tagged ? [[it.id, it]] : [])));
  return lines.map((line) => {
    const reader =
      line.by === 'server' || line.by === 'typed' ? tagged.get(spoken.get(line.conn) ?? '') : undefined;
    if (!reader || line.prompt !== '') return line;
    const talk = talks.get(line.conn) ?? { left: 0, owed: -1, tags: new Map() };
    talks.set(line.conn, talk);
    const look = line.by === 'typed' ? typed(line, talk, reader) : said(line, talk, reader);
    const known = kept.get(line) ?? { ...line, ...look };
    kept.set(line, known);
    return known;
  });
}
type Look = Pick<Line, 'marks' | 'sign' | 'pair'>;
function typed(line: Line, talk: Talk, reader: Reader): Look {
  const goesOn = talk.owed >= 0;
  if (goesOn) talk.owed -= sizeOf(line);
  if (!goesOn || talk.owed < 0) talk.owed = announced(line.octets);
  const { tag, verb } = reader.hear(line.octets);
  if (goesOn || line.content || verb === '') return {};
  talk.tags.set(tag, line.event);
  const from = tag.length + 1;
  return {
    marks: [
      { from: 0, to: tag.length, role: 'tag' },
      { from, to: from + verb.length, role: 'verb' },
    ],
    pair: line.event,
  };
}
function said(line: Line, talk: Talk, reader: Reader): Look {
  const { octets, text } = line;
  if (talk.left > 0) {
    talk.left -= sizeOf(line);
    if (talk.left >= 0) return { sign: SIGNS.literal, marks: [] };
    // the literal ends within this line, and the answer goes on
    talk.left = Math.max(0, announced(octets));
    return { sign: SIGNS.literal };
  }
  talk.left = Math.max(0, announced(octets));
  const spans = reader.answerSpans(octets);
  const [first] = spans;
  // beyond what is ASCII, octets are not characters
  const same = text.startsWith(octets) ? octets.length : octets.search(/[^ -~]/);
  const marks = spans.flatMap(({ from, to, role }): readonly Mark[] => {
    const style = STYLES[role];
    return style && to <= same ? [{ from, to, role: style }] : [];
  });
  if (first?.role === 'tag') {
    talk.owed = -1;
    const pair = talk.tags.get(octets.slice(0, first.to));
    return { sign: SIGNS.tagged, marks, ...(pair === undefined ? {} : { pair }) };
  }
  return { sign: first?.role === 'continuation' ? SIGNS.continuation : SIGNS.untagged, marks };
}
