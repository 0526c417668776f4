// Names that outlive moves and renames (RFC 8474): of mailboxes, of letters and their copies. `thread-ids.ts`: of conversations.
import { emailOf, type Mailbox } from '../../store/mailbox.ts';
import type { Row } from '../../store/rows.ts';

export const mailboxId = ({ id }: Pick<Mailbox, 'id'>): string => `F${id}`;
/** Where the mailbox is gone only a copy still knows its name. */
export const emailId = (box: Mailbox | undefined, row: Row): string =>
  `M${box ? emailOf(box, row) : row.email}`;
