import type { Octets } from '../../base/octets.ts';
import type { Micros } from '../../base/time.ts';
import type { Host } from '../../host/host.ts';
import type { Envelope, QueueFact } from '../../host/spool.ts';
import type { Happening, Insecure, WorldSignals } from '../../spec/machine.ts';
import type { DialogueFact } from '../../spec/nest.ts';
import type { In } from '../../spec/take.ts';
import { vocabulary } from '../../spec/vocabulary.ts';
import type { StoreFact } from '../../store/mailbox.ts';
import type { Exchange } from '../sasl/exchange.ts';

/** What a server is there for: mail for its own domain from anybody, or mail to anywhere from its own users (RFC 6409). */
export type Role = 'mx' | 'submission' | 'lmtp';

export interface Smtp {
  readonly states: {
    readonly connected: {};
    /** Not in a hurry to greet. */
    readonly hesitating: { readonly delay: Micros };
    readonly greeted: {};
    readonly ready: {};
    readonly mail: { readonly envelope: Envelope };
    readonly recipients: { readonly envelope: Envelope };
    readonly content: { readonly envelope: Envelope };
    readonly chunk: {
      readonly envelope: Envelope;
      readonly body: Octets;
      readonly size: number;
      readonly last: boolean;
    };
    readonly chunked: { readonly envelope: Envelope; readonly body: Octets };
    /** A chunk nobody wants is on its way. */
    readonly skipping: {
      readonly size: number;
      readonly last: boolean;
      readonly back: In<Smtp, Unwanted>;
    };
    /** A transaction has failed half-way: RSET ends it (RFC 3030 §2). `replies`: how many its end is answered with. */
    readonly failed: { readonly replies: number };
    readonly authenticating: { readonly exchange: Exchange };
    readonly securing: {};
    /** The letter is taken, and looked into before this host says so. */
    readonly scanning: { readonly id: string; readonly delay: Micros };
    /** The letter is taken, and nobody says so. */
    readonly mute: {};
  };
  readonly session: {
    readonly role: Role;
    /** The client's address. */
    readonly peer: string;
    readonly tls: boolean;
    /** EHLO was said, not HELO. */
    readonly esmtp: boolean;
    /** When EHLO was said, in Unix seconds: what it has promised does not move. */
    readonly since: number;
    /** Replies carry enhanced status codes (RFC 2034). */
    readonly enhanced: boolean;
    /** What the client calls itself. */
    readonly client: string;
    /** Who has logged in; '' nobody. */
    readonly user: string;
    /** Replies may have other letters than ASCII (RFC 6531 §3.7.4). */
    readonly utf8: boolean;
    /** Of SASL: how many were sent. */
    readonly challenges: number;
    /** How many envelopes were opened. */
    readonly transactions: number;
  };
  readonly host: Host;
  readonly signals: WorldSignals & {
    readonly idle: Happening;
    readonly greet: Happening;
    readonly scanned: Happening;
    readonly content: Octets;
    readonly tooMuch: Octets;
    readonly chunk: Octets;
    readonly response: Octets;
    readonly insecure: Insecure;
    readonly dropped: Octets;
  };
  readonly effect: never;
  readonly fact: StoreFact | QueueFact | DialogueFact;
  readonly traits: {
    /** Nothing may be sent after it before its reply is there (RFC 2920 §3.1). */
    readonly endsGroup: boolean;
  };
}
/** Where BDAT is answered with 503, its octets swallowed. */
type Unwanted = 'greeted' | 'ready' | 'mail' | 'failed';

export const { command, signal, parameter } = vocabulary<Smtp>();

/** The verb a session begins with (RFC 2033 §4.1). */
export const helloOf = ({ role }: Pick<Smtp['session'], 'role'>): string =>
  role === 'lmtp' ? 'LHLO' : 'EHLO';
/** Where commands are heard. */
export const anywhere = ['greeted', 'ready', 'mail', 'recipients', 'chunked', 'failed'] as const;
