// Names that outlive moves and renames (RFC 8474): of mailboxes, of letters and their copies, of conversations.
import { draw } from '../../base/random.ts';
import type { Body } from '../../store/body.ts';
import { emailOf, type Mailbox } from '../../store/mailbox.ts';
import type { Row } from '../../store/rows.ts';
import { linksOf } from './search/notes.ts';

export const mailboxId = ({ id }: Pick<Mailbox, 'id'>): string => `F${id}`;
/** Where the mailbox is gone only a copy still knows its name. */
export const emailId = (box: Mailbox | undefined, row: Row): string =>
  `M${box ? emailOf(box, row) : row.email}`;

/**
 * Letters whose first reference is the same belong together, wherever they lie: it follows from the letter alone, so it
 * never changes (§5.2). Undefined: nothing in its header says.
 */
export function threadId(body: Body): string | undefined {
  const { id, references } = linksOf(body);
  const root = references[0] ?? id;
  return root === undefined ? undefined : `T${draw(1, root).toString(36)}${draw(2, root).toString(36)}`;
}
