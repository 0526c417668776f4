// Which mailboxes a pattern names, and what a LIST response says of each (RFC 9051 §6.3.9, §7.3.1).
import type { Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';
import { listed, type Listed } from '../../store/tree.ts';
import { has } from './capabilities.ts';
import type { Listing } from './grammar/list.ts';
import { delimiterOf, nameText, wireName } from './mailbox-name.ts';
import { matcher } from './pattern.ts';
import type { Imap } from './shape.ts';
import { untagged } from './text.ts';

type Session = Pick<Imap['session'], 'user' | 'rev2' | 'swaps'>;
/** One that is to be told of, and whether it has descendants for whose sake alone it is. */
export interface Hit {
  readonly it: Listed;
  readonly childInfo: readonly string[];
}

/** Those that match the pattern and are chosen; with RECURSIVEMATCH also those above such ones (RFC 5258 §3.5). */
export function hits(host: Host, session: Session, wanted: Listing): readonly Hit[] {
  const all = listed(host.store, session.user);
  const { selections = [] } = wanted;
  const matches = matcher(wanted.reference, wanted.patterns);
  const isChosen = chosenBy(selections);
  const criteria = selections.filter((it) => it === 'SUBSCRIBED' || it === 'SPECIAL-USE');
  const chosen = all.filter(isChosen);
  const isNamed = (it: Listed): boolean =>
    matches(wireName(it.name, session), delimiterOf(it.namespace, session));
  return all.filter(isNamed).flatMap((it): readonly Hit[] => {
    const below = selections.includes('RECURSIVEMATCH') ? chosen.filter((other) => isBelow(other, it)) : [];
    const childInfo = below.length > 0 ? criteria : [];
    if (isChosen(it)) return [{ it, childInfo }];
    return below.some((other) => !isNamed(other)) ? [{ it, childInfo }] : [];
  });
}
function chosenBy(selections: NonNullable<Listing['selections']>): (it: Listed) => boolean {
  const [subscribed, used] = [selections.includes('SUBSCRIBED'), selections.includes('SPECIAL-USE')];
  return (it) => {
    if (subscribed && !it.subscribed) return false;
    if (used && it.uses.length === 0) return false;
    return subscribed || it.key !== undefined || it.hasChildren;
  };
}
const isBelow = (it: Listed, { name, namespace: { delimiter } }: Listed): boolean =>
  it.name.startsWith(name + delimiter);

export interface Shown {
  readonly subscribed: boolean;
  readonly children: boolean;
  readonly uses: boolean;
  /** \NonExistent is understood (RFC 5258 §3). */
  readonly extended: boolean;
}
/** What is told unless more is asked for. */
export const usualShown = (host: Host, { rev2 }: Session): Shown => ({
  subscribed: false,
  children: has(host, 'CHILDREN') || rev2,
  uses: has(host, 'SPECIAL-USE'),
  extended: rev2,
});
export const shownFor = (host: Host, session: Session, { selections, returns = [] }: Listing): Shown => {
  const usual = usualShown(host, session);
  return {
    subscribed: returns.includes('SUBSCRIBED') || selections?.includes('SUBSCRIBED') === true,
    children: usual.children || returns.includes('CHILDREN'),
    uses: usual.uses,
    extended: usual.extended || selections !== undefined || returns.length > 0,
  };
};
export function listLine({ it, childInfo }: Hit, session: Session, shown: Shown): Octets {
  const { name, namespace } = it;
  const info = childInfo.length === 0 ? '' : ` ("CHILDINFO" (${childInfo.map((at) => `"${at}"`).join(' ')}))`;
  const attributes = attributesOf(it, shown).join(' ');
  return untagged(
    `LIST (${attributes}) ${delimiterText(delimiterOf(namespace, session))} ${nameText(name, session)}${info}`,
  );
}
export const delimiterText = (delimiter: string): Octets =>
  delimiter === '\\' ? String.raw`"\\"` : `"${delimiter}"`;
const attributesOf = (it: Listed, { subscribed, children, uses, extended }: Shown): readonly string[] => [
  ...(it.key !== undefined ? [] : [extended ? String.raw`\NonExistent` : String.raw`\Noselect`]),
  ...(children ? [it.hasChildren ? String.raw`\HasChildren` : String.raw`\HasNoChildren`] : []),
  ...(subscribed && it.subscribed ? [String.raw`\Subscribed`] : []),
  ...(uses ? it.uses : []),
];

/** What of a LIST this host does not know; undefined: it knows it all. */
export function unknownOption(host: Host, { selections, returns, status }: Listing): string | undefined {
  const extended = has(host, 'LIST-EXTENDED');
  const asked = [...(selections ?? []), ...(returns ?? [])];
  if (asked.includes('SPECIAL-USE') && !has(host, 'SPECIAL-USE')) return 'SPECIAL-USE';
  if (status && !has(host, 'LIST-STATUS')) return 'STATUS';
  return (selections || returns) && !extended ? 'options' : undefined;
}
/** RECURSIVEMATCH needs something to look for (RFC 5258 §3.1). */
export const isAimless = ({ selections = [] }: Listing): boolean =>
  selections.includes('RECURSIVEMATCH') &&
  !selections.some((it) => it === 'SUBSCRIBED' || it === 'SPECIAL-USE');
