// The declaration, drawn: states, arrows between them, and where each goes on paper.
import type { Rfc } from '../base/ids.ts';
import { commandsOf, signalsOf } from './compile.ts';
import { anyState, stateNames } from './forget.ts';
import { layOut, type Placed } from './layout.ts';
import type { Dialogue, Protocol, StateSpec } from './protocol.ts';
import type { Shape } from './take.ts';

/** One outcome of one rule in one state: the edge the interpreter takes. */
export interface DrawnEdge {
  readonly from: string;
  readonly trigger: string;
  readonly outcome: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  /** The extension that brings it. */
  readonly by: string | undefined;
  /** A verb somebody types; else it happens by itself. */
  readonly typed: boolean;
  readonly when: string;
  readonly says: string | undefined;
  readonly rfc: Rfc;
  readonly makes: Makes | undefined;
}
/** What it changes beside the state, its types forgotten. */
interface Makes {
  readonly session?: object;
  readonly data?: object;
}
interface Drawn {
  readonly from: readonly string[];
  readonly rfc: Rfc;
  readonly outcomes: Readonly<Record<string, DrawnOutcome>>;
}
interface DrawnOutcome {
  readonly to: string | readonly string[];
  readonly then?: string | undefined;
  readonly when: string;
  readonly from?: readonly string[] | undefined;
  readonly says?: string | undefined;
  readonly rfc?: Rfc | undefined;
  readonly makes?: Makes | undefined;
}
const drawn = (
  rule: Drawn,
  trigger: string,
  { by, typed = false }: { readonly by?: string | undefined; readonly typed?: boolean } = {},
): readonly DrawnEdge[] =>
  rule.from.flatMap((from) =>
    Object.entries(rule.outcomes)
      .filter(([, only]) => only.from?.includes(from) ?? true)
      .map(([outcome, { to, then, when, says, rfc, makes }]) => ({
        from,
        trigger,
        outcome,
        by,
        typed,
        when,
        says,
        rfc: rfc ?? rule.rfc,
        makes,
        secure: then === 'secure',
        to: typeof to !== 'string' ? to : [to === 'same' ? from : to],
      })),
  );

const kept = new WeakMap<object, readonly DrawnEdge[]>();
/** Every declared outcome from every state it is declared for. */
export function edges<P extends Shape>(p: Protocol<P>): readonly DrawnEdge[] {
  const known = kept.get(p) ?? allEdges(p);
  kept.set(p, known);
  return known;
}
const allEdges = <P extends Shape>(p: Protocol<P>): readonly DrawnEdge[] => [
  ...signalsOf(p).flatMap(({ rule, of }) => drawn(rule, rule.on, { by: of?.keyword })),
  ...commandsOf(p).flatMap(({ rule, of }) => drawn(rule, rule.verb, { by: of?.keyword, typed: true })),
  ...p.extensions.flatMap((e) =>
    (e.parameters ?? []).flatMap((q) => drawn(q, `${q.of}/${q.name}`, { by: e.keyword, typed: true })),
  ),
];

export interface DiagramState extends Placed {
  readonly name: string;
  readonly title: string;
  readonly rfc: Rfc | undefined;
  /** It loses patience. */
  readonly timed: boolean;
  /** Nothing the client sends is read here. */
  readonly deaf: boolean;
  /** What happens here and leads nowhere else. */
  readonly stays: readonly DrawnEdge[];
}
/** All edges between two states. */
export interface DiagramArrow {
  readonly from: string;
  readonly to: string;
  /** TLS begins on the way. */
  readonly secure: boolean;
  readonly moves: readonly DrawnEdge[];
}
export interface Diagram {
  /** The initial one first, `closed` last. */
  readonly states: readonly DiagramState[];
  readonly arrows: readonly DiagramArrow[];
  /** In the units of the states' positions. */
  readonly width: number;
  readonly height: number;
}
/** Where every connection ends; no protocol declares it. */
const CLOSED = 'closed';

export const diagram = <P extends Shape>(p: Protocol<P>): Diagram =>
  draw(p.states, edges(p), p.initial.name, [CLOSED]);
/** A conversation inside another one: it begins in the state named first, and ends in states of its own. */
export const dialogueDiagram = <P extends Shape>({ states, signals }: Dialogue<P>): Diagram =>
  draw(
    states,
    signals.flatMap((rule) => drawn(rule, rule.on)),
    stateNames<P>(states)[0] ?? '',
    [],
  );
function draw<P extends Shape>(
  declared: Dialogue<P>['states'],
  all: readonly DrawnEdge[],
  initial: string,
  more: readonly string[],
): Diagram {
  const specs = new Map<string, StateSpec<P>>(
    stateNames<P>(declared).map((name) => [name, anyState(declared[name])]),
  );
  const names = [...specs.keys(), ...more];
  const arrows = arrowsOf(all);
  const { places, width, height } = layOut(names, arrows, initial);
  const states = names.map((name): DiagramState => {
    const spec = specs.get(name);
    return {
      ...(places.get(name) ?? { x: 0, y: 0, rank: 0 }),
      name,
      title: spec?.title ?? 'Closed',
      rfc: spec?.rfc,
      timed: spec?.timeout !== undefined,
      deaf: typeof spec?.reads === 'object' && spec.reads.name === 'nothing',
      stays: all.filter((edge) => edge.from === name && edge.to.includes(name)),
    };
  });
  return { states, arrows, width, height };
}
function arrowsOf(all: readonly DrawnEdge[]): readonly DiagramArrow[] {
  const arrows = new Map<string, DiagramArrow>();
  for (const edge of all)
    for (const to of edge.to) {
      if (to === edge.from) continue;
      const key = `${edge.from} ${to}`;
      const known = arrows.get(key);
      const secure = edge.secure || known?.secure === true;
      arrows.set(key, { from: edge.from, to, secure, moves: [...(known?.moves ?? []), edge] });
    }
  return [...arrows.values()];
}
