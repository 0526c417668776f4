// What may be typed now, and for what may not: what would unlock it.
import type { Rfc } from '../base/ids.ts';
import { isNever } from './adverts.ts';
import { commandsOf } from './compile.ts';
import { edges, type DrawnEdge } from './diagram.ts';
import { patched } from './forget.ts';
import type { AnyCommand, Extension, Protocol, Shape } from './protocol.ts';
import type { Session } from './turn.ts';

/** Where a session is and on which host: what a reader of a declaration needs to know. */
export interface Place<P extends Shape> {
  readonly session: Pick<Session<P>, 'at' | 'session'> & Partial<Pick<Session<P>, 'reading'>>;
  readonly host: P['host'];
}
export type Why =
  /** Not in this state. `unlock`: the ways there, the usual one first, each as verbs in order. */
  | {
      readonly kind: 'state';
      readonly state: string;
      readonly unlock: readonly (readonly string[])[];
      /** The verb that begins TLS, without which there is none of these ways. */
      readonly secure: string | undefined;
    }
  /** Legal in this state, but this host does not offer it at the moment. `secure`: it would after this verb, over TLS. */
  | { readonly kind: 'notOffered'; readonly by: string; readonly secure: string | undefined }
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
const LONGEST_WAY = 3;

const offers = <P extends Shape>(
  { rule, of }: { readonly rule: AnyCommand<P>; readonly of: Extension<P> | undefined },
  { session, host }: Place<P>,
): boolean =>
  (rule.offered?.(session.session, host) ?? true) &&
  (!of || (of.enabled?.(host) !== false && of.adverts(session.session, host) !== undefined));

/** What a session can do from where it stands: the moves that are open, and whence. */
interface Reach {
  readonly from: string;
  readonly open: ReadonlySet<string>;
  readonly steps: readonly DrawnEdge[];
  /** Verbs of the usual way. */
  readonly usual: ReadonlySet<string>;
}
function reachOf<P extends Shape>(p: Protocol<P>, place: Place<P>, from: string): Reach {
  const open = new Set(
    commandsOf(p)
      .filter((known) => offers(known, place))
      .map(({ rule }) => rule.verb),
  );
  const steps = edges(p).filter((edge) => edge.typed && open.has(edge.trigger));
  return { from, open, steps, usual: new Set(p.usual) };
}
/** The same once TLS is there, with the verb that begins it; undefined: no verb does, here and now. */
function securely<P extends Shape>(
  p: Protocol<P>,
  { session: { at, session }, host }: Place<P>,
  { from, steps }: Reach,
): { readonly verb: string; readonly reach: Reach } | undefined {
  const begins = steps.find((edge) => edge.secure && edge.from === from);
  const after = edges(p).find(
    (edge) => begins?.to.includes(edge.from) && edge.to.some((to) => to !== 'closed' && to !== edge.from),
  );
  const there = after?.to[0];
  if (!begins || there === undefined) return undefined;
  const place = { session: { at, session: patched<P>(session, p.secured) }, host };
  return { verb: begins.trigger, reach: reachOf(p, place, there) };
}

/** Every verb this host knows, the legal ones first, else in the order of the declaration. */
export function legalNow<P extends Shape>(p: Protocol<P>, place: Place<P>): readonly LegalVerb[] {
  const state: string = place.session.at.name;
  const known = commandsOf(p).filter(({ of }) => of?.enabled?.(place.host) !== false);
  const reach = reachOf(p, place, state);
  const tls = securely(p, place, reach);
  const verbs = known.map(({ rule, of }): LegalVerb => {
    const { verb, summary, rfc } = rule;
    const from = new Set<string>(rule.from);
    const why = from.has(state)
      ? reach.open.has(verb)
        ? undefined
        : notOffered(verb, of?.keyword, tls)
      : notHere(state, from, reach, tls);
    const usage = `${verb} ${rule.args.usage}`.trim();
    const never = isNever(p, rule, place.session.session, place.host);
    return { verb, usage, summary, rfc, by: of?.keyword, why, never };
  });
  return [...verbs.filter(({ why }) => !why), ...verbs.filter(({ why }) => why)];
}
type Tls = ReturnType<typeof securely>;
const notOffered = (verb: string, by: string | undefined, tls: Tls): Why => ({
  kind: 'notOffered',
  by: by ?? verb,
  secure: tls?.reach.open.has(verb) === true ? tls.verb : undefined,
});
function notHere(state: string, from: ReadonlySet<string>, reach: Reach, tls: Tls): Why {
  const unlock = waysTo(reach, from);
  const overTls = unlock.length === 0 && tls ? waysTo(tls.reach, from) : [];
  if (overTls.length === 0) return { kind: 'state', state, unlock, secure: undefined };
  return { kind: 'state', state, unlock: overTls, secure: tls?.verb };
}
/** Breadth first, over states not met yet on the same way. */
function waysTo({ steps, from, usual }: Reach, wanted: ReadonlySet<string>): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  let front: { readonly verbs: readonly string[]; readonly states: readonly string[] }[] = [
    { verbs: [], states: [from] },
  ];
  for (let length = 0; length < LONGEST_WAY; length++) {
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
  const isUsual = (way: readonly string[]): boolean => way.every((verb) => usual.has(verb));
  return [...found.filter(isUsual), ...found.filter((way) => !isUsual(way))].slice(0, MOST_WAYS);
}
/** A longer way that ends with a verb that would do by itself is no way. */
const isKnown = (ways: readonly (readonly string[])[], way: readonly string[]): boolean =>
  ways.some((other) => other.at(-1) === way.at(-1));
