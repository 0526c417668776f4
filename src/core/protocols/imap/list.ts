// Which mailboxes a pattern names, and what a LIST response says of each (RFC 9051 §6.3.9, §7.3.1).
import type { Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';
import { superiors } from '../../store/naming.ts';
import { inboxFirst, listed, type Listed } from '../../store/tree.ts';
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
  const isNamed = (it: Listed): boolean =>
    matches(wireName(it.name, session), delimiterOf(it.namespace, session));
  if (!selections.includes('RECURSIVEMATCH'))
    return all.filter((it) => isChosen(it) && isNamed(it)).map((it) => ({ it, childInfo: [] }));
  const parents = above(all.filter(isChosen), isNamed);
  return withMissing(all, parents)
    .filter((it) => (isChosen(it) || parents.get(it.name)?.hides === true) && isNamed(it))
    .map((it) => ({ it, childInfo: parents.has(it.name) ? criteria : [] }));
}
interface Parent {
  readonly namespace: Listed['namespace'];
  /** Something below it is chosen that will not be told of by itself. */
  readonly hides: boolean;
}
/** Every name above one that is chosen, whether it exists or not. */
function above(chosen: readonly Listed[], isNamed: (it: Listed) => boolean): ReadonlyMap<Octets, Parent> {
  const out = new Map<Octets, Parent>();
  for (const it of chosen) {
    const { namespace } = it;
    const hidden = !isNamed(it);
    for (const name of superiors({ ...it, key: '' }))
      out.set(name, { namespace, hides: hidden || out.get(name)?.hides === true });
  }
  return out;
}
/** Above what is only subscribed to there may be nothing at all: told of as \NonExistent (RFC 5258 §5, example 8, A2). */
function withMissing(all: readonly Listed[], parents: ReadonlyMap<Octets, Parent>): readonly Listed[] {
  const there = new Set(all.map(({ name }) => name));
  const missing = [...parents].filter(
    ([name, { namespace }]) => !there.has(name) && name.length > namespace.prefix.length,
  );
  if (missing.length === 0) return all;
  return [...all, ...missing.map(([name, { namespace }]) => noMailbox(name, namespace))].toSorted((a, b) =>
    inboxFirst(a.name, b.name),
  );
}
const noMailbox = (name: Octets, namespace: Listed['namespace']): Listed => ({
  name,
  namespace,
  key: undefined,
  hasChildren: false,
  subscribed: false,
  uses: [],
});
function chosenBy(selections: NonNullable<Listing['selections']>): (it: Listed) => boolean {
  const [subscribed, used] = [selections.includes('SUBSCRIBED'), selections.includes('SPECIAL-USE')];
  return (it) => {
    if (subscribed && !it.subscribed) return false;
    if (used && it.uses.length === 0) return false;
    return subscribed || it.key !== undefined || it.hasChildren;
  };
}

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
