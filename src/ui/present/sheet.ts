// A transcript in two columns, as it is handed out: numbered, the client's lines on the left, the server's on the right.
import type { TraceEvent } from '../../core/trace/event.ts';
import { visible } from '../shell/words.ts';

export interface SheetRow {
  readonly n: number;
  readonly by: 'client' | 'server';
  readonly lines: readonly string[];
  /** Lines of a long reply that are left out. */
  readonly more: number;
}
/** Of one reply so many lines are printed. */
const LINES = 12;

/** What was said on the wires, up to so many events. */
export function sheetOf(trace: readonly TraceEvent[], count: number): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  for (const event of trace.slice(0, count)) {
    if (event.type !== 'wire') continue;
    const all = event.octets.split(/\r?\n/);
    if (all.at(-1) === '') all.pop();
    const by = event.dir === 'a>b' ? 'client' : 'server';
    const lines = all.slice(0, LINES).map(visible);
    rows.push({ n: rows.length + 1, by, lines, more: Math.max(0, all.length - LINES) });
  }
  return rows;
}
