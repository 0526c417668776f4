// The conversation of a trace, connection by connection, line by line.
import type { ConnEvent, TraceEvent, Wire } from '../../core/trace/event.ts';
import { isSealed } from '../sequence/rows.ts';
import { visible } from '../shell/words.ts';

export interface Line {
  readonly at: number;
  /** `tls`: from here on within TLS. */
  readonly voice: 'client' | 'server' | 'tls';
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
  const sealed = new Set<number>();
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
    if (isSealed(event) && !sealed.has(event.conn)) {
      sealed.add(event.conn);
      const open = openFor(event.conn);
      end(open);
      open.lines.push({ at: event.at, voice: 'tls', text: '' });
    }
    if (event.type === 'wire') hear(openFor(event.conn), event);
  }
  const last = talks.at(-1);
  if (last) end(last);
  return talks.map(({ conn, lines }) => {
    const { from = '', to = '', port = 0 } = ends.get(conn) ?? {};
    return { conn, from, to, port, lines };
  });
}
