// The whole world as one immutable value, and everything that can happen to it from outside. Records only.
import type { Deed } from '../base/device.ts';
import type { Answer, Question } from '../base/dns.ts';
import type { ConnId, ConsoleId, EventId, HostId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { Micros } from '../base/time.ts';
import type { Change } from '../host/change.ts';
import type { Hosts } from '../host/host.ts';
import type { NameService } from '../net/dns/service.ts';
import type { Middlebox } from '../net/middlebox.ts';
import type { RecordName, TlsState } from '../net/secure.ts';
import type { Flow, Link } from '../net/stream.ts';
import type { Happening, Tls } from '../spec/machine.ts';
import type { TraceEvent } from '../trace/event.ts';
import type { Agenda } from './agenda.ts';

export type End = 'a' | 'b';
/** Who is at one end of a connection. */
export interface Peer {
  readonly host: HostId;
  /** A machine of kernel/machines.ts; `console`: the console named by `state`; `outside`: a real socket, or a test. */
  readonly machine: string;
  readonly state: unknown;
}
export interface Conn {
  readonly id: ConnId;
  readonly a: Peer;
  readonly b: Peer;
  readonly port: number;
  /** `linkKey` of its two hosts. */
  readonly link: string;
  /** `aGone`: that end has reset it, and the other does not know yet. */
  readonly phase: 'dialling' | 'open' | 'aGone' | 'bGone';
  readonly tls: TlsState;
  /** What `a` sends, and what `b` sends. */
  readonly fromA: Flow;
  readonly fromB: Flow;
  /** Octets that may still pass before the cable breaks; 0: it is broken, once those under way are there; -1: it holds. */
  readonly cut: number;
}
/** A person at a keyboard on some machine. */
export interface Console {
  readonly id: ConsoleId;
  readonly host: HostId;
  /** Of the machine `console`. */
  readonly state: unknown;
  /** What its program is connected to, at either end; 0: nothing. */
  readonly conn: ConnId;
  /** When it wants to be told `due`; -1: never. */
  readonly wait: Micros;
  /** Its program answers at a port of its machine; null: it does not. */
  readonly listener: Listener | null;
}
export interface Listener {
  readonly port: number;
  /** The next caller is taken at once. */
  readonly accepts: boolean;
  /** Who has not been taken yet, in the order they came. */
  readonly callers: readonly Caller[];
}
export interface Caller {
  readonly conn: ConnId;
  /** All it has sent so far. */
  readonly said: Octets;
}
/** Somebody's question to the DNS. */
export interface Asking {
  /** '': a process asks, at one end of a connection, or the keeper of the host's queue. */
  readonly console: ConsoleId;
  readonly host: HostId;
  readonly question: Question;
  /** '': the host's own resolver. */
  readonly server: string;
  /** How often it will be asked yet, this time included. */
  readonly tries: number;
  /** When it was asked this time. */
  readonly asked: Micros;
}
/** `query`: it reaches whoever is asked; `answer`: it is back; `silence`: nobody has said anything for too long. */
export type DnsArrival =
  | { readonly type: 'dns'; readonly phase: 'query' | 'silence'; readonly asking: Asking }
  | { readonly type: 'dns'; readonly phase: 'answer'; readonly asking: Asking; readonly answer: Answer };
/** What is on its way to one end of a connection, or to whoever asked the DNS. */
export type Arrival =
  | Happening
  | DnsArrival
  | {
      readonly type: 'train';
      readonly octets: Octets;
      readonly link: Link;
      readonly nth: number;
      readonly visible: boolean;
    }
  | { readonly type: 'record'; readonly name: RecordName }
  | { readonly type: 'fin' }
  /** Of no connection: the keeper of this host's queue has something to do. */
  | { readonly type: 'wake'; readonly host: HostId }
  /** The cable is cut. */
  | { readonly type: 'cut' }
  | { readonly type: 'accept' };
export interface Due {
  readonly conn: ConnId;
  readonly end: End;
  readonly cause: EventId;
  readonly arrival: Arrival;
}
export interface World {
  readonly now: Micros;
  /** Unix seconds at `now` 0. */
  readonly epoch: number;
  readonly seed: number;
  /** The id of the next event. */
  readonly next: EventId;
  /** Breaks ties on the agenda. */
  readonly seq: number;
  readonly hosts: Hosts;
  readonly consoles: readonly Console[];
  /** The open ones, by id. */
  readonly conns: readonly Conn[];
  readonly lastConn: ConnId;
  readonly agenda: Agenda<Due> | null;
  readonly names: NameService;
  /** By `linkKey`. */
  readonly links: Readonly<Record<string, Link>>;
  /** Between hosts that no entry of `links` names. */
  readonly link: Link;
  /** Who sits on a cable: on the one between two machines, by `linkKey`, or on the one a machine hangs on, by its name. */
  readonly middleboxes: Readonly<Record<string, Middlebox>>;
}

/** What a real socket did, or a real machine. `open` takes the next connection id; `tls`: it has shaken hands already. */
export type OutsideEvent =
  | {
      readonly type: 'open';
      readonly from: HostId;
      readonly to: HostId;
      readonly port: number;
      readonly tls: Tls | null;
    }
  | { readonly type: 'data'; readonly conn: ConnId; readonly octets: Octets }
  | { readonly type: 'secured'; readonly conn: ConnId; readonly tls: Tls }
  | { readonly type: 'closed'; readonly conn: ConnId; readonly how: 'close' | 'reset' }
  /** Every server process of this host is told. */
  | { readonly type: 'shutdown'; readonly host: HostId };
/** Everything that can happen to the world from outside. */
export type Input =
  /** A line with its LF, or control characters, as a person types them into a console. */
  | { readonly type: 'type'; readonly console: ConsoleId; readonly octets: Octets }
  /** A person sits down at a machine, or leaves: its program ends with the console. */
  | { readonly type: 'open'; readonly console: ConsoleId; readonly host: HostId }
  | { readonly type: 'shut'; readonly console: ConsoleId }
  /** Time passes: until then, or until nothing is under way. */
  | { readonly type: 'pass'; readonly until: Micros | 'quiet' }
  /** Somebody uses the mail client of a machine. */
  | { readonly type: 'device'; readonly host: HostId; readonly deed: Deed }
  | { readonly type: 'turn'; readonly knob: Change }
  /** The cable breaks after so many more octets, in either direction; 0: now. */
  | { readonly type: 'cut'; readonly conn: ConnId; readonly after: number }
  | { readonly type: 'outside'; readonly event: OutsideEvent };
export interface Step {
  readonly world: World;
  readonly trace: readonly TraceEvent[];
}
