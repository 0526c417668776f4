// What may be typed now, and for what may not: what would unlock it.
import type { Rfc } from '../base/ids.ts';
import { isNever } from './adverts.ts';
import { commandsOf } from './compile.ts';
import type { Protocol } from './protocol.ts';
import type { Shape } from './take.ts';
import type { Session } from './turn.ts';
import { isHeard, offers, spotsFrom, type Known, type Spot } from './ways.ts';

/** Where a session is and on which host: what a reader of a declaration needs to know. */
export interface Place<P extends Shape> {
  readonly session: Pick<Session<P>, 'at' | 'session'> & Partial<Pick<Session<P>, 'reading'>>;
  readonly host: P['host'];
}
export type Why =
  /** Not now: not in this state, or something comes first. `unlock`: the ways there, the usual one first, each as verbs in order. */
  | {
      readonly kind: 'state';
      readonly state: string;
      readonly unlock: readonly (readonly string[])[];
      /** The verb that begins TLS, without which there is none of these ways. */
      readonly secure: string | undefined;
    }
  /** Legal in this state, but this host does not offer it at the moment. `secure`: it would after this verb, over TLS. */
  | {
      readonly kind: 'notOffered';
      readonly by: string;
      readonly secure: string | undefined;
      /** What has to be said again after it. */
      readonly unlock: readonly (readonly string[])[];
    }
  /** This host does not know it. */
  | { readonly kind: 'unknown' };
export interface LegalVerb {
  readonly verb: string;
  readonly usage: string;
  readonly summary: string;
  readonly rfc: Rfc;
  /** The extension that brings it. */
  readonly by: string | undefined;
  /** Undefined: it is legal. */
  readonly why: Why | undefined;
  /** Nothing this session may still do makes it legal: it is for another port, or out of use. */
  readonly never: boolean;
}
const MOST_WAYS = 3;

interface Kept {
  readonly session: unknown;
  readonly host: unknown;
  readonly verbs: readonly LegalVerb[];
}
/** By where a session stands: while a line is being typed it is asked for with every key. */
const kept = new WeakMap<object, Kept>();
/** Every verb this host knows, the legal ones first, else in the order of the declaration. */
export function legalNow<P extends Shape>(p: Protocol<P>, place: Place<P>): readonly LegalVerb[] {
  const { at, session } = place.session;
  const known = kept.get(at);
  if (known?.session === session && known.host === place.host) return known.verbs;
  const verbs = legalIn(p, place);
  kept.set(at, { session, host: place.host, verbs });
  return verbs;
}
function legalIn<P extends Shape>(p: Protocol<P>, place: Place<P>): readonly LegalVerb[] {
  const { session, host } = place;
  const known = commandsOf(p).filter(({ of }) => of?.enabled?.(host) !== false);
  const here: Spot<P> = {
    at: session.at,
    session: session.session,
    verbs: [],
    secure: undefined,
    made: undefined,
  };
  const spots = spotsFrom(p, here, host);
  const verbs = known.map((one): LegalVerb => {
    const { rule, of } = one;
    const { verb, summary, rfc } = rule;
    const why = isHeard(one, here, host) ? undefined : whyNot(p, one, { here, host, spots });
    const usage = `${verb} ${rule.args.usage}`.trim();
    const never = isNever(p, rule, session.session, host);
    return { verb, usage, summary, rfc, by: of?.keyword, why, never };
  });
  return [...verbs.filter(({ why }) => !why), ...verbs.filter(({ why }) => why)];
}
interface Ahead<P extends Shape> {
  readonly here: Spot<P>;
  readonly host: P['host'];
  readonly spots: readonly Spot<P>[];
}
function whyNot<P extends Shape>(p: Protocol<P>, one: Known<P>, { here, host, spots }: Ahead<P>): Why {
  const { rule, of } = one;
  const state = here.at.name;
  const all = waysAmong(spots.filter((spot) => isHeard(one, spot, host)));
  // TLS is named first only where nothing goes on without it
  const plain = all.filter(({ secure }) => secure === undefined);
  const ways = plain.length > 0 ? plain : all;
  const secure = ways[0]?.secure;
  const unlock = inOrder(
    ways.map(({ verbs }) => verbs),
    p.usual ?? [],
  ).slice(0, MOST_WAYS);
  const isPlace = rule.from.some((name) => name === state) && !offers(one, here, host);
  if (isPlace && (secure !== undefined || unlock.length === 0))
    return {
      kind: 'notOffered',
      by: of?.keyword ?? rule.verb,
      secure,
      unlock: unlock.filter((way) => way.length > 0),
    };
  return { kind: 'state', state, unlock, secure };
}
/** A longer way that ends with a verb that would do by itself is no way, nor is one that goes on where another has arrived. */
function waysAmong<P extends Shape>(spots: readonly Spot<P>[]): readonly Spot<P>[] {
  const found: Spot<P>[] = [];
  const arrived: (readonly string[])[] = [];
  for (const spot of spots) {
    const verbs = pathOf(spot);
    if (arrived.some((way) => way.every((verb, i) => verb === verbs[i]))) continue;
    if (!arrived.some((way) => way.at(-1) === verbs.at(-1))) found.push(spot);
    arrived.push(verbs);
  }
  return found;
}
const pathOf = <P extends Shape>({ verbs, secure }: Spot<P>): readonly string[] =>
  secure === undefined ? verbs : [secure, ...verbs];
/** What most people would do first; else as they were found, the shortest first. */
function inOrder(
  ways: readonly (readonly string[])[],
  usual: readonly string[],
): readonly (readonly string[])[] {
  const isUsual = (way: readonly string[]): boolean => way.every((verb) => usual.includes(verb));
  return [...ways.filter(isUsual), ...ways.filter((way) => !isUsual(way))];
}
