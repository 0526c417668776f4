// The move a session has just made, in words: the verb as it was typed, and when it comes to that, as the declaration says it.
import type { TakenEdge } from '../../core/trace/scene-types.ts';
import { readerOf } from './reader.ts';

export interface Done {
  /** What was typed; '': it happened by itself, or was no command. */
  readonly verb: string;
  /** In the words of the declaration; '': there is nothing to tell apart. */
  readonly when: string;
}
export function doneBy(protocol: string, edge: TakenEdge): Done {
  const { trigger, from } = edge;
  const when = readerOf(protocol)?.outcomeOf(edge, from)?.when ?? '';
  // what happens by itself has a name in the declaration alone
  const verb = /^[A-Z]/.test(trigger) ? trigger.replace('/', ' ') : '';
  return { verb, when: when === 'always' ? '' : when };
}
