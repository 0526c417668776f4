// What every protocol does alike around a mechanism: find it, decode, ask, and read the verdict.
import { decode64, encode64 } from '../../base/base64.ts';
import type { Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';
import type { DialogueFact, Held, Step } from '../../spec/nest.ts';
import type { Cx } from '../../spec/protocol.ts';
import type { Shape } from '../../spec/take.ts';
import { MECHANISMS, standingOf } from './mechanisms.ts';
import type { Challenging } from './shape.ts';

/** Where an exchange stands, between two lines. Plain data. */
export interface Exchange {
  readonly mechanism: string;
  readonly at: Held;
}
type Facts = readonly DialogueFact[];
/** What a line led to. */
export type Verdict =
  | {
      readonly is: 'challenge';
      /** In base64, as every protocol sends it. */
      readonly challenge: string;
      readonly exchange: Exchange;
      readonly facts: Facts;
    }
  | { readonly is: 'granted'; readonly user: string; readonly facts: Facts }
  | {
      /** `malformed`: not what the mechanism allows; `undecodable`: not even base64; `exposed`: not without TLS. */
      readonly is: 'refused' | 'malformed' | 'undecodable' | 'exposed';
      readonly facts: Facts;
    };
/** What a mechanism may look at. Whoever sends a challenge counts it. */
export interface Asking extends Omit<Cx<Shape>, 'at' | 'state' | 'session' | 'host'> {
  readonly session: Challenging;
  readonly host: Host;
}
const NO_FACTS: Facts = [];
const no = (is: 'undecodable' | 'exposed'): Verdict => ({ is, facts: NO_FACTS });

/** AUTH is said; `initial` is the response that came with it, `=` for an empty one (RFC 4422 §4). `uninvited`: the server speaks first. */
export function begin(
  mechanism: string,
  initial: string | undefined,
  cx: Asking,
): Verdict | 'unknown' | 'uninvited' {
  const name = mechanism.toUpperCase();
  const known = MECHANISMS.get(name);
  const standing = standingOf(cx, name);
  if (!known || standing === 'unknown') return 'unknown';
  if (standing === 'exposed') return no('exposed');
  const exchange: Exchange = { mechanism: name, at: { name: 'start', data: {} } };
  if (initial !== undefined)
    return known.client ? hear(exchange, initial === '=' ? '' : initial, cx) : 'uninvited';
  if (known.server) return read(name, known.converse(exchange.at, 'begin', null, cx));
  return { is: 'challenge', challenge: '', exchange, facts: NO_FACTS };
}
/** A line of the client's, in the middle of an exchange. */
export function answer(exchange: Exchange, line: Octets, cx: Asking): Verdict | 'cancelled' {
  if (line === CANCEL) return 'cancelled';
  return standingOf(cx, exchange.mechanism) === 'offered' ? hear(exchange, line, cx) : no('exposed');
}
/** Ends an exchange, whatever the mechanism (RFC 4954 §4, RFC 5034 §4, RFC 9051 §6.2.2). */
const CANCEL = '*';
/** Is this line of the client's a credential? */
export const saysSecret = ({ mechanism, at }: Exchange, line: Octets): boolean =>
  line !== CANCEL && MECHANISMS.get(mechanism)?.secret.has(at.name) === true;

function hear({ mechanism, at }: Exchange, line: Octets, cx: Asking): Verdict {
  const message = decode64(line);
  const known = MECHANISMS.get(mechanism);
  if (message === undefined || !known) return no('undecodable');
  return read(mechanism, known.converse(at, 'message', message, cx));
}
function read(mechanism: string, { at, says, fact }: Step): Verdict {
  const facts = [fact];
  if (at.name === 'granted') return { is: 'granted', user: userOf(at.data), facts };
  if (at.name === 'refused' || at.name === 'malformed') return { is: at.name, facts };
  return { is: 'challenge', challenge: encode64(says), exchange: { mechanism, at }, facts };
}
const userOf = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'user' in data && typeof data.user === 'string'
    ? data.user
    : '';
