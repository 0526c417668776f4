// A transcript in two columns, as it is handed out: numbered, the client's lines on the left, the server's on the right.
import type { ConnEvent, TraceEvent } from '../../core/trace/event.ts';
import { isSealed } from '../sequence/rows.ts';
import { visible } from '../shell/words.ts';

export interface SheetRow {
  readonly n: number;
  readonly by: 'client' | 'server';
  readonly lines: readonly string[];
  /** Whose it is, where another connection spoke before. */
  readonly talk: Pick<ConnEvent, 'from' | 'to' | 'port'> | undefined;
  /** TLS begins with it. */
  readonly tls: boolean;
  /** Lines of a long reply that are left out. */
  readonly more: number;
}
/** Of one reply so many lines are printed. */
const LINES = 12;

/** What was said on the wires, up to so many events. */
export function sheetOf(trace: readonly TraceEvent[], count: number): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  const talks = new Map<number, ConnEvent>();
  const sealed = new Set<number>();
  let latest = 0;
  for (const event of trace.slice(0, count)) {
    if (event.type === 'conn' && !talks.has(event.conn)) talks.set(event.conn, event);
    if (event.type !== 'wire') continue;
    const all = event.octets.split(/\r?\n/);
    if (all.at(-1) === '') all.pop();
    const by = event.dir === 'a>b' ? 'client' : 'server';
    const lines = all.slice(0, LINES).map(visible);
    const talk = event.conn === latest ? undefined : talks.get(event.conn);
    latest = event.conn;
    const tls = isSealed(event) && !sealed.has(event.conn);
    if (tls) sealed.add(event.conn);
    rows.push({ n: rows.length + 1, by, talk, tls, lines, more: Math.max(0, all.length - LINES) });
  }
  return rows;
}
