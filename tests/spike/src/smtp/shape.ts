import type { Question } from '../../../../src/core/base/dns.ts';
import type { Octets } from '../../../../src/core/base/octets.ts';
import type { Host, HostFact } from '../host.ts';
import type { Given } from '../../../../src/core/spec/grammar.ts';
import type { Effect, WorldSignals } from '../../../../src/core/spec/machine.ts';
import type { Step } from '../../../../src/core/spec/nest.ts';
import { vocabulary, type In } from '../../../../src/core/spec/protocol.ts';
import type { Exchange } from '../sasl/exchange.ts';

export interface Envelope {
  readonly from: string;
  readonly given: Given;
  readonly to: readonly string[];
}
export interface Smtp {
  readonly states: {
    readonly connected: {};
    readonly greeted: {};
    readonly ready: {};
    readonly checking: { readonly envelope: Envelope };
    readonly mail: { readonly envelope: Envelope };
    readonly recipients: { readonly envelope: Envelope };
    readonly content: { readonly envelope: Envelope };
    readonly chunk: {
      readonly envelope: Envelope;
      readonly body: Octets;
      readonly size: number;
      readonly last: boolean;
    };
    readonly skipping: { readonly size: number; readonly back: In<Smtp, 'greeted' | 'ready' | 'mail'> };
    readonly chunked: { readonly envelope: Envelope; readonly body: Octets };
    readonly authenticating: { readonly exchange: Exchange };
    readonly securing: {};
  };
  readonly session: {
    readonly client: string;
    readonly esmtp: boolean;
    readonly tls: boolean;
    readonly user: string;
  };
  readonly host: Host;
  readonly signals: WorldSignals & {
    readonly content: Octets;
    readonly chunk: Octets;
    readonly response: Octets;
    readonly idle: unknown;
  };
  readonly effect:
    | { readonly type: 'resolve'; readonly question: Question }
    | (Effect & { readonly type: 'connect' });
  readonly fact: HostFact | Step['fact'];
  readonly traits: { readonly endsGroup: boolean }; // must be the last of a pipelined group
}
export const { command, signal, parameter } = vocabulary<Smtp>();
/** Everywhere a command may be typed. */
export const anywhere = ['greeted', 'ready', 'mail', 'recipients', 'chunked'] as const;
