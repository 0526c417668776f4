// What SMTP, POP3 and IMAP do alike around a mechanism: find it, decode, ask, and read the verdict.
import { decode64, encode64 } from '../../../../src/core/base/base64.ts';
import type { Cx, Shape, Taken } from '../../../../src/core/spec/protocol.ts';
import { converse, type Converse, type Held, type Step } from '../../../../src/core/spec/nest.ts';
import { plain } from './plain.ts';
import { scram } from './scram.ts';

export interface Exchange {
  readonly mechanism: string;
  readonly at: Held;
}
const MECHANISMS: ReadonlyMap<string, Converse> = new Map([
  [plain.title, converse(plain)],
  [scram.title, converse(scram)],
]);
export const mechanisms: readonly string[] = [...MECHANISMS.keys()];
export type Verdict =
  | {
      readonly is: 'challenge';
      readonly challenge: string;
      readonly exchange: Exchange;
      readonly facts: readonly Step['fact'][];
    }
  | { readonly is: 'granted'; readonly user: string; readonly facts: readonly Step['fact'][] }
  | {
      readonly is: 'refused' | 'malformed' | 'cancelled' | 'unknown';
      readonly facts: readonly Step['fact'][];
    };
type Asking = Omit<Cx<Shape>, 'at' | 'state'>;

export function begin(mechanism: string, initial: string | undefined, cx: Asking): Verdict {
  const name = mechanism.toUpperCase();
  if (!MECHANISMS.has(name)) return { is: 'unknown', facts: [] };
  const exchange: Exchange = { mechanism: name, at: { name: 'start', data: {} } };
  if (initial === undefined) return { is: 'challenge', challenge: '', exchange, facts: [] };
  return answer(exchange, initial === '=' ? '' : initial, cx);
}
export function answer({ mechanism, at }: Exchange, line: string, cx: Asking): Verdict {
  if (line === '*') return { is: 'cancelled', facts: [] };
  const message = decode64(line);
  const ask = MECHANISMS.get(mechanism);
  if (message === undefined || !ask) return { is: 'malformed', facts: [] };
  const step = ask(at, 'message', message, cx);
  const facts = [step.fact];
  if (step.at.name === 'granted')
    return { is: 'granted', user: (step.at.data as { user: string }).user, facts };
  if (step.at.name === 'refused') return { is: 'refused', facts };
  return { is: 'challenge', challenge: encode64(step.says), exchange: { mechanism, at: step.at }, facts };
}

/** The six outcomes every host protocol declares for itself, in its own words and states. */
export interface Concluding {
  readonly challenge: (
    args: { readonly challenge: string },
    move: { readonly state: { readonly exchange: Exchange }; readonly facts: readonly Step['fact'][] },
  ) => Taken;
  readonly granted: (
    args: { readonly user: string },
    move: { readonly session: { readonly user: string }; readonly facts: readonly Step['fact'][] },
  ) => Taken;
  readonly refused: Plainly;
  readonly malformed: Plainly;
  readonly cancelled: Plainly;
  readonly unknown: Plainly;
}
type Plainly = (move: { readonly facts: readonly Step['fact'][] }) => Taken;
export function conclude(v: Verdict, take: Concluding): Taken {
  if (v.is === 'challenge') return take.challenge(v, { state: v, facts: v.facts });
  if (v.is === 'granted') return take.granted(v, { session: { user: v.user }, facts: v.facts });
  return take[v.is](v);
}
