// What may be typed in a state, and where it would lead.
import type { Diagram, DrawnEdge } from '../../core/spec/describe.ts';
import type { TakenEdge } from '../../core/trace/scene-types.ts';
import { readerOf } from './reader.ts';

export const isRefusing = (protocol: string, edge: Pick<TakenEdge, 'trigger' | 'outcome'>): boolean =>
  readerOf(protocol)?.isRefusal(edge) === true;

/** All outcomes a state declares. */
export const movesFrom = ({ states, arrows }: Diagram, state: string): readonly DrawnEdge[] => [
  ...(states.find((s) => s.name === state)?.stays ?? []),
  ...arrows.filter((a) => a.from === state).flatMap((a) => a.moves),
];
/** Verbs that lead from here to there when all goes well, in the order of the declaration. */
export function verbsTo(
  diagram: Diagram,
  protocol: string,
  here: string,
  there: string,
  legal: ReadonlySet<string>,
): readonly string[] {
  const well = movesFrom(diagram, here).filter(
    (m) => m.typed && m.to.includes(there) && legal.has(m.trigger) && !isRefusing(protocol, m),
  );
  // a move with several ends is told at the one where it was said
  const own = well.filter((m) => m.to.length === 1 || there === here);
  return [...new Set(own.map((m) => m.trigger))];
}
/** One outcome each, with all the states it may lead to. */
export function outcomesOf(diagram: Diagram, here: string, trigger: string): readonly DrawnEdge[] {
  const seen = new Map<string, DrawnEdge>();
  const everywhere = diagram.states.flatMap((s) => movesFrom(diagram, s.name));
  const own = movesFrom(diagram, here).filter((m) => m.trigger === trigger);
  for (const move of own.length > 0 ? own : everywhere.filter((m) => m.trigger === trigger))
    if (!seen.has(move.outcome)) seen.set(move.outcome, move);
  return [...seen.values()];
}
