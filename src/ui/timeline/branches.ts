import type { Branch } from '../../app/state.ts';
import type { Messages } from '../messages/en.ts';

/** The list of all of them. */
export const LIST = 'branches';
/** What a branch is called: as it was named, or by what was typed where it began. */
export function nameOf(branch: Branch, { timeline }: Messages): string {
  if (branch.name !== '') return branch.name;
  return branch.parent === null
    ? timeline.main
    : branch.firstLine === ''
      ? timeline.unnamed(branch.id)
      : branch.firstLine;
}
