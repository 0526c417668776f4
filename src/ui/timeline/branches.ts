import type { Branch } from '../../app/state.ts';
import { pictured, pressed } from '../shell/words.ts';
import type { Messages } from '../messages/en.ts';

/** The list of all of them. */
export const LIST = 'branches';
/** What a branch is called: as it was named, or by what was typed where it began. */
export function nameOf({ id, name, parent, firstLine }: Branch, { timeline }: Messages): string {
  if (name !== '') return pictured(name);
  if (parent === null) return timeline.main;
  return firstLine === '' ? timeline.unnamed(id) : pressed(firstLine);
}
