// One direction of a TCP connection: octets arrive in order, none is ever missing; late is the worst that happens to them.
import type { HostId } from '../base/ids.ts';
import { MILLISECOND, type Micros } from '../base/time.ts';

/** How octets travel between two hosts. */
export interface Link {
  /** One way. */
  readonly latency: Micros;
  /** Octets a segment carries at most; 0: any number. */
  readonly segment: number;
  /** Every n-th segment is lost once and sent again; 0: none is. */
  readonly loss: number;
}
/** One direction so far. */
export interface Flow {
  /** When the last train will have passed: a later one never overtakes it. */
  readonly clear: Micros;
  /** Segments sent. */
  readonly segments: number;
  /** `sent`: the end of the stream is on its way; `arrived`: the other side knows. */
  readonly fin: 'no' | 'sent' | 'arrived';
}
/** One segment under way: octets `from`..`to` of its train. */
export interface Flight {
  readonly from: number;
  readonly to: number;
  readonly sentAt: Micros;
  readonly arrivesAt: Micros;
  /** Its first copy was lost (RFC 9293 §3.8.1: sent again after a time-out). */
  readonly again: boolean;
}
/** One send: what it takes to know all its flights. */
export interface Train {
  readonly at: Micros;
  readonly size: number;
  readonly link: Link;
  /** When its first segment arrives, were none lost. */
  readonly arrives: Micros;
  /** How many segments went before it in this direction. */
  readonly nth: number;
}

/** Between two segments of one train. */
export const GAP: Micros = 100;
const patience = (link: Link): Micros => 200 * MILLISECOND + 2 * link.latency;

export const newFlow: Flow = { clear: 0, segments: 0, fin: 'no' };
export const linkKey = (a: HostId, b: HostId): string => (a < b ? `${a}|${b}` : `${b}|${a}`);
/** How much later than its turn the n-th segment (from 0) of a direction arrives. */
export const delayOf = (link: Link, nth: number): Micros =>
  link.loss > 0 && (nth + 1) % link.loss === 0 ? patience(link) : 0;
export const segmentsOf = (size: number, link: Link): number =>
  link.segment > 0 ? Math.max(1, Math.ceil(size / link.segment)) : 1;

export function flights({ at, size, link, arrives, nth }: Train): readonly Flight[] {
  const out: Flight[] = [];
  const length = link.segment || size;
  let arrivesAt = arrives;
  for (let from = 0, i = 0; from < size; from += length, i++) {
    const late = delayOf(link, nth + i);
    arrivesAt += late + (i > 0 ? GAP : 0);
    out.push({ from, to: Math.min(size, from + length), sentAt: at + i * GAP, arrivesAt, again: late > 0 });
  }
  return out;
}
