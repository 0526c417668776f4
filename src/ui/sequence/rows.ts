// The ladder's rungs: what of the trace is worth a row, and how it reads. Grows with the trace; never computed twice.
import type { Deed } from '../../core/base/device.ts';
import { dnsSaid } from '../../core/trace/dns.ts';
import type { ConnEvent, Dns, TlsRecord, TraceEvent, Wire } from '../../core/trace/event.ts';
import { isStoreFact } from '../../core/trace/scene-mail.ts';
import { isRefusal } from '../machine/reader.ts';
import { said } from '../shell/words.ts';
import { changeText } from '../world/changeText.ts';

export interface Row {
  /** Index in the trace. */
  readonly event: number;
  /** Virtual time, microseconds. */
  readonly at: number;
  readonly conn: number;
  readonly from: string;
  readonly to: string;
  readonly kind: 'text' | 'dns' | 'record' | 'call' | 'state' | 'store' | 'break' | 'wait' | 'knob' | 'deed';
  readonly voice: 'client' | 'server';
  /** Wire text, a state, a mailbox: data, never words of ours. */
  readonly text: string;
  /** Lines folded away. */
  readonly more: number;
  /** Octets on the wire; 0: none. */
  readonly size: number;
  readonly secure: boolean;
  readonly refused: boolean;
  /** Of `call` and `break`: what happened; of `store`: the fact; of `deed`: what somebody clicked. */
  readonly what: string;
}

interface Ends {
  readonly from: string;
  readonly to: string;
  readonly port: number;
}
interface Kept {
  readonly rows: Row[];
  readonly ends: Map<number, Ends>;
  /** Connections of which it has been said that TLS has begun. */
  readonly sealed: Set<number>;
  read: number;
  last: TraceEvent | undefined;
}
const kept = new WeakMap<readonly TraceEvent[], Kept>();
/** Silence longer than this is drawn as a gap. */
const LONG = 2_000_000;

/** All rows of a trace, in its order; the same array while nothing is added. */
export function rowsOf(trace: readonly TraceEvent[]): readonly Row[] {
  let state = kept.get(trace);
  if (!state || state.read > trace.length || trace[state.read - 1] !== state.last) {
    state = { rows: [], ends: new Map(), sealed: new Set(), read: 0, last: undefined };
    kept.set(trace, state);
  }
  const before = state.rows.length;
  const rows = state.rows.slice();
  for (let i = state.read; i < trace.length; i++) {
    push(rows, state, trace, i);
  }
  state.read = trace.length;
  state.last = trace.at(-1);
  if (rows.length === before) return state.rows;
  kept.set(trace, { ...state, rows });
  return rows;
}
/** Within TLS, or where it begins: one end may know it before the other does, and speak at once. */
export const isSealed = (event: TraceEvent): event is Wire | ConnEvent =>
  event.type === 'wire' ? !event.visible : event.type === 'conn' && event.phase === 'secured';

function push(rows: Row[], { ends, sealed }: Kept, trace: readonly TraceEvent[], index: number): void {
  const event = trace[index];
  if (!event) return;
  if (event.type === 'conn' && !ends.has(event.conn))
    ends.set(event.conn, { from: event.from, to: event.to, port: event.port });
  const own = ends.get(event.conn);
  if (isSealed(event)) {
    if (!sealed.has(event.conn)) add(rows, securedRow(baseOf(event, index, own)));
    sealed.add(event.conn);
  }
  add(rows, rowOf(trace, index, own));
}
function add(rows: Row[], row: Row | undefined): void {
  if (!row) return;
  const last = rows.at(-1);
  if (last && row.at - last.at > LONG)
    rows.push({ ...row, kind: 'wait', text: '', what: String(row.at - last.at), size: 0 });
  rows.push(row);
}

const blank = {
  voice: 'client',
  text: '',
  more: 0,
  size: 0,
  secure: false,
  refused: false,
  what: '',
} as const;
function baseOf({ at, conn }: TraceEvent, event: number, ends: Ends | undefined): Base {
  const { from, to } = ends ?? { from: '', to: '' };
  return { ...blank, event, at, conn, from, to };
}
const securedRow = (base: Base): Row => ({ ...base, kind: 'break', what: 'secured', secure: true });
function rowOf(trace: readonly TraceEvent[], index: number, ends: Ends | undefined): Row | undefined {
  const event = trace[index];
  if (!event) return undefined;
  const base = baseOf(event, index, ends);
  switch (event.type) {
    case 'wire':
      return wireRow(event, base, isRefusal(trace, index));
    case 'record':
      return recordRow(event, base);
    case 'conn':
      return connRow(event, base);
    case 'dns':
      return dnsRow(event, base);
    case 'outcome':
      return event.from === event.to ? undefined : serverMark(base, 'state', event.to, event.protocol);
    case 'fact':
      return isStoreFact(event.fact)
        ? serverMark(base, 'store', event.fact.mailbox, event.fact.type)
        : undefined;
    case 'discarded':
    case 'fault':
    case 'timer':
      return { ...base, kind: 'break', what: event.type, refused: event.type !== 'timer' };
    case 'deed': {
      const { host, deed } = event;
      return { ...base, kind: 'deed', from: host, to: host, what: deed.does, text: deedText(deed) };
    }
    case 'turned':
      return {
        ...base,
        kind: 'knob',
        what: 'turned',
        text: changeText(event.change),
        refused: event.expected !== '',
      };
    default:
      return undefined;
  }
}
/** What a click names, as data. */
const deedText = (deed: Deed): string =>
  'draft' in deed ? deed.draft.subject : 'folder' in deed ? deed.folder : 'to' in deed ? deed.to : '';
const serverMark = (base: Base, kind: 'state' | 'store', text: string, what: string): Row => ({
  ...base,
  kind,
  voice: 'server',
  text,
  what,
});
function recordRow({ dir, name, size, lost }: TlsRecord, base: Base): Row {
  const what = lost ? 'part' : '';
  return { ...base, ...directed(dir, base), kind: 'record', text: name, what, size, secure: true };
}
function wireRow({ dir, octets, visible }: Wire, base: Base, refusal: boolean): Row {
  const { first, more } = said(octets);
  const way = directed(dir, base);
  const refused = refusal && way.voice === 'server';
  const what = first === '' ? 'blank' : '';
  return {
    ...base,
    ...way,
    kind: 'text',
    what,
    text: first,
    more,
    size: octets.length,
    secure: !visible,
    refused,
  };
}
function dnsRow(event: Dns, base: Base): Row | undefined {
  const said = dnsSaid(event);
  return said && { ...base, ...said, kind: 'dns', voice: event.phase === 'query' ? 'client' : 'server' };
}
type Base = Omit<Row, 'kind'>;
const directed = (dir: 'a>b' | 'b>a', { from, to }: Base): Pick<Row, 'voice' | 'from' | 'to'> =>
  dir === 'a>b' ? { voice: 'client', from, to } : { voice: 'server', from: to, to: from };
function connRow(event: ConnEvent, base: Base): Row | undefined {
  switch (event.phase) {
    case 'dial':
      return { ...base, kind: 'call', what: 'dial', text: String(event.port) };
    case 'fin':
      return { ...base, ...directed(event.dir, base), kind: 'call', what: 'fin' };
    case 'refused':
    case 'insecure':
    case 'reset':
      return { ...base, kind: 'break', what: event.phase, refused: true };
    default:
      return undefined;
  }
}
/** Which row shows this event: its own, or the nearest before it; -1: none yet. */
export function rowAt(rows: readonly Row[], event: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.event ?? Infinity) <= event) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
