import type { Octets } from '../../base/octets.ts';
import type { Micros } from '../../base/time.ts';
import type { Host } from '../../host/host.ts';
import type { Happening, Insecure, WorldSignals } from '../../spec/machine.ts';
import type { DialogueFact } from '../../spec/nest.ts';
import { vocabulary } from '../../spec/vocabulary.ts';
import type { StoreFact } from '../../store/mailbox.ts';
import type { Exchange } from '../sasl/exchange.ts';
import type { Challenging } from '../sasl/shape.ts';
import type { Selected } from './selected.ts';

export interface Imap {
  readonly states: {
    readonly connected: {};
    readonly notAuthenticated: {};
    readonly authenticating: { readonly exchange: Exchange };
    readonly securing: {};
    readonly authenticated: {};
    readonly selected: Selected;
    /** `selected`: the mailbox that was open when IDLE was said, or none. */
    readonly idling: { readonly selected: Selected | null };
  };
  readonly session: Challenging & {
    /** Who has logged in; '' nobody. */
    readonly user: string;
    /** IMAP4rev2 was enabled (RFC 9051 Appendix A). */
    readonly rev2: boolean;
    /** Modification sequences are told from now on (RFC 7162 §3.1). */
    readonly condstore: boolean;
    /** VANISHED instead of EXPUNGE (RFC 7162 §3.2.3). */
    readonly qresync: boolean;
    /** `/` and `.` change places in names of mailboxes: the host separates levels otherwise than its store. */
    readonly swaps: boolean;
    /** How long silence is borne after a login. */
    readonly patience: Micros;
  };
  readonly host: Host;
  readonly signals: WorldSignals & {
    readonly idle: Happening;
    readonly response: Octets;
    readonly insecure: Insecure;
    readonly dropped: Octets;
    /** So many octets are announced; `head` is how the command begins, and `length` what there is of it. */
    readonly literal: {
      readonly head: Octets;
      readonly length: number;
      readonly size: number;
      readonly sync: boolean;
    };
    /** A line while idling. */
    readonly done: Octets;
  };
  readonly effect: never;
  readonly fact: StoreFact | DialogueFact;
  readonly traits: {
    /** Messages that are gone may be told of in its answer (RFC 9051 §7.5.1). */
    readonly mayExpunge: boolean;
    /** Whatever is told of a message in its answer names its UID (RFC 9051 §6.4.9). */
    readonly uid: boolean;
  };
}
export const { command, signal } = vocabulary<Imap>();

/** Whoever has logged in. */
export const loggedIn = ['authenticated', 'selected'] as const;
/** Of a command that names messages by their UIDs: numbers may change while it is answered (RFC 9051 §7.5.1). */
export const byUid: Partial<Imap['traits']> = { mayExpunge: true, uid: true };
/** Where commands are heard. */
export const anywhere = ['notAuthenticated', ...loggedIn] as const;

/** A client that speaks of modification sequences is told of them from then on. */
export const withCondstore = (session: Imap['session']): Imap['session'] =>
  session.condstore ? session : { ...session, condstore: true };
