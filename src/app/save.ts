// What is kept: the journals of all branches, nothing derived. `restore.ts` reads it back.
import type { Input } from '../core/kernel/world.ts';
import type { Session } from './state.ts';

/** A change of the trace for the same journal needs a new number. */
export const ENGINE = 3;

/** What a journal keeps: not what has come in by sockets, which is nobody's to do again. */
export const learnt = (inputs: readonly Input[]): readonly Input[] =>
  inputs.filter(({ type }) => type !== 'outside');

export const saveOf = ({ lesson, world, before, branches, branch }: Session) => ({
  engine: ENGINE,
  lesson,
  world,
  seed: branches[0]?.timeline.worlds[0]?.seed ?? 0,
  before,
  branch,
  branches: branches.map(({ id, name, firstLine, parent, forkedAt, timeline }) => ({
    id,
    name,
    firstLine,
    parent,
    forkedAt,
    inputs: learnt(timeline.inputs.slice(forkedAt)),
  })),
});
