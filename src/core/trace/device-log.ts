// What a mail client says and hears, line by line as a console would have it: clicks, calls, and everything on its wires.
import type { Deed } from '../base/device.ts';
import type { HostId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { TraceEvent } from './event.ts';
import { folded } from './folded.ts';

export interface LogLine {
  /** Index in the trace. */
  readonly event: number;
  readonly by: 'click' | 'call' | 'secured' | 'hung' | 'client' | 'server';
  /** Of a call: the server. */
  readonly text: Octets;
  readonly deed: Deed | null;
  readonly port: number;
  /** Lines of the same send that are not shown. */
  readonly more: number;
  /** Inside TLS. */
  readonly secure: boolean;
}
interface Log {
  readonly conns: ReadonlySet<number>;
  readonly lines: readonly LogLine[];
}
/** So many lines are kept, and of one send so many are shown. */
const KEPT = 400;
const SHOWN = 40;
const plain = { text: '', deed: null, port: 0, more: 0, secure: false } as const;
const empty: Log = { conns: new Set(), lines: [] };

type Reader = (trace: readonly TraceEvent[], count?: number) => Log;
const readers = new Map<HostId, Reader>();
function readerOf(host: HostId): Reader {
  const known = readers.get(host) ?? folded(empty, (log, event, index) => after(log, event, index, host));
  readers.set(host, known);
  return known;
}
/** The latest lines after so many events; none: nobody has clicked anything there, and it has said nothing. */
export const deviceLog = (trace: readonly TraceEvent[], host: HostId, count: number): readonly LogLine[] =>
  readerOf(host)(trace, count).lines;

function after(log: Log, event: TraceEvent, index: number, host: HostId): Log {
  if (event.type === 'deed') return event.host === host ? added(log, click(event.deed, index)) : log;
  if (event.type === 'conn') return afterConn(log, event, index, host);
  return event.type === 'wire' && log.conns.has(event.conn) ? added(log, ...linesOf(event, index)) : log;
}
const added = (log: Log, ...more: readonly LogLine[]): Log => ({
  conns: log.conns,
  lines: [...log.lines, ...more].slice(-KEPT),
});
const click = (deed: Deed, event: number): LogLine => ({ ...plain, event, by: 'click', deed });
function afterConn(
  log: Log,
  event: TraceEvent & { readonly type: 'conn' },
  index: number,
  host: HostId,
): Log {
  const { phase, conn, from, to, port } = event;
  if (phase === 'dial' && from === host) {
    const { lines } = added(log, { ...plain, event: index, by: 'call', text: to, port });
    // a device has one talk or two at a time
    return { conns: new Set([...log.conns].slice(-7)).add(conn), lines };
  }
  if (!log.conns.has(conn)) return log;
  if (phase === 'secured') return added(log, { ...plain, event: index, by: 'secured' });
  return phase === 'closed' || phase === 'reset' || phase === 'refused'
    ? added(log, { ...plain, event: index, by: 'hung' })
    : log;
}
function linesOf(wire: TraceEvent & { readonly type: 'wire' }, event: number): readonly LogLine[] {
  const by = wire.dir === 'a>b' ? 'client' : 'server';
  const secure = !wire.visible;
  const said = wire.octets.replace(/\r\n$/, '').split('\r\n');
  const more = Math.max(0, said.length - SHOWN);
  return said
    .slice(0, SHOWN)
    .map((text, i) => ({ ...plain, event, by, text, secure, more: i === SHOWN - 1 ? more : 0 }));
}
