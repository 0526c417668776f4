// What a client believes of the mailbox it has open, told to the trace whenever that changes: what every session sees can be drawn.
import type { Protocol } from '../../spec/protocol.ts';
import type { ToldFact } from '../../store/mailbox.ts';
import { setOf, type NumberSet } from '../../store/number-set.ts';
import type { Rows } from '../../store/rows.ts';
import { advance } from '../../store/view.ts';
import { openIn, whereabouts } from './selected.ts';
import type { Imap } from './shape.ts';

type Believes = NonNullable<Protocol<Imap>['believes']>;

export const believes: Believes = ({ at, host }, before): ToldFact | undefined => {
  const now = openIn(at);
  const was = openIn(before);
  if (!now) return was ? { type: 'left', mailbox: was.key } : undefined;
  if (was && now.view === was.view && now.id === was.id && now.key === was.key && now.recent === was.recent)
    return undefined;
  const { key, readOnly, recent, view } = now;
  const rows = whereabouts(host, now)?.box.rows;
  return { type: 'told', mailbox: key, readOnly, recent, withheld: rows ? goneFrom(view, rows) : NONE };
};
const NONE: NumberSet = [];
function goneFrom(view: Rows, rows: Rows): NumberSet {
  if (view === rows) return NONE;
  const gone: number[] = [];
  for (const update of advance(view, rows, true).updates)
    if (update.type === 'expunge') gone.push(update.uid);
  return setOf(gone);
}
