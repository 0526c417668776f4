// The sans-IO contract: any process on any host. Happenings in, state + effects + events out; no clock, no I/O.
import type { Deed } from '../base/device.ts';
import type { Answer, Question } from '../base/dns.ts';
import type { ConnId, ConsoleId, EventId, HostId, Rfc } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { Micros } from '../base/time.ts';
import type { Problem } from './grammar.ts';

/** The connection is up, and where the service wants TLS at once the handshake is done too. */
export interface Opened {
  readonly type: 'opened';
  /** The other machine's address. */
  readonly peer: string;
  readonly tls: Tls | null;
}
/** Nobody answers there: the connection never came to be. */
export interface Refused {
  readonly type: 'refused';
  readonly why: 'refused' | 'unreachable';
}
/** What is wrong with a certificate. */
export type Flaw = 'expired' | 'self-signed' | 'wrong-name';
/** What a handshake settled. Real or simulated, the same record. */
export interface Tls {
  readonly version: string;
  readonly cipher: string;
  /** The name the client asked for (RFC 6066 §3); '' when it named none. */
  readonly serverName: string;
  /** Of the server's certificate; absent: nothing is wrong with it, as far as is known. */
  readonly flaw?: Flaw;
}
export interface Secured {
  readonly type: 'secured';
  readonly tls: Tls;
  /** Told to clients: whose certificate the server has shown, by its name (RFC 9525 §2). */
  readonly holder?: string;
}
/** The server has sent a ticket to resume this TLS session with (RFC 8446 §4.6.1). */
export interface Ticketed {
  readonly type: 'ticket';
}
/** The handshake failed; the connection is gone with it. */
export interface Insecure {
  readonly type: 'insecure';
  /** The other side did not speak TLS, or refused to go on. */
  readonly why: 'wrong version number' | 'alert';
}
/** The other side will send nothing more (`close`), or the connection is gone (`reset`). */
export interface Closed {
  readonly type: 'closed';
  readonly how: 'close' | 'reset';
}
/** What a question came to. Several may be under way: the question says which. */
export interface Resolved {
  readonly type: 'resolved';
  readonly question: Question;
  readonly answer: Answer;
}
/** The answer to `issue`. */
export interface Issued {
  readonly type: 'issued';
  /** Undefined: nobody within reach has such a user. */
  readonly token: string | undefined;
  readonly expires: Micros;
}
/** From now on this process answers at that port. */
export interface Listening {
  readonly type: 'listening';
  readonly port: number;
}
/** Somebody answers at that port already. */
export interface Taken {
  readonly type: 'taken';
}
export interface HostChanged {
  readonly type: 'changed';
}
/** Somebody has done something with the mail client of this machine. */
export interface Done {
  readonly type: 'deed';
  readonly deed: Deed;
}
/** The machine this process runs on is going down: the last moment to say so. */
export interface Shutdown {
  readonly type: 'shutdown';
}
export type Happening =
  | { readonly type: 'received'; readonly octets: Octets }
  | { readonly type: 'due' }
  | { readonly type: 'typed'; readonly octets: Octets }
  | Opened
  | Refused
  | Secured
  | Ticketed
  | Insecure
  | Closed
  | Resolved
  | Issued
  | Listening
  | Taken
  | HostChanged
  | Done
  | Shutdown;
/** The signals every protocol may listen to; a shape's `signals` extends this. */
export interface WorldSignals {
  readonly opened: Opened;
  readonly secured: Secured;
  readonly closed: Closed;
  readonly resolved: Resolved;
  readonly changed: HostChanged;
  readonly shutdown: Shutdown;
}
/** Those of a client: it may not get through, and be kept waiting. */
export interface ClientSignals extends WorldSignals {
  readonly refused: Refused;
  readonly insecure: Insecure;
  readonly late: Happening;
  /** What was too long to be an answer. */
  readonly endless: string;
}

