// The closed list of what a goal, a hint or a search may ask of a trace. Plain data, as lessons write it.
import type { QueueFact } from '../host/spool.ts';

/** `pop3/PASS/ok`: protocol, trigger, outcome; `*` stands for any one of them. */
export type OutcomePath = string;

/** Whose conversation. */
export interface Between {
  /** The host that was called. */
  readonly on?: string | undefined;
  /** The machine the call came from. */
  readonly by?: string | undefined;
  /** The port that was called. */
  readonly port?: number | undefined;
}
export interface Sent extends Between {
  /** Of the command, in capitals; unknown words count too. */
  readonly verb?: string | undefined;
  /** A pattern over the whole line, without its end. */
  readonly line?: string | undefined;
  /** Where the session stood when it came. */
  readonly state?: string | undefined;
}
export interface Written {
  /** `shell`: at a prompt. */
  readonly state: string;
  readonly console?: string | undefined;
  /** A pattern over the whole line, without its end. */
  readonly line: string;
}
export interface Reply extends Between {
  /** The verb it answers. */
  readonly to: string;
  /** The first word: `+OK`, `-ERR`, `250`; `5yz` stands for every code that begins with 5. */
  readonly status?: string | undefined;
  /** In brackets (`AUTH`, `IN-USE`), or an enhanced status code (`5.1.1`). */
  readonly code?: string | undefined;
}
/** A mailbox by `user/name`, and what of it is asked. */
export interface Stored {
  /** `*`: any. */
  readonly mailbox: string;
  /** Letters in it. */
  readonly count?: number | undefined;
  /** Letters whose subject contains this. */
  readonly subject?: string | undefined;
  /** Letters with such fields: a pattern for each name. */
  readonly header?: Readonly<Record<string, string>> | undefined;
  /** Letters that have come since the beginning. */
  readonly fresh?: boolean | undefined;
  /** Letters that have all of these flags now. */
  readonly flags?: readonly string[] | undefined;
  /** Letters whose octets, header and all, look like this. */
  readonly letter?: string | undefined;
}
/** Letters on a device, as its own store has them now. */
export interface Held {
  /** The machine. */
  readonly on: string;
  readonly folder?: string | undefined;
  /** Whose subject contains this. */
  readonly subject?: string | undefined;
  /** That have all of these flags there. */
  readonly flags?: readonly string[] | undefined;
  /** That can be read without any server, or cannot. */
  readonly whole?: boolean | undefined;
  /** Absent: one or more. */
  readonly count?: number | undefined;
}
/** What somebody has done with a device. */
export interface Clicked {
  /** `sync`, `read`, `delete`…; absent: anything. */
  readonly does?: string | undefined;
  readonly on?: string | undefined;
}
export interface Dialled {
  /** A host, or an address where nobody is. */
  readonly to: string;
  readonly port?: number | undefined;
  readonly by?: string | undefined;
}
export interface Asked {
  /** Without its last dot; `*`: any. */
  readonly name: string;
  readonly type?: string | undefined;
  /** Who asked. */
  readonly by?: string | undefined;
}
/** Something comes of a letter in a queue. */
export interface Queueing {
  readonly comes: QueueFact['type'];
  /** Whose queue. */
  readonly on?: string | undefined;
}
export interface OnWire extends Between {
  readonly dir?: 'client' | 'server' | undefined;
  /** A pattern over what was sent at once; capitals make no difference. */
  readonly octets?: string | undefined;
  /** Readable to somebody between. */
  readonly visible?: boolean | undefined;
}
export interface Cost {
  /** Octets of the server's replies, at most. */
  readonly received?: number | undefined;
  /** Commands, at most. */
  readonly commands?: number | undefined;
}
export type Predicate =
  /**
   * An outcome was taken; `line`: of a command that looks like this; `in`: while this mailbox was open there; `freshTag`: of a command
   * whose tag none before it on its connection had.
   */
  | ({
      readonly outcome: OutcomePath;
      readonly line?: string | undefined;
      readonly in?: string | undefined;
      readonly freshTag?: boolean | undefined;
    } & Between)
  | { readonly reply: Reply }
  | { readonly sent: Sent }
  /** A line was typed at somebody's console while the session stood in that state: of a letter, say. */
  | { readonly written: Written }
  /** Each after the one before. */
  | { readonly order: readonly Predicate[] }
  | { readonly never: Predicate }
  /** Now, in the mailbox: what DELE marks is still there. */
  | { readonly stored: Stored }
  | { readonly absent: Stored }
  /** Now, on somebody's laptop or phone. */
  | { readonly device: Held }
  | { readonly offDevice: Held }
  | { readonly clicked: Clicked }
  /** `pop3/transaction`: a session has stood there. */
  | ({ readonly state: string } & Between)
  /** `smtp/content`: a session stands there now. */
  | { readonly now: string }
  /** Somebody called there. */
  | { readonly dialled: Dialled }
  /** Somebody asked the DNS. */
  | { readonly dns: Asked }
  /** A letter in a server's queue has come to this. */
  | { readonly queue: Queueing }
  /** A connection to this host was secured; `*`: to any. */
  | { readonly tls: string }
  /** These octets crossed a wire readably, plain or in base64. */
  | { readonly leak: string }
  | { readonly wire: OnWire }
  | { readonly cost: Cost }
  /** The learner's answer to this question of the step is right. */
  | { readonly answer: string }
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate };

