// The conversation as words to take along: who said what, when, on which connection. Text, or Markdown in the form of our own tests.
import type { ConnEvent, TraceEvent, Wire } from '../../core/trace/event.ts';
import { clockText, visible } from '../shell/words.ts';
import { words } from '../share/words.ts';

export interface Line {
  readonly at: number;
  /** `note`: words of ours. */
  readonly voice: 'client' | 'server' | 'note';
  readonly text: string;
}
/** A stretch of one connection, until another one speaks. */
export interface Talk {
  readonly conn: number;
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly lines: readonly Line[];
}
interface Open {
  readonly conn: number;
  readonly lines: Line[];
  /** What was last said without the end of its line. */
  rest: { voice: Line['voice']; text: string; at: number } | undefined;
}

const voiceOf = ({ dir }: Wire): Line['voice'] => (dir === 'a>b' ? 'client' : 'server');
function hear(open: Open, event: Wire): void {
  const voice = voiceOf(event);
  if (open.rest && open.rest.voice !== voice) end(open);
  const { rest } = open;
  const pieces = ((rest?.text ?? '') + event.octets).split('\n');
  const last = pieces.pop() ?? '';
  for (const piece of pieces)
    open.lines.push({ at: rest?.at ?? event.at, voice, text: visible(piece.replace(/\r$/, '')) });
  open.rest = last === '' ? undefined : { voice, text: last, at: event.at };
}
function end(open: Open): void {
  if (open.rest) open.lines.push({ ...open.rest, text: visible(open.rest.text) });
  open.rest = undefined;
}
/** Everything that was said, in order. */
export function talksIn(trace: readonly TraceEvent[]): readonly Talk[] {
  const ends = new Map<number, ConnEvent>();
  const talks: Open[] = [];
  const openFor = (conn: number): Open => {
    const last = talks.at(-1);
    if (last?.conn === conn) return last;
    if (last) end(last);
    const fresh: Open = { conn, lines: [], rest: undefined };
    talks.push(fresh);
    return fresh;
  };
  for (const event of trace) {
    if (event.type === 'conn' && !ends.has(event.conn)) ends.set(event.conn, event);
    if (event.type === 'wire') hear(openFor(event.conn), event);
    else if (event.type === 'conn' && event.phase === 'secured') {
      const open = openFor(event.conn);
      // both ends say so; it is one moment to whoever reads
      if (open.lines.at(-1)?.voice !== 'note')
        open.lines.push({ at: event.at, voice: 'note', text: words.tlsFrom });
    }
  }
  const last = talks.at(-1);
  if (last) end(last);
  return talks.map(({ conn, lines }) => {
    const { from = '', to = '', port = 0 } = ends.get(conn) ?? {};
    return { conn, from, to, port, lines };
  });
}
const headOf = ({ from, to, port }: Talk): string => words.talk(from, to, String(port));
const MARKS = { client: 'C: ', server: 'S: ', note: '   ' } as const;

export interface Session {
  readonly world: string;
  /** Unix seconds at its first moment. */
  readonly epoch: number;
  readonly trace: readonly TraceEvent[];
}
export function transcriptText({ world, epoch, trace }: Session): string {
  const talks = talksIn(trace).map((talk) => {
    const lines = talk.lines.map(({ at, voice, text }) =>
      voice === 'note'
        ? `${clockText(epoch, at)}  (${text})`
        : `${clockText(epoch, at)}  ${MARKS[voice]}${text}`.trimEnd(),
    );
    return `${headOf(talk)}\n\n${lines.join('\n')}\n`;
  });
  return [`${words.transcript(world)}\n`, ...talks].join('\n');
}
/** A fence longer than any in the text, or the text would end it. */
function fenceFor(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  return '`'.repeat(Math.max(3, longest + 1));
}
export function transcriptMarkdown({ world, trace }: Session): string {
  const talks = talksIn(trace).map((talk) => {
    const said = talk.lines
      .map(({ voice, text }) => (voice === 'note' ? `# ${text}` : `${MARKS[voice]}${text}`.trimEnd()))
      .join('\n');
    const fence = fenceFor(said);
    return `## ${headOf(talk)}\n\n${fence}text\n${said}\n${fence}\n`;
  });
  return [`# ${words.transcript(world)}\n`, ...talks].join('\n');
}
