// What each session has open, as its client was told: an IMAP mailbox, or a maildrop as it was at login (RFC 1939 §8).
import type { ConnId } from '../base/ids.ts';
import type { StoreFact, ToldFact } from '../store/mailbox.ts';
import type { NumberSet } from '../store/number-set.ts';
import { noRows, rowsOf, type Row, type Rows } from '../store/rows.ts';
import type { TraceEvent } from './event.ts';
import type { Fold } from './scene-fold.ts';
import type { SceneMailbox, SceneView } from './scene-types.ts';

export type Views = Map<ConnId, SceneView>;
type FactEvent = TraceEvent & { readonly type: 'fact' };
/** A maildrop. */
const LOCKED = { withheld: [], readOnly: false, recent: [] };

export function foldView(
  { views }: Fold,
  event: FactEvent,
  fact: StoreFact,
  there: SceneMailbox | undefined,
): void {
  const { conn } = event;
  const old = views.get(conn);
  if (fact.type === 'left' || fact.type === 'unlock') views.delete(conn);
  else if (there && (fact.type === 'lock' || fact.type === 'told'))
    views.set(conn, viewAfter(event, old, there, fact.type === 'told' ? fact : LOCKED));
}
/** With messages that its client still counts: few, so that almost all chunks stay what they are. */
function withGone(rows: Rows, known: Rows, [from, to]: NumberSet[number]): Rows {
  const gone = known.chunks.flatMap((chunk) =>
    (chunk.at(-1)?.uid ?? 0) < from ? [] : chunk.filter(({ uid }) => from <= uid && uid <= to),
  );
  const chunks = [...rows.chunks];
  for (const row of gone) {
    const found = chunks.findIndex((chunk) => (chunk.at(-1)?.uid ?? 0) > row.uid);
    const place = found < 0 ? Math.max(0, chunks.length - 1) : found;
    chunks[place] = [...(chunks[place] ?? []), row].toSorted(byUid);
  }
  return rowsOf(chunks);
}
const byUid = (a: Row, b: Row): number => a.uid - b.uid;
interface Again {
  readonly from: SceneView | undefined;
  readonly now: Rows;
  readonly to: SceneView;
}
const made = new WeakMap<TraceEvent, Again>();
/** The same from the same, however often this event is read. */
function viewAfter(
  event: FactEvent,
  from: SceneView | undefined,
  { store, name: mailbox, box }: SceneMailbox,
  { withheld, readOnly, recent }: Pick<ToldFact & { type: 'told' }, 'withheld' | 'readOnly' | 'recent'>,
): SceneView {
  const again = made.get(event);
  if (again && again.from === from && again.now === box.rows) return again.to;
  const same = from?.id === box.id ? from : undefined;
  const rows = withheld.reduce((all, gone) => withGone(all, same?.rows ?? noRows, gone), box.rows);
  const to = { conn: event.conn, store, id: box.id, mailbox, rows, before: same?.before, readOnly, recent };
  made.set(event, { from, now: box.rows, to });
  return to;
}
const settled = new WeakMap<SceneView, SceneView>();
/** A new step: nothing of it has changed yet. */
export function turnViews(views: Views, isOver: (conn: ConnId) => boolean): void {
  for (const [conn, view] of views) {
    if (isOver(conn)) views.delete(conn);
    else if (view.before !== view.rows) {
      const next = settled.get(view) ?? withBefore(view, view.rows);
      settled.set(view, next);
      views.set(conn, next);
    }
  }
}
const withBefore = (view: SceneView, before: Rows): SceneView => ({ ...view, before });
