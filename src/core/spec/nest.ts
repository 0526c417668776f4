// A dialogue inside a protocol: the outer state keeps where the inner one is, as plain data.
import { nodesOf } from './compile.ts';
import { inDialogue, runForgotten } from './forget.ts';
import type { Cx, Dialogue } from './protocol.ts';
import type { Shape } from './take.ts';
import { textOf } from '../wire/template.ts';

export interface Held {
  readonly name: string;
  readonly data: unknown;
}
export interface DialogueFact {
  readonly type: 'dialogue';
  readonly dialogue: string;
  readonly outcome: string;
  readonly from: string;
  readonly to: string;
}
export interface Step {
  readonly at: Held;
  readonly says: string;
  readonly fact: DialogueFact;
}
export type Converse = (at: Held, on: string, payload: unknown, cx: Omit<Cx<Shape>, 'at' | 'state'>) => Step;

export function converse<P extends Shape>(dialogue: Dialogue<P>): Converse {
  const nodes = nodesOf(
    dialogue,
    dialogue.signals.map((rule) => ({ rule, of: undefined })),
  );
  return (at, on, payload, cx) => {
    const row = nodes.get(at.name)?.signals.get(on);
    if (!row) throw new Error(`${dialogue.id}: no ${on} in ${at.name}`);
    const taken = runForgotten(row.run, inDialogue(cx, at.name, at.data), payload, row.take);
    if (!('outcome' in taken)) throw new Error(`${dialogue.id}: a dialogue says one thing at a time`);
    const edge = row.edges.get(taken.outcome);
    const to = edge?.outcome.to;
    const next: Held =
      typeof to !== 'string' || to === 'same'
        ? { name: at.name, data: taken.move.state ?? at.data }
        : { name: to, data: taken.move.state ?? {} };
    return {
      at: next,
      says: edge?.words ? textOf(edge.words, taken.args) : '',
      fact: { type: 'dialogue', dialogue: dialogue.id, outcome: taken.outcome, from: at.name, to: next.name },
    };
  };
}
