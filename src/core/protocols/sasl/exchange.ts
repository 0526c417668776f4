// What every protocol does alike around a mechanism: find it, decode, ask, and read the verdict.
import { decode64, encode64 } from '../../base/base64.ts';
import type { Octets } from '../../base/octets.ts';
import { converse, type Converse, type DialogueFact, type Held } from '../../spec/nest.ts';
import type { Cx, Shape } from '../../spec/protocol.ts';
import { plain } from './plain.ts';

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
  /** `malformed`: not what the mechanism allows; `undecodable`: not even base64. */
  | { readonly is: 'refused' | 'malformed' | 'undecodable'; readonly facts: Facts };
type Asking = Omit<Cx<Shape>, 'at' | 'state'>;

/** Every mechanism there is: what the tests read to know what must be covered. */
export const dialogues = [plain] as const;
const MECHANISMS: ReadonlyMap<string, Converse> = new Map(dialogues.map((it) => [it.title, converse(it)]));
export const mechanisms: readonly string[] = [...MECHANISMS.keys()];
const NO_FACTS: Facts = [];

/** AUTH is said; `initial` is the response that came with it, `=` for an empty one (RFC 4422 §4). */
export function begin(mechanism: string, initial: string | undefined, cx: Asking): Verdict | 'unknown' {
  const name = mechanism.toUpperCase();
  if (!MECHANISMS.has(name)) return 'unknown';
  const exchange: Exchange = { mechanism: name, at: { name: 'start', data: {} } };
  if (initial === undefined) return { is: 'challenge', challenge: '', exchange, facts: NO_FACTS };
  return hear(exchange, initial === '=' ? '' : initial, cx);
}
/** A line of the client's, in the middle of an exchange. */
export const answer = (exchange: Exchange, line: Octets, cx: Asking): Verdict | 'cancelled' =>
  line === '*' ? 'cancelled' : hear(exchange, line, cx);

function hear({ mechanism, at }: Exchange, line: Octets, cx: Asking): Verdict {
  const message = decode64(line);
  const ask = MECHANISMS.get(mechanism);
  if (message === undefined || !ask) return { is: 'undecodable', facts: NO_FACTS };
  const step = ask(at, 'message', message, cx);
  const facts = [step.fact];
  if (step.at.name === 'granted') return { is: 'granted', user: userOf(step.at.data), facts };
  if (step.at.name === 'refused' || step.at.name === 'malformed') return { is: step.at.name, facts };
  return { is: 'challenge', challenge: encode64(step.says), exchange: { mechanism, at: step.at }, facts };
}
const userOf = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'user' in data && typeof data.user === 'string'
    ? data.user
    : '';
