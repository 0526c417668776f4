// TraceEvent: everything that ever happened, in order. The lingua franca: panels, goals, transcripts and the bridge read nothing else.
import type { Deed } from '../base/device.ts';
import type { Answer, Question } from '../base/dns.ts';
import type { ConsoleId, HostId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { Micros } from '../base/time.ts';
import type { Change } from '../host/change.ts';
import type { Meddling } from '../net/middlebox.ts';
import type { RecordName } from '../net/secure.ts';
import { flights, type Flight, type Link } from '../net/stream.ts';
import type { Stamp, Tls, Told } from '../spec/machine.ts';

/** `a` dialled, `b` answered. */
export type Dir = 'a>b' | 'b>a';
/** One send. Its segments are computed (`flightsOf`), never stored. */
export interface Wire extends Stamp {
  readonly type: 'wire';
  readonly dir: Dir;
  readonly octets: Octets;
  readonly link: Link;
  readonly arrives: Micros;
  readonly nth: number;
  /** False: inside TLS, only its size shows to anybody between. */
  readonly visible: boolean;
}
/** A record of the (simulated) TLS handshake, or an alert; or one with data in it that broke off: a whole one is a `Wire`. */
export interface TlsRecord extends Stamp {
  readonly type: 'record';
  readonly dir: Dir;
  readonly name: RecordName | 'ApplicationData';
  /** Octets that cross. */
  readonly size: number;
  /** Octets of it that do not, because the cable breaks: it reaches nobody. Absent: it is whole. */
  readonly lost?: number;
  readonly arrives: Micros;
}
/**
 * A connection's life. `dial`: the caller has asked; `open`: both know; `refused`; `securing`: this end waits for the
 * handshake; `secured`; `insecure`: the handshake failed; `fin`: one side will send nothing more; `closed`: both said so;
 * `reset`: gone at once.
 */
export interface ConnEvent extends Stamp {
  readonly type: 'conn';
  readonly phase:
    | 'dial'
    | 'open'
    | 'refused'
    | 'securing'
    | 'secured'
    | 'insecure'
    | 'fin'
    | 'closed'
    | 'reset';
  readonly from: HostId;
  /** A host, or an address where nobody is. */
  readonly to: string;
  readonly port: number;
  /** Of `fin` and `reset`: who it comes from. */
  readonly dir: Dir;
  /** Of `fin` and `reset`: when the other side learns of it; else when it happened. */
  readonly arrives: Micros;
  readonly tls: Tls | null;
}
/** A line (or a control character) somebody typed. */
export interface Typed extends Stamp {
  readonly type: 'typed';
  readonly console: ConsoleId;
  readonly octets: Octets;
}
/** One question to the DNS, or what it came to. */
export interface Dns extends Stamp {
  readonly type: 'dns';
  readonly phase: 'query' | 'answer';
  /** Who asks. */
  readonly host: HostId;
  /** The address of the name server that was asked; '': this host's own resolver, which asks others in its turn. */
  readonly server: string;
  readonly question: Question;
  /** Null in a query. */
  readonly answer: Answer | null;
  /** When the other side has it; what crosses no wire arrives when it happens. */
  readonly arrives: Micros;
}
/** A state lost patience. */
export interface Timer extends Stamp {
  readonly type: 'timer';
  readonly host: HostId;
}
/** Somebody on the way has read what was sent, or changed it: what travels on is the next `wire` of the connection. */
export interface Meddled extends Stamp {
  readonly type: 'meddled';
  readonly dir: Dir;
  /** Where he sits: on the cable a machine hangs on, or between two (`a|b`). */
  readonly cable: string;
  readonly how: Meddling;
  /** As they were sent. */
  readonly octets: Octets;
}
/** Somebody changed something about the world. */
export interface Turned extends Stamp {
  readonly type: 'turned';
  readonly change: Change;
  /** What would have been right, where it could not be done; '': it was. */
  readonly expected: string;
}
/** A person sat down at a machine, or left it. */
export interface Seat extends Stamp {
  readonly type: 'seat';
  readonly phase: 'taken' | 'left';
  readonly console: ConsoleId;
  readonly host: HostId;
}
/** Somebody at a console answers at a port of that machine from now on, or no more. */
export interface Listen extends Stamp {
  readonly type: 'listen';
  readonly phase: 'begun' | 'ended';
  readonly console: ConsoleId;
  readonly host: HostId;
  readonly port: number;
}
/** Somebody has done something with the mail client of a machine. */
export interface DeviceDeed extends Stamp {
  readonly type: 'deed';
  readonly host: HostId;
  readonly deed: Deed;
}
export type TraceEvent =
  | Told
  | DeviceDeed
  | Meddled
  | Wire
  | TlsRecord
  | ConnEvent
  | Typed
  | Dns
  | Timer
  | Turned
  | Seat
  | Listen;

export const flightsOf = (wire: Wire): readonly Flight[] =>
  flights({ at: wire.at, size: wire.octets.length, link: wire.link, arrives: wire.arrives, nth: wire.nth });
/** Where the event with this id stands. Ids are dense, but a lesson's trace does not begin with the first. */
export const placeOf = (trace: readonly TraceEvent[], id: number): number => id - (trace[0]?.id ?? 1);
