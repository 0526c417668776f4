import type { Branch } from '../../app/state.ts';

/** How many inputs two branches share: their histories are one until then. */
export function sharedInputs(all: readonly Branch[], one: Branch, other: Branch): number {
  const line = (branch: Branch): readonly Branch[] => {
    const parent = all.find((b) => b.id === branch.parent);
    return parent ? [branch, ...line(parent)] : [branch];
  };
  const mine = line(one);
  const theirs = line(other);
  const meeting = mine.find((b) => theirs.includes(b));
  if (!meeting) return 0;
  const leaves = (path: readonly Branch[]): number => {
    const child = path[path.indexOf(meeting) - 1];
    return child ? child.forkedAt : Infinity;
  };
  return Math.min(leaves(mine), leaves(theirs), meeting.timeline.inputs.length);
}
