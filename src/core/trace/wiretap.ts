// What somebody between two machines sees of a connection: everything in the clear, and of TLS only that there are records.
import type { ConnId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { Micros } from '../base/time.ts';
import { RECORD, recordHeader, sealedSize } from '../net/secure.ts';
import type { Dir, TraceEvent, Wire } from './event.ts';

export interface Sighting {
  /** Index in the trace. */
  readonly event: number;
  readonly at: Micros;
  readonly conn: ConnId;
  readonly dir: Dir;
  readonly kind: 'dial' | 'text' | 'record' | 'fin' | 'reset';
  /** Octets on the wire. */
  readonly size: number;
  /** Of a record that broke off: how many octets more it would have been. */
  readonly lost: number;
  /** Of `text`: one line with its end, or what there is of it. Nothing of what TLS hides is ever here. */
  readonly text: Octets;
  /** Of `record`: what its header and the handshake give away. */
  readonly record: string;
  /** Of a ClientHello: the name asked for travels in the clear (RFC 6066 §3). */
  readonly serverName: string;
}
/** In the order of the trace. */
export function wiretap(trace: readonly TraceEvent[], conn: ConnId): readonly Sighting[] {
  const name = serverNameOf(trace, conn);
  return trace.flatMap((event, index) => (event.conn === conn ? seen(event, index, name) : []));
}
function seen(event: TraceEvent, index: number, serverName: string): readonly Sighting[] {
  const { at, conn } = event;
  const blank = { event: index, at, conn, size: 0, lost: 0, text: '', record: '', serverName: '' };
  if (event.type === 'wire') return event.visible ? lines(event, index) : records(event, index);
  if (event.type === 'record') {
    const { dir, name, size, lost = 0 } = event;
    const asked = name === 'ClientHello' && lost === 0 ? serverName : '';
    return [{ ...blank, dir, kind: 'record', size, lost, record: name, serverName: asked }];
  }
  if (event.type !== 'conn') return [];
  const { phase, dir } = event;
  return phase === 'dial' || phase === 'fin' || phase === 'reset' ? [{ ...blank, dir, kind: phase }] : [];
}
const lines = ({ at, conn, dir, octets }: Wire, event: number): readonly Sighting[] =>
  (octets.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((text) => ({
    event,
    at,
    conn,
    dir,
    kind: 'text',
    size: text.length,
    lost: 0,
    text,
    record: '',
    serverName: '',
  }));
function records({ at, conn, dir, octets }: Wire, event: number): readonly Sighting[] {
  const out: Sighting[] = [];
  for (let left = octets.length; left > 0; left -= RECORD) {
    const size = sealedSize(Math.min(left, RECORD));
    out.push({
      event,
      at,
      conn,
      dir,
      kind: 'record',
      size,
      lost: 0,
      text: '',
      record: 'ApplicationData',
      serverName: '',
    });
  }
  return out;
}
/** What of a record with data in it is in clear; of others it is not told. */
export const headerOf = ({ record, size, lost }: Pick<Sighting, 'record' | 'size' | 'lost'>): Octets =>
  record === 'ApplicationData' ? recordHeader(size + lost).slice(0, size) : '';
function serverNameOf(trace: readonly TraceEvent[], conn: ConnId): string {
  const secured = trace.find((e) => e.type === 'conn' && e.conn === conn && e.phase === 'secured');
  return secured?.type === 'conn' ? (secured.tls?.serverName ?? '') : '';
}
