import type { Octets } from '../../../../src/core/base/octets.ts';
import type { Host } from '../host.ts';
import type { Rfc } from '../../../../src/core/base/ids.ts';
import { nothing, type Framing } from '../../../../src/core/wire/framing.ts';

/** Every mechanism ends in one of these two; what comes before is its own. */
export interface Verdicts {
  readonly granted: { readonly user: string };
  readonly refused: {};
}
export interface Sasl<S extends object> {
  readonly states: S & Verdicts;
  readonly session: {};
  readonly host: Host;
  readonly effect: never;
  readonly fact: never;
  readonly traits: {};
  readonly signals: { readonly message: Octets };
}
export const verdicts: Readonly<
  Record<keyof Verdicts, { readonly title: string; readonly rfc: Rfc; readonly reads: Framing }>
> = {
  granted: { title: 'Granted', rfc: '4422#3.6', reads: nothing },
  refused: { title: 'Refused', rfc: '4422#3.6', reads: nothing },
};
