// From which rows a fact led to which. Whoever reads facts in order has the very rows of the store, and need not make a hundred thousand again.
import type { Mailbox, StoreFact } from './mailbox.ts';
import type { Rows } from './rows.ts';

interface Lead {
  readonly from: Rows;
  readonly to: Rows;
}
const leads = new WeakMap<StoreFact, Lead>();
export function leading(fact: StoreFact, { rows: from }: Mailbox, { rows: to }: Mailbox): StoreFact {
  leads.set(fact, { from, to });
  return fact;
}
/** Undefined: it is not known of these rows (a fact that was written down and read again, a mailbox somebody else made). */
export function rowsAfter(fact: StoreFact, from: Rows): Rows | undefined {
  const lead = leads.get(fact);
  return lead?.from === from ? lead.to : undefined;
}
