// A letter as a list of letters shows it.
import { headerField, senderName } from '../mail/header.ts';
import { headOf, type Body } from '../store/body.ts';

export interface Shown {
  /** The sender's name, or address. */
  readonly from: string;
  readonly subject: string;
}
export function shownOf(body: Body): Shown {
  const head = headOf(body);
  return { from: senderName(head), subject: headerField(head, 'Subject') };
}
