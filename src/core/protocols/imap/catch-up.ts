// A command about messages first tells what is new, as far as it may: it then speaks of messages as they are.
import type { Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';
import type { Cx } from '../../spec/protocol.ts';
import type { NumberSet } from '../../store/number-set.ts';
import { numbersOf } from '../../store/rows.ts';
import { missing } from '../../store/vanished.ts';
import { whereabouts, type Selected } from './selected.ts';
import type { Imap } from './shape.ts';
import { news } from './untagged.ts';

/** A move as far as it goes; `state` is the mailbox as this client sees it now. */
export interface Current {
  readonly state: Selected;
  readonly session: Imap['session'];
  readonly host: Host;
  readonly say: readonly Octets[];
}
export function upToDate(
  { state, session, host }: Pick<Cx<Imap, 'selected'>, 'state' | 'session' | 'host'>,
  traits: Partial<Imap['traits']>,
): Current {
  const found = whereabouts(host, state);
  const told = found && news(state, found, host, { ...traits, session });
  return told
    ? { state: told.selected, session, host: told.host, say: [told.say] }
    : { state, session, host, say: [] };
}
/** Are some of these messages gone, and this client does not know yet? */
export function isAnyGone({ state, host }: Current, uids: NumberSet): boolean {
  const rows = whereabouts(host, state)?.box.rows;
  return rows !== undefined && rows !== state.view && numbersOf(state.view, missing(rows, uids)).length > 0;
}
