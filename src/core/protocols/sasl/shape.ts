import type { Rfc } from '../../base/ids.ts';
import type { Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';
import { lines, nothing, type Framing } from '../../wire/framing.ts';

/** Every mechanism ends in one of these; what comes before is its own. */
export interface Verdicts {
  readonly granted: { readonly user: string };
  readonly refused: {};
  /** Not what this mechanism's grammar allows. */
  readonly malformed: {};
}
/** What a mechanism knows of the session it is used in. */
export interface Challenging {
  readonly tls: boolean;
  /** How many challenges were sent: no two are alike. */
  readonly challenges: number;
}
/** Every mechanism begins in `start`. */
export interface Sasl<S extends { readonly start: {} }> {
  readonly states: S & Verdicts;
  readonly session: Challenging;
  readonly host: Host;
  readonly signals: {
    /** The exchange has begun without a word of the client's. Listened to: the server may speak first. */
    readonly begin: null;
    /** A response, decoded. Listened to in `start`: the client may speak first (RFC 4422 §5, 2a). */
    readonly message: Octets;
  };
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
/** What every state before them has in common. */
export const listening = (title: string, rfc: Rfc) =>
  ({ title, rfc, reads: lines(12_288, '4954#4'), as: 'message' }) as const;
