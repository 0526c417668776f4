import type { Host } from '../../../host/host.ts';
import type { Mission } from '../../../host/errand.ts';
import type { QueueFact } from '../../../host/spool.ts';
import type { ClientSignals } from '../../../spec/machine.ts';
import { vocabulary } from '../../../spec/vocabulary.ts';

/** One letter being handed over. Recipients are places in its envelope. */
export interface Transaction {
  /** Named, or to be named, and not answered yet. */
  readonly left: readonly number[];
  /** Accepted. */
  readonly taken: readonly number[];
  /** RCPT and DATA have gone out already, behind MAIL (RFC 2920). */
  readonly ahead: boolean;
}
/** The client's side of SMTP: what it hears are replies, what it says are commands. */
export interface Sending {
  readonly states: {
    readonly connecting: {};
    readonly greeting: {};
    readonly hello: {};
    /** HELO, since EHLO was not understood. */
    readonly oldHello: {};
    readonly starting: {};
    readonly securing: {};
    readonly proving: {};
    readonly sender: Transaction;
    readonly recipients: Transaction;
    /** The sender is refused, but more commands were sent behind it: so many replies are still to come. */
    readonly draining: { readonly replies: number };
    readonly asking: Transaction;
    readonly letter: Transaction;
    readonly leaving: {};
  };
  readonly session: {
    readonly mission: Mission;
    readonly tls: boolean;
    /** What EHLO was answered with: parameters by keyword; none after HELO. */
    readonly offers: Readonly<Record<string, readonly string[]>>;
    /** Recipients of whom nothing was said yet, or who have to wait for another transaction. */
    readonly open: readonly number[];
  };
  readonly host: Host;
  readonly signals: ClientSignals;
  readonly effect: never;
  readonly fact: QueueFact;
  readonly traits: {};
}
export const { command, signal } = vocabulary<Sending>();
