import type { Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';
import type { Happening, Insecure, WorldSignals } from '../../spec/machine.ts';
import type { DialogueFact } from '../../spec/nest.ts';
import { vocabulary } from '../../spec/vocabulary.ts';
import type { StoreFact } from '../../store/mailbox.ts';
import type { Exchange } from '../sasl/exchange.ts';
import type { Challenging } from '../sasl/shape.ts';
import type { Maildrop } from './maildrop.ts';

export interface Pop3 {
  readonly states: {
    readonly connected: {};
    readonly authorization: {};
    /** USER was said: PASS may follow, and nothing else may come between (RFC 1939 §7). */
    readonly named: { readonly user: string };
    readonly authenticating: { readonly exchange: Exchange };
    readonly securing: {};
    readonly transaction: Maildrop;
  };
  readonly session: Challenging & {
    /** Of the greeting: what an APOP digest is made of (RFC 1939 §7). */
    readonly timestamp: string;
    /** Whose maildrop is open; '' before login. */
    readonly user: string;
    /** UTF8 was said: headers may go out in UTF-8 (RFC 6856 §2.1). */
    readonly utf8: boolean;
    /** Lines that begin with a dot go out as they are: a bug of this host (RFC 1939 §3). */
    readonly plainDots: boolean;
  };
  readonly host: Host;
  readonly signals: WorldSignals & {
    readonly idle: Happening;
    readonly response: Octets;
    readonly insecure: Insecure;
    readonly dropped: Octets;
  };
  readonly effect: never;
  readonly fact: StoreFact | DialogueFact;
  readonly traits: {};
}
export const { command, signal } = vocabulary<Pop3>();
