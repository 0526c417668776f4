// What is kept: the journals of all branches, nothing derived. `restore.ts` reads it back.
import type { Input } from '../core/kernel/world.ts';
import type { Mark, PutAway, Session } from './state.ts';

/** A change of the trace for the same journal needs a new number. */
export const ENGINE = 7;

/** What a journal keeps: not what has come in by sockets, which is nobody's to do again. */
export const learnt = (inputs: readonly Input[]): readonly Input[] =>
  inputs.filter(({ type }) => type !== 'outside');

/** Where each stands among the inputs, too: another engine may make other events of them. */
export const keptMarks = ({ marks, branches }: Session) =>
  marks.length > 0 && { marks: marks.map((mark) => keptMark(mark, branches)) };
const keptMark = (mark: Mark, branches: Session['branches']) => {
  const { ends = [] } = branches.find(({ id }) => id === mark.branch)?.timeline ?? {};
  const after = ends.findLastIndex((end) => end <= mark.event);
  return after < 0 ? mark : { ...mark, after, nth: mark.event - (ends[after] ?? 0) };
};

/** The session that a reload brings back, and when it was left. */
export const keptOf = (session: Session) => ({
  ...saveOf(session),
  ...keptMarks(session),
  own: session.own,
  at: session.branches.find(({ id }) => id === session.branch)?.timeline.worlds.at(-1)?.now ?? 0,
});
export const slotOf = ({ session, saved }: PutAway): unknown => (session ? keptOf(session) : saved);

export const saveOf = ({ lesson, world, before, branches, branch, marks }: Session) => ({
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
  ...(marks.length > 0 && { marks }),
});
