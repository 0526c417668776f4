// What the console offers at the caret: everything here is what this user has and this host understands.
import type { Octets } from '../../../base/octets.ts';
import type { Protocol, Standing } from '../../../spec/protocol.ts';
import { SPECIAL_USES } from '../../../store/mailbox.ts';
import { has } from '../capabilities.ts';
import { enabling } from '../commands/enable.ts';
import { RETURNS, SELECTIONS } from '../grammar/list.ts';
import { STATUS_ITEMS } from '../grammar/status-items.ts';
import { unknownOption } from '../list.ts';
import { rootOf } from '../quota/root.ts';
import type { Imap } from '../shape.ts';
import { unknownItem } from '../status.ts';
import { astringText } from '../text.ts';
import { fetchWords } from './fetch.ts';
import { inQuotes, takesString } from './quoted.ts';
import { flags, mailboxes, meantBy, subscriptions } from './names.ts';
import { searchWords, sortWords, threadWords } from './search.ts';
import { depthOf, wordsOf } from './words.ts';

type Here = Standing<Imap>;
/** What may follow these words. */
type Next = (here: Here, done: readonly Octets[], byUid: boolean) => readonly Octets[];

const first =
  (of: (here: Here) => readonly Octets[], then: Next = () => []): Next =>
  (here, done, byUid) =>
    done.length === 0 ? of(here) : then(here, done.slice(1), byUid);
const sets: Next = ({ at }) => (at.name === 'selected' && at.data.view.length > 0 ? ['1:*', '*'] : []);
/** Numbers of messages, and then. */
const ofMessages =
  (then: Next): Next =>
  (here, done, byUid) =>
    done.length === 0 ? sets(here, done, byUid) : then(here, done.slice(1), byUid);

const opening: Next = ({ host, session }, done) => {
  const names = [...(has(host, 'CONDSTORE') ? ['CONDSTORE'] : []), ...(session.qresync ? ['QRESYNC ('] : [])];
  if (done.length === 0) return names.map((name) => `(${name}`);
  return depthOf(done) === 1 && done.length === 1 ? names : [];
};
const statusItems: Next = ({ host, session }, done) => {
  const items = STATUS_ITEMS.filter((item) => unknownItem([item], session, host) === undefined);
  if (done.length === 0) return items.map((item) => `(${item}`);
  return depthOf(done) === 1 ? items.filter((item) => !done.includes(item)) : [];
};
const CHANGES = ['FLAGS', '+FLAGS', '-FLAGS'].flatMap((name) => [name, `${name}.SILENT`]);
const store: Next = (here, done) => {
  const { host } = here;
  if (done.length === 0) return [...CHANGES, ...(has(host, 'CONDSTORE') ? ['(UNCHANGEDSINCE'] : [])];
  if (done[0] === '(') {
    const close = done.indexOf(')');
    return close < 0 ? [] : store(here, done.slice(close + 1), false).filter((word) => !word.startsWith('('));
  }
  const all = flags(here);
  if (done.length === 1) return [...all.map((flag) => `(${flag})`), ...all];
  return done.at(-1) === ')' ? [] : all.filter((flag) => !done.includes(flag));
};
const appended: Next = (here, done) =>
  done.length > 0 && depthOf(done) === 1 ? flags(here).filter((flag) => !done.includes(flag)) : [];
const uses: Next = ({ host }, done) => {
  if (!has(host, 'CREATE-SPECIAL-USE')) return [];
  if (done.length === 0) return SPECIAL_USES.map((use) => `(USE (${use}))`);
  return depthOf(done) === 2 ? SPECIAL_USES : [];
};
const list: Next = (here, done) => {
  const { host } = here;
  const knows = (selections: typeof SELECTIONS | undefined, returns: typeof RETURNS | undefined): boolean =>
    unknownOption(host, { selections, reference: '', patterns: [], returns, status: undefined }) ===
    undefined;
  if (done.length === 0)
    return ['""', ...(knows(SELECTIONS, undefined) ? ['(SUBSCRIBED)', '(SPECIAL-USE)'] : [])];
  const at = done.findIndex((word) => word.toUpperCase() === 'RETURN');
  if (at >= 0) return returned(here, done.slice(at + 1));
  if (done[0] === '(') {
    const close = done.indexOf(')');
    return close < 0
      ? SELECTIONS
      : list(here, done.slice(close + 1), false).filter((word) => !word.startsWith('('));
  }
  if (done.length === 1) return ['"*"', '%', '*', ...mailboxes(here)];
  return done.length === 2 && knows(undefined, RETURNS) ? ['RETURN ('] : [];
};
const returned = (here: Here, done: readonly Octets[]): readonly Octets[] => {
  const status = done.findIndex((word) => word.toUpperCase() === 'STATUS');
  if (status >= 0 && depthOf(done.slice(status)) >= 0)
    return statusItems(here, done.slice(status + 1), false);
  return done.length === 0 ? ['('] : depthOf(done) === 1 ? [...RETURNS, 'STATUS ('] : [];
};
const enable: Next = ({ host, session }, done) =>
  enabling(host, session).filter((name) => !done.includes(name));

const roots = ({ session }: Here): readonly Octets[] => [astringText(rootOf(session.user))];

const anyMailbox = first(mailboxes);
const NEXT: Readonly<Record<string, Next>> = {
  SELECT: first(mailboxes, opening),
  EXAMINE: first(mailboxes, opening),
  CREATE: first(() => [], uses),
  DELETE: anyMailbox,
  RENAME: anyMailbox,
  SUBSCRIBE: anyMailbox,
  UNSUBSCRIBE: first(subscriptions),
  LIST: list,
  LSUB: (here, done) =>
    done.length === 0 ? ['""'] : done.length === 1 ? ['"*"', '%', ...subscriptions(here)] : [],
  STATUS: first(mailboxes, statusItems),
  APPEND: first(mailboxes, appended),
  FETCH: (here, done, byUid) => (done.length === 0 ? sets : fetchWords)(here, done, byUid),
  STORE: ofMessages(store),
  COPY: ofMessages(anyMailbox),
  MOVE: ofMessages(anyMailbox),
  REPLACE: ofMessages(first(mailboxes, appended)),
  EXPUNGE: (here, done, byUid) => (byUid && done.length === 0 ? sets(here, done, byUid) : []),
  SEARCH: searchWords,
  SORT: sortWords,
  THREAD: threadWords,
  ENABLE: enable,
  GETQUOTAROOT: anyMailbox,
  GETQUOTA: first(roots),
  SETQUOTA: first(roots),
};

export const suggests: NonNullable<Protocol<Imap>['suggests']> = (here, verb, before) => {
  const name = verb.replace(/^UID /, '');
  const next = Object.hasOwn(NEXT, name) ? NEXT[name] : undefined;
  if (!next) return undefined;
  const { done, typed, ended } = wordsOf(before, name === 'FETCH');
  if (ended) return { typed, values: [] };
  const values = next(here, done, verb !== name);
  const quoted = typed.startsWith('"') && takesString(name, done);
  return { typed, values: quoted ? values.map(inQuotes) : values, meant: meantBy(typed, values, here) };
};
