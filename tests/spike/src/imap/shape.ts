import type { Octets } from '../../../../src/core/base/octets.ts';
import type { Host, HostFact } from '../host.ts';
import type { WorldSignals } from '../../../../src/core/spec/machine.ts';
import type { Step } from '../../../../src/core/spec/nest.ts';
import { vocabulary } from '../../../../src/core/spec/protocol.ts';
import type { Rows } from '../../../../src/core/store/rows.ts';
import type { Exchange } from '../sasl/exchange.ts';

export interface Selected {
  readonly mailbox: string;
  readonly view: Rows;
}
export interface Imap {
  readonly states: {
    readonly connected: {};
    readonly notAuthenticated: {};
    readonly authenticating: { readonly exchange: Exchange };
    readonly authenticated: {};
    readonly selected: Selected;
    readonly idling: { readonly from: 'authenticated' } | ({ readonly from: 'selected' } & Selected);
  };
  readonly session: { readonly user: string };
  readonly host: Host;
  readonly signals: WorldSignals & {
    readonly response: Octets;
    readonly done: Octets;
    readonly literal: { readonly size: number; readonly sync: boolean };
  };
  readonly effect: never;
  readonly fact: HostFact | Step['fact'];
  readonly traits: { readonly mayExpunge: boolean; readonly uid: boolean };
}
export const { command, signal } = vocabulary<Imap>();
export const loggedIn = ['authenticated', 'selected'] as const;
export const anywhere = ['notAuthenticated', ...loggedIn] as const;
