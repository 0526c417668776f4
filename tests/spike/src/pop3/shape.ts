import type { Octets } from '../../../../src/core/base/octets.ts';
import type { WorldSignals } from '../../../../src/core/spec/machine.ts';
import type { Step } from '../../../../src/core/spec/nest.ts';
import { vocabulary } from '../../../../src/core/spec/protocol.ts';
import type { Rows } from '../../../../src/core/store/rows.ts';
import type { Host, HostFact } from '../host.ts';
import type { Exchange } from '../sasl/exchange.ts';

export interface Drop {
  readonly mailbox: string;
  readonly rows: Rows;
  readonly octets: number;
}
export interface Pop3 {
  readonly states: {
    readonly connected: {};
    readonly authorization: { readonly user?: string };
    readonly authenticating: { readonly exchange: Exchange };
    readonly transaction: { readonly drop: Drop; readonly deleted: readonly number[] };
  };
  readonly session: {};
  readonly host: Host;
  readonly signals: WorldSignals & { readonly response: Octets };
  readonly effect: never;
  readonly fact: HostFact | Step['fact'];
  readonly traits: {};
}
export const { command, signal } = vocabulary<Pop3>();
