// What may be typed now, and for what may not: what would unlock it.
import type { Rfc } from '../base/ids.ts';
import { commandsOf } from './compile.ts';
import { edges, type DrawnEdge } from './diagram.ts';
import type { Extension, Protocol, Shape } from './protocol.ts';
import type { Session } from './turn.ts';

/** Where a session is and on which host: what a reader of a declaration needs to know. */
export interface Place<P extends Shape> {
  readonly session: Pick<Session<P>, 'at' | 'session'>;
  readonly host: P['host'];
}
export type Why =
  /** Not in this state. `unlock`: the shortest ways there, each as verbs in order. */
  | { readonly kind: 'state'; readonly state: string; readonly unlock: readonly (readonly string[])[] }
  /** Legal in this state, but this host does not offer it at the moment. */
  | { readonly kind: 'notOffered'; readonly by: string }
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
}
const MOST_WAYS = 3;
const LONGEST_WAY = 3;

const offers = <P extends Shape>(of: Extension<P> | undefined, { session, host }: Place<P>): boolean =>
  !of || (of.enabled?.(host) !== false && of.adverts(session.session, host) !== undefined);

/** Every verb this host knows, the legal ones first, else in the order of the declaration. */
export function legalNow<P extends Shape>(p: Protocol<P>, place: Place<P>): readonly LegalVerb[] {
  const state: string = place.session.at.name;
  const known = commandsOf(p).filter(({ of }) => of?.enabled?.(place.host) !== false);
  const open = new Set(known.filter(({ of }) => offers(of, place)).map(({ rule }) => rule.verb));
  const steps = edges(p).filter((edge) => edge.typed && open.has(edge.trigger));
  const verbs = known.map(({ rule, of }): LegalVerb => {
    const here = rule.from.some((name) => name === state);
    const unlock = (): readonly (readonly string[])[] => waysTo(steps, state, new Set<string>(rule.from));
    const why: Why | undefined = !here
      ? { kind: 'state', state, unlock: unlock() }
      : !of || offers(of, place)
        ? undefined
        : { kind: 'notOffered', by: of.keyword };
    const { verb, summary, rfc } = rule;
    return { verb, usage: `${verb} ${rule.args.usage}`.trim(), summary, rfc, by: of?.keyword, why };
  });
  return [...verbs.filter(({ why }) => !why), ...verbs.filter(({ why }) => why)];
}
/** Breadth first, over states not met yet on the same way. */
function waysTo(
  steps: readonly DrawnEdge[],
  from: string,
  wanted: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  let front: { readonly verbs: readonly string[]; readonly states: readonly string[] }[] = [
    { verbs: [], states: [from] },
  ];
  for (let length = 0; length < LONGEST_WAY && found.length < MOST_WAYS; length++) {
    const next: typeof front = [];
    for (const { verbs, states } of front)
      for (const { from: at, trigger, to } of steps) {
        if (at !== states.at(-1)) continue;
        for (const state of to) {
          const way = [...verbs, trigger];
          if (states.includes(state) || isKnown(found, way)) continue;
          if (wanted.has(state)) found.push(way);
          else next.push({ verbs: way, states: [...states, state] });
        }
      }
    front = next;
  }
  return found.slice(0, MOST_WAYS);
}
/** A longer way that ends with a verb that would do by itself is no way. */
const isKnown = (ways: readonly (readonly string[])[], way: readonly string[]): boolean =>
  ways.some((other) => other.at(-1) === way.at(-1));