/** Every event is made whole by whoever tells it: `Env` says which id comes next, so nothing is stamped afterwards. */
export interface Stamp {
  readonly id: EventId;
  readonly at: Micros;
  /** The event that led to this one; 0 when an input did. Always smaller than `id`. */
  readonly cause: EventId;
  /** 0: none. */
  readonly conn: ConnId;
}
export type Told =
  | (Stamp & {
      readonly type: 'command';
      readonly protocol: string;
      readonly verb: string;
      readonly tag: string;
      readonly state: string;
      readonly line: Octets;
      readonly problem: Problem | undefined;
    })
  | (Stamp & {
      readonly type: 'outcome';
      readonly protocol: string;
      /** A verb, a signal, or `verb/parameter`. */
      readonly trigger: string;
      readonly outcome: string;
      readonly from: string;
      readonly to: string;
    })
  /** Something happened to this host. */
  | (Stamp & { readonly type: 'fact'; readonly host: HostId; readonly fact: { readonly type: string } })
  | (Stamp & { readonly type: 'discarded'; readonly octets: Octets; readonly rfc: Rfc })
  /** What a console shows: octets the server sent, or the words of a tool. */
  | (Stamp & {
      readonly type: 'printed';
      readonly console: ConsoleId;
      readonly octets: Octets;
      readonly by: 'server' | 'tool';
    })
  /** A bug in us. Any fault fails any test. */
  | (Stamp & { readonly type: 'fault'; readonly error: string });

export interface Env<H> {
  readonly conn: ConnId;
  readonly host: H;
  /** Its name. */
  readonly place: HostId;
  readonly now: Micros;
  /** Unix seconds at `now` 0. */
  readonly epoch: number;
  readonly seed: number;
  /** Of the happening. */
  readonly cause: EventId;
  /** The id of the first event told. */
  readonly next: EventId;
}
export type Effect =
  | { readonly type: 'send'; readonly octets: Octets }
  /** Begin TLS: whoever dialled says hello, the other side waits for it. */
  | { readonly type: 'secure'; readonly serverName?: string }
  /** `close`: nothing more will be sent; `half`: the same, but a console goes on listening; `reset`: gone at once. */
  | { readonly type: 'close'; readonly how: 'close' | 'half' | 'reset' }
  /** Ask the directory for a bearer token (RFC 6750) of this user. Consoles only. */
  | { readonly type: 'issue'; readonly user: string }
  /** Ask the DNS: this host's own resolver, or the name server at an address. It says nothing: so many tries, 2 unless told. */
  | {
      readonly type: 'resolve';
      readonly question: Question;
      readonly server?: string;
      readonly tries?: number;
    }
  /** Dial. A console is then at the near end itself; with `run` a new process is. */
  | {
      readonly type: 'connect';
      readonly to: string;
      readonly port: number;
      readonly run?: { readonly machine: string; readonly given: unknown };
    }
  /** Answer at a port of this host: `listening` follows, or `taken`. Consoles only: servers are services of their host. */
  | { readonly type: 'listen'; readonly port: number }
  /** Take the next caller, now or when one comes: `opened` follows. Until then callers wait, and what they say waits too. */
  | { readonly type: 'accept' }
  /** Answer no more; whoever still waits is turned away. */
  | { readonly type: 'unlisten' }
  /** Be told `due` at that time, -1: not at all; a later one replaces it. Consoles only: sessions have timeouts. */
  | { readonly type: 'wait'; readonly until: Micros };
export interface Caused {
  readonly effect: Effect;
  readonly cause: EventId;
}
export interface Moved<S, H> {
  readonly state: S;
  readonly host: H;
  readonly effects: readonly Caused[];
  readonly told: readonly Told[];
}
/** Generic in the host record, so that spec/ needs no layer to its right. */
export interface Machine<S, H> {
  readonly id: string;
  start(given: unknown, now: Micros): S;
  on(state: S, happening: Happening, env: Env<H>): Moved<S, H>;
  /** When this state's patience ends. Derived, never armed. */
  deadline(state: S): Micros | undefined;
  listens(state: S, happening: Happening['type']): boolean;
}
