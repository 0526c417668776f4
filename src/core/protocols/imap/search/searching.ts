// One search of one session: what is meant by its sets, what is found, what is kept for `$` (RFC 5182).
import type { Host } from '../../../host/host.ts';
import type { Cx } from '../../../spec/protocol.ts';
import { numberSet, setOf, type NumberSet } from '../../../store/number-set.ts';
import { uidsOf } from '../../../store/rows.ts';
import type { Current } from '../catch-up.ts';
import { unixNow } from '../clock.ts';
import { emailId } from '../object-ids.ts';
import { whereabouts, type Selected } from '../selected.ts';
import { withCondstore, type Imap } from '../shape.ts';
import { threadId } from '../thread-ids.ts';
import { find, type Found, type Wanted } from './find.ts';
import type { ReturnOption } from './grammar.ts';
import { mentions, type SearchKey } from './key.ts';
import type { Around } from './test.ts';

type Sets = SearchKey & { readonly kind: 'numbers' | 'uids' };
/** Here a number beyond the last message finds nothing; a client may search what it does not know yet. */
function meantIn({ view, saved }: Selected, { kind, set }: Sets): NumberSet {
  if (set === 'saved') return saved;
  const last = kind === 'uids' ? (view.chunks.at(-1)?.at(-1)?.uid ?? 0) : view.length;
  const numbers = numberSet(set.map(([from, to]) => [from || last, to || last]));
  return kind === 'uids' ? numbers : uidsOf(view, numbers);
}
function around(cx: Pick<Cx<Imap>, 'now' | 'epoch'>, state: Selected, host: Host): Around {
  const box = whereabouts(host, state)?.box;
  return {
    now: unixNow(cx),
    recent: state.recent,
    meant: (key) => meantIn(state, key),
    emailOf: (row) => emailId(box, row),
    threadOf: ({ body }) => threadId(body, host.store),
  };
}
export const search = (
  cx: Pick<Cx<Imap>, 'now' | 'epoch'>,
  { state, host }: Current,
  key: SearchKey,
  wanted: Wanted = 'all',
): Found => find(state.view, key, around(cx, state, host), wanted);

/** What has to be looked for to give such an answer: MIN by itself is found at once. */
export function wantedFor(returns: readonly ReturnOption[] | undefined): Wanted {
  if (!returns || returns.includes('ALL') || returns.includes('COUNT')) return 'all';
  const [min, max] = [returns.includes('MIN'), returns.includes('MAX')];
  return min && max ? 'ends' : min ? 'first' : max ? 'last' : 'all';
}
/** What SAVE keeps is what was found, or as much of it as is told (§2.4). */
export const savedIn = (
  state: Selected,
  returns: readonly ReturnOption[] | undefined,
  { rows }: Pick<Found, 'rows'>,
): Selected =>
  returns?.includes('SAVE') === true
    ? { ...state, saved: setOf(rows.map(({ uid }) => uid).toSorted((a, b) => a - b)) }
    : state;
/** A search that fails keeps nothing (§2.1). */
export const lostIn = (state: Selected, returns: readonly ReturnOption[] | undefined): Selected =>
  savedIn(state, returns, { rows: [] });

/** Whoever searches by mod-sequence wants to be told of them from then on (RFC 7162 §3.1). */
export const sessionAfter = ({ session }: Current, key: SearchKey): Imap['session'] =>
  mentions(key, 'modseq') ? withCondstore(session) : session;
