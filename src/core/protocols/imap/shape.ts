import type { Octets } from '../../base/octets.ts';
import type { Micros } from '../../base/time.ts';
import type { Host } from '../../host/host.ts';
import type { Happening, Insecure, WorldSignals } from '../../spec/machine.ts';
import type { DialogueFact } from '../../spec/nest.ts';
import { vocabulary } from '../../spec/protocol.ts';
import type { StoreFact } from '../../store/mailbox.ts';
import type { Exchange } from '../sasl/exchange.ts';
import type { Challenging } from '../sasl/shape.ts';

export interface Imap {
  readonly states: {
    readonly connected: {};
    readonly notAuthenticated: {};
    readonly authenticating: { readonly exchange: Exchange };
    readonly securing: {};
    readonly authenticated: {};
  };
  readonly session: Challenging & {
    /** Who has logged in; '' nobody. */
    readonly user: string;
    /** IMAP4rev2 was enabled (RFC 9051 Appendix A). */
    readonly rev2: boolean;
    /** How long silence is borne after a login. */
    readonly patience: Micros;
  };
  readonly host: Host;
  readonly signals: WorldSignals & {
    readonly idle: Happening;
    readonly response: Octets;
    readonly insecure: Insecure;
    /** So many octets are announced; `text` is what came before them. */
    readonly literal: { readonly text: Octets; readonly size: number; readonly sync: boolean };
  };
  readonly effect: never;
  readonly fact: StoreFact | DialogueFact;
  readonly traits: {
    /** Messages that are gone may be told of in its answer (RFC 9051 §7.5.1). */
    readonly mayExpunge: boolean;
  };
}
export const { command, signal } = vocabulary<Imap>();

/** Where commands are heard. */
export const anywhere = ['notAuthenticated', 'authenticated'] as const;
/** Whoever has been told who the client is. */
export const loggedIn = ['authenticated'] as const;
