// What a moment looks like: everything the panels paint. Plain records, made by sceneAt.
import type { Octets } from '../base/octets.ts';
import type { Micros } from '../base/time.ts';
import type { ConnId, ConsoleId, EventId, HostId } from '../base/ids.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { Naming } from '../store/naming.ts';
import type { NumberSet } from '../store/number-set.ts';
import type { Rows } from '../store/rows.ts';
import type { Dir } from './event.ts';

export interface Scene {
  /** Display milliseconds. */
  readonly time: number;
  /** Index in the trace of the latest event begun; -1: none. */
  readonly event: number;
  /** Virtual time at this moment, running while something flies. */
  readonly now: Micros;
  /** Every host of the world, in its order. */
  readonly hosts: readonly SceneHost[];
  /** Pairs of hosts that have, or had, a connection. */
  readonly links: readonly SceneLink[];
  /** The open ones, and those that ended in this step. */
  readonly conns: readonly SceneConn[];
  /** What is in the air. */
  readonly flights: readonly SceneFlight[];
  /** Where each session stands: of servers, and of the clients that queues send out. */
  readonly sessions: readonly SceneSession[];
  readonly mailboxes: readonly SceneMailbox[];
  /** What the sessions that have one open believe of it. */
  readonly views: readonly SceneView[];
  /** By `store user`: names, whether there is such a mailbox or not. */
  readonly subscriptions: ReadonlyMap<string, readonly string[]>;
  /** Of each machine that has asked the DNS, and of whom, the latest that crossed the wire. */
  readonly lookups: readonly SceneLookup[];
  /** What was typed and printed, in order; console text appears when its flight has landed. */
  readonly log: readonly SceneLine[];
}
export interface SceneService {
  readonly port: number;
  /** The machine that answers: a protocol's id. */
  readonly protocol: string;
  readonly tls: 'none' | 'implicit';
}
export interface SceneHost {
  readonly id: HostId;
  readonly address: string;
  readonly role: 'people' | 'server';
  readonly consoles: readonly ConsoleId[];
  readonly services: readonly SceneService[];
  /** Whose mail it keeps: hosts with the same one share it; '' for none. */
  readonly store: string;
  /** Consoles here that are servers themselves. */
  readonly listeners: readonly { readonly console: ConsoleId; readonly port: number }[];
  /** The latest event happened here. */
  readonly lit: boolean;
}
export interface SceneLink {
  /** In the order of the host list. */
  readonly between: readonly [HostId, string];
  /** Those of `Scene.conns`. */
  readonly conns: readonly ConnId[];
  readonly secure: boolean;
  readonly cut: boolean;
}
export interface SceneLookup {
  readonly host: HostId;
  /** A name server's address, or `RESOLVER`. */
  readonly asked: string;
  /** The question, or the answer when it has come. */
  readonly text: string;
  readonly answered: boolean;
  readonly refused: boolean;
  /** Asked or answered in this step. */
  readonly fresh: boolean;
}
export type ConnPhase = 'dialling' | 'open' | 'closing' | 'closed' | 'refused' | 'reset';
export interface SceneConn {
  readonly id: ConnId;
  readonly from: HostId;
  /** A host, or an address where nobody is. */
  readonly to: string;
  readonly port: number;
  readonly phase: ConnPhase;
  readonly secure: boolean;
  /** Who dialled; '': no console did. */
  readonly console: ConsoleId;
  /** Who answers; '': no console does. */
  readonly answerer: ConsoleId;
}
export interface SceneFlight {
  /** Index in the trace. */
  readonly event: number;
  readonly conn: ConnId;
  readonly from: HostId;
  readonly to: string;
  readonly dir: Dir;
  /** The beginning of what flies, line ends included; of a record its name. */
  readonly text: Octets;
  /** Octets on the wire. */
  readonly size: number;
  readonly secure: boolean;
  readonly kind: 'text' | 'record' | 'dial' | 'fin';
  /** 0 as it leaves, 1 as it lands. */
  readonly progress: number;
  /** From 0. A long train is drawn as a few segments that stand for all. */
  readonly segment: number;
  readonly segments: number;
  /** Its first copy was lost. */
  readonly again: boolean;
  /** A server's reply that says no. */
  readonly refusal: boolean;
}
/** An edge of the declaration, as it was taken. */
export interface TakenEdge {
  readonly from: string;
  readonly to: string;
  readonly trigger: string;
  readonly outcome: string;
}
export interface SceneSession {
  readonly conn: ConnId;
  /** At which end: `a` dialled, `b` answered. */
  readonly end: 'a' | 'b';
  readonly host: string;
  readonly protocol: string;
  /** '' before its first move. */
  readonly state: string;
  readonly edge: TakenEdge | null;
  /** The server said no. */
  readonly refusal: boolean;
  /** The edge was taken in this step. */
  readonly fresh: boolean;
}
export interface SceneMailbox {
  /** The first of those that have it. */
  readonly host: HostId;
  /** Whose mail: as in `SceneHost.store`. */
  readonly store: string;
  /** `user/name`. */
  readonly name: string;
  /** How its store names mailboxes; undefined: as usual. */
  readonly naming: Naming | undefined;
  /** As the server has it: what a message is, it says. */
  readonly box: Mailbox;
  /** Its messages as this step began. */
  readonly before: Rows;
  /** 0: nobody. */
  readonly lockedBy: ConnId;
  /** UIDs to be deleted when the session that marked them says QUIT. */
  readonly marked: ReadonlySet<number>;
  /** Something in it changed in this step. */
  readonly fresh: boolean;
  /** It was deleted in this step. */
  readonly gone: boolean;
  /** The event that changed it last; 0: nothing has. */
  readonly changed: EventId;
}
/** A mailbox as one session numbers it: what its client has been told, and nothing else. */
export interface SceneView {
  readonly conn: ConnId;
  readonly store: string;
  /** Of the mailbox, whatever it is called now (`Mailbox.id`). */
  readonly id: number;
  /** What it was called when its client was last told something. */
  readonly mailbox: string;
  readonly rows: Rows;
  /** As this step began; undefined: it was not open then. */
  readonly before: Rows | undefined;
  readonly readOnly: boolean;
  /** UIDs that are \Recent to it. */
  readonly recent: NumberSet;
}
export interface SceneLine {
  readonly console: ConsoleId;
  /** Index in the trace. */
  readonly event: number;
  readonly by: 'typed' | 'server' | 'tool';
  readonly octets: Octets;
  readonly conn: ConnId;
  readonly secure: boolean;
}
