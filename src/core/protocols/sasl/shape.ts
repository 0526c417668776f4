import type { Rfc } from '../../base/ids.ts';
import type { Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';
import { nothing, type Framing } from '../../wire/framing.ts';

/** Every mechanism ends in one of these; what comes before is its own. */
export interface Verdicts {
  readonly granted: { readonly user: string };
  readonly refused: {};
  /** Not what this mechanism's grammar allows. */
  readonly malformed: {};
}
export interface Sasl<S extends object> {
  readonly states: S & Verdicts;
  readonly session: {};
  readonly host: Host;
  readonly signals: { readonly message: Octets };
  readonly effect: never;
  readonly fact: never;
  readonly traits: {};
}
interface Verdict {
  readonly title: string;
  readonly rfc: Rfc;
  readonly reads: Framing;
}
export const verdicts: Readonly<Record<keyof Verdicts, Verdict>> = {
  granted: { title: 'Granted', rfc: '4422#3.6', reads: nothing },
  refused: { title: 'Refused', rfc: '4422#3.6', reads: nothing },
  malformed: { title: 'Not understood', rfc: '4422#3.6', reads: nothing },
};
