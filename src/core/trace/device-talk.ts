// What a mail client has said and heard, by the click that caused it.
import type { Deed } from '../base/device.ts';
import type { HostId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { TraceEvent } from './event.ts';

/** A line that one side has said. */
export interface TalkLine {
  /** Index in the trace. */
  readonly event: number;
  readonly by: 'client' | 'server';
  readonly text: Octets;
  /** Lines of the same send after it. */
  readonly more: number;
}
/** What somebody has done with a device, or what has come to it by itself; and what was said. */
export interface Caused {
  /** Index in the trace of the deed, or of the first thing said. */
  readonly event: number;
  /** Null: somebody else has done something, and this device was told. */
  readonly deed: Deed | null;
  readonly lines: readonly TalkLine[];
}
/** The latest so many, the newest first. */
export function causedAt(
  trace: readonly TraceEvent[],
  host: HostId,
  count: number,
  most: number,
): readonly Caused[] {
  const conns = new Set<number>();
  for (let i = 0; i < count; i++) {
    const event = trace[i];
    if (event?.type === 'conn' && event.phase === 'dial' && event.from === host) conns.add(event.conn);
  }
  const all: Caused[] = [];
  let end = Math.min(count, trace.length);
  for (let i = end - 1; i >= 0 && all.length < most; i--) {
    const event = trace[i];
    if (!event || (event.cause !== 0 && i > 0)) continue;
    const lines = linesIn(trace, i, end, conns);
    end = i;
    const deed = event.type === 'deed' && event.host === host ? event.deed : null;
    const first = deed ? i : lines[0]?.event;
    if (first !== undefined) all.push({ event: first, deed, lines });
  }
  return all;
}
function linesIn(
  trace: readonly TraceEvent[],
  from: number,
  to: number,
  conns: ReadonlySet<number>,
): readonly TalkLine[] {
  const lines: TalkLine[] = [];
  for (let i = from; i < to; i++) {
    const event = trace[i];
    if (event?.type !== 'wire' || !conns.has(event.conn)) continue;
    const by = event.dir === 'a>b' ? 'client' : 'server';
    const said = event.octets.slice(0, 20_000).replace(/\r\n$/, '').split('\r\n');
    // commands that went out together are several, an answer is one
    if (by === 'server' || said.length > 6)
      lines.push({ event: i, by, text: said[0] ?? '', more: said.length - 1 });
    else for (const text of said) lines.push({ event: i, by, text, more: 0 });
  }
  return lines;
}
