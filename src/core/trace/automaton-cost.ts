import type { Automaton } from './automaton.ts';
import type { Cost, Why } from './predicate.ts';

interface Spent {
  readonly received: number;
  readonly commands: number;
}
/** Met as long as no limit is passed. */
export function costing(limits: Cost, spent: Spent): Automaton {
  const over = (['received', 'commands'] as const).flatMap((of): readonly Why[] => {
    const limit = limits[of];
    return limit !== undefined && spent[of] > limit ? [{ kind: 'cost', of, limit, spent: spent[of] }] : [];
  });
  const self: Automaton = {
    met: over.length === 0,
    why: () => over,
    on(event) {
      if (event.type === 'command') return costing(limits, { ...spent, commands: spent.commands + 1 });
      if (event.type !== 'wire' || event.dir === 'a>b') return self;
      return costing(limits, { ...spent, received: spent.received + event.octets.length });
    },
  };
  return self;
}