/** Why a predicate does not hold yet, as data; words are a catalogue's. */
export type Why =
  | {
      readonly kind: 'outcome';
      readonly protocol: string;
      readonly trigger: string;
      readonly outcome: string;
      /** The host that is to be called, and the machine that is to call; '': any. */
      readonly on: string;
      readonly by: string;
      /** Of the declaration: when the wanted outcome is taken; '' where it always is. */
      readonly when: string;
      /** What the same command came to, the last time; undefined: it was not tried. */
      readonly last: Tried | undefined;
    }
  | { readonly kind: 'reply'; readonly to: string; readonly status: string; readonly code: string }
  | { readonly kind: 'sent'; readonly verb: string }
  | { readonly kind: 'written' }
  | { readonly kind: 'never'; readonly event: number }
  | {
      readonly kind: 'stored';
      readonly mailbox: string;
      /** -1: one or more. */
      readonly wanted: number;
      readonly found: number;
      /** Any letter will not do. */
      readonly like: boolean;
    }
  | { readonly kind: 'absent'; readonly mailbox: string; readonly found: number }
  | {
      readonly kind: 'device';
      readonly on: string;
      /** -1: one or more. */
      readonly wanted: number;
      readonly found: number;
      readonly like: boolean;
    }
  | { readonly kind: 'offDevice'; readonly on: string; readonly found: number }
  | { readonly kind: 'clicked'; readonly does: string; readonly on: string }
  | {
      readonly kind: 'state';
      /** Its title. */
      readonly protocol: string;
      readonly wanted: StateTitle;
      /** Undefined: no session has begun. */
      readonly now: StateTitle | undefined;
    }
  | { readonly kind: 'now'; readonly wanted: StateTitle }
  | { readonly kind: 'dialled'; readonly to: string; readonly port: number }
  | { readonly kind: 'queue'; readonly comes: QueueFact['type']; readonly on: string }
  | { readonly kind: 'dns'; readonly name: string; readonly type: string }
  | { readonly kind: 'tls'; readonly host: string }
  | { readonly kind: 'leak' }
  | { readonly kind: 'wire' }
  | {
      readonly kind: 'cost';
      readonly of: 'received' | 'commands';
      readonly limit: number;
      readonly spent: number;
    }
  | { readonly kind: 'answer'; readonly question: string; readonly given: boolean }
  /** One of these would do. */
  | { readonly kind: 'any'; readonly of: readonly Why[] }
  | { readonly kind: 'not' };
export interface StateTitle {
  readonly name: string;
  readonly title: string;
}
export interface Tried {
  readonly outcome: string;
  /** Of the declaration: when this outcome is taken. */
  readonly when: string;
  /** It was no refusal, or just the wanted outcome: another line is asked for, or another end of it. */
  readonly elsewhere: boolean;
  /** Index in the trace. */
  readonly event: number;
}
