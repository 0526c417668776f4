// Thinking ahead: where a session can get to by verbs that would be heard, if the answer to each is yes.
import { offered as advertised } from './adverts.ts';
import { commandsOf } from './compile.ts';
import { edges, type DrawnEdge } from './diagram.ts';
import { patched, wantsForgotten } from './forget.ts';
import { saysNo } from './outcomes.ts';
import type { AnyCommand, Extension, Protocol } from './protocol.ts';
import type { Shape } from './take.ts';

/** Where a session would be, and by which verbs. */
export interface Spot<P extends Shape> {
  /** The data as far as it can be foreseen. */
  readonly at: { readonly name: string; readonly data: unknown };
  readonly session: P['session'];
  readonly verbs: readonly string[];
  /** The verb that begins TLS, where the way begins with it: it is not among `verbs`. */
  readonly secure: string | undefined;
  /** What outcomes on the way have made of the data. */
  readonly made: object | undefined;
}
export interface Known<P extends Shape> {
  readonly rule: AnyCommand<P>;
  readonly of: Extension<P> | undefined;
}
const LONGEST_WAY = 6;

/** Does this host offer it in such a session, in whatever state? */
export const offers = <P extends Shape>(
  { rule, of }: Known<P>,
  { session }: Spot<P>,
  host: P['host'],
): boolean => (rule.offered?.(session, host) ?? true) && (!of || advertised(of, session, host) !== undefined);
/** Is it heard there, and nothing else has to come first? */
export const isHeard = <P extends Shape>(known: Known<P>, spot: Spot<P>, host: P['host']): boolean =>
  known.rule.from.some((name) => name === spot.at.name) &&
  offers(known, spot, host) &&
  !wantsForgotten(known.rule, spot.at, spot.session);

const kept = new WeakMap<object, ReadonlyMap<string, readonly DrawnEdge[]>>();
/** By state: verbs that lead elsewhere, or change what may be said, and are no refusals. The usual ones come first. */
function movesOf<P extends Shape>(p: Protocol<P>): ReadonlyMap<string, readonly DrawnEdge[]> {
  const known = kept.get(p);
  if (known) return known;
  const usual = p.usual ?? [];
  const rank = ({ trigger }: DrawnEdge): number => {
    const at = usual.indexOf(trigger);
    return at < 0 ? usual.length : at;
  };
  const leads = ({ typed, trigger, from, to, makes, says = '' }: DrawnEdge): boolean =>
    typed && !trigger.includes('/') && !saysNo(says) && (makes !== undefined || to.some((it) => it !== from));
  const moves = new Map<string, DrawnEdge[]>();
  for (const edge of edges(p)
    .filter(leads)
    .toSorted((a, b) => rank(a) - rank(b)))
    moves.set(edge.from, [...(moves.get(edge.from) ?? []), edge]);
  kept.set(p, moves);
  return moves;
}
/** The shortest ways first, each place once for every verb that leads to it; where one stands is not among them. */
export function spotsFrom<P extends Shape>(
  p: Protocol<P>,
  here: Spot<P>,
  host: P['host'],
): readonly Spot<P>[] {
  const commands = new Map(commandsOf(p).map((known) => [known.rule.verb, known]));
  const found: Spot<P>[] = [];
  const met = new Set([keyOf(here)]);
  const reached = new Set<string>();
  let front: readonly Spot<P>[] = [here];
  for (let length = 0; length < LONGEST_WAY && front.length > 0; length++) {
    const next: Spot<P>[] = [];
    for (const spot of front)
      for (const there of nextOf(p, spot, host, commands)) {
        const key = keyOf(there);
        const arrival = `${key} ${there.verbs.at(-1) ?? ''}`;
        if (key === keyOf(spot) || reached.has(arrival)) continue;
        reached.add(arrival);
        found.push(there);
        if (!met.has(key)) next.push(there);
        met.add(key);
      }
    front = next;
  }
  return found;
}
const keyOf = <P extends Shape>({ at, session, made }: Spot<P>): string =>
  JSON.stringify([at.name, session, made]);
const nextOf = <P extends Shape>(
  p: Protocol<P>,
  spot: Spot<P>,
  host: P['host'],
  commands: ReadonlyMap<string, Known<P>>,
): readonly Spot<P>[] =>
  (movesOf(p).get(spot.at.name) ?? []).flatMap((edge) => {
    const command = commands.get(edge.trigger);
    return command && isHeard(command, spot, host) ? edge.to.map((to) => landing(p, spot, edge, to)) : [];
  });
function landing<P extends Shape>(p: Protocol<P>, spot: Spot<P>, edge: DrawnEdge, to: string): Spot<P> {
  const { trigger, makes } = edge;
  if (edge.secure) {
    const first = spot.verbs.length === 0 && spot.secure === undefined;
    return {
      at: { name: afterTls(p, to), data: {} },
      session: patched<P>(spot.session, p.secured),
      verbs: first ? [] : [...spot.verbs, trigger],
      secure: first ? trigger : spot.secure,
      made: undefined,
    };
  }
  const stays = to === spot.at.name && makes?.data === undefined;
  return {
    at: stays ? spot.at : { name: to, data: makes?.data ?? {} },
    session: makes?.session ? patched<P>(spot.session, makes.session) : spot.session,
    verbs: [...spot.verbs, trigger],
    secure: spot.secure,
    made: stays ? spot.made : makes?.data,
  };
}
/** Where a handshake leads to when it is done. */
const afterTls = <P extends Shape>(p: Protocol<P>, during: string): string =>
  edges(p).find(({ from, to }) => from === during && to.some((it) => it !== 'closed' && it !== during))
    ?.to[0] ?? during;
