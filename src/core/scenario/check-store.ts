// What the users and the mail of a scenario must be.
import { isOctets, utf8 } from '../base/octets.ts';
import { COLLECTIONS, type Body, type Generated, type Shelved } from '../store/body.ts';
import { SYSTEM_FLAGS } from '../store/flags.ts';
import { SPECIAL_USES } from '../store/mailbox.ts';
import { placeOf, usualNaming, type Namespace } from '../store/naming.ts';
import {
  either,
  flag,
  list,
  maybe,
  object,
  oneOf,
  record,
  text,
  whole,
  type Guard,
  type Problem,
} from './guard.ts';
import type { MailingList, Robot } from '../host/lists.ts';
import type { StartLetter, StartMailbox, StartStore } from './scenario.ts';

const isText = (octets: string): boolean => isOctets(octets) && !/\r(?!\n)|(?<!\r)\n/.test(octets);
const isFlag = (it: string): boolean =>
  SYSTEM_FLAGS.some((flag) => flag === it) || /^[!#$&'+-[\]-z|}~]+$/.test(it);
const octets = text('octets with CR LF line ends', isText);

export const body: Guard<Body> = either(
  (value) => typeof value === 'string',
  text('octets with CR LF line ends, the last line ended too', (it) => isText(it) && it.endsWith('\r\n')),
  either(
    (value) => typeof value === 'object' && value !== null && 'collection' in value,
    object<Shelved>({
      collection: text('the name of a collection', (it) => COLLECTIONS.names.includes(it)),
      n: whole(0, 2 ** 32 - 1),
      size: whole(2, 2 ** 31),
    }),
    object<Generated>({
      head: octets,
      lines: whole(0, 1_000_000),
      seed: whole(0, 2 ** 32 - 1),
      tail: octets,
    }),
  ),
);
const UNIX = whole(0, 2 ** 40);
const letter: Guard<Body | StartLetter> = either(
  (value) => typeof value === 'object' && value !== null && 'body' in value,
  object<StartLetter>({
    body,
    uid: maybe(whole(1, 2 ** 32 - 1)),
    flags: maybe(list(text('a flag', isFlag))),
    internalDate: maybe(UNIX),
    zone: maybe(whole(-1439, 1439)),
  }),
  body,
);
const namespace = object<Namespace>({
  kind: oneOf('personal', 'others', 'shared'),
  prefix: text('the beginning of a name'),
  delimiter: text('one character', (it) => /^[!-~]$/.test(it)),
  owner: text("whose mailboxes, or ''"),
});
export const store = object<StartStore>({
  users: record(text('a password')),
  keys: maybe(oneOf('scenarios')),
  mailboxes: record(
    object<StartMailbox>({
      uidValidity: whole(1, 2 ** 32 - 1),
      letters: list(letter),
      uidNext: maybe(whole(1, 2 ** 32)),
      uses: maybe(list(oneOf(...SPECIAL_USES))),
      fresh: maybe(flag),
    }),
  ),
  naming: maybe(list(namespace)),
  subscriptions: maybe(record(list(text('the name of a mailbox', (it) => it !== '')))),
  aliases: maybe(record(list(text('a name or an address', (it) => it !== '')))),
  lists: maybe(
    record(
      object<MailingList>({
        title: text('what people call it'),
        members: list(text('an address', (it) => it !== '')),
        owner: text('a name or an address', (it) => it !== ''),
        tag: text("a word for subjects, or ''"),
        footer: text("a line below every letter, or ''"),
      }),
    ),
  ),
  robots: maybe(record(object<Robot>({ kind: oneOf('vacation', 'ticket'), text: text('what it answers') }))),
  quotas: maybe(record(whole(1, 2 ** 40))),
});

/** Whose mailboxes they are, and that nothing is there twice. */
export function fitsStore(store: StartStore, path: string, problems: Problem[]): void {
  const { users, mailboxes, quotas = {}, subscriptions = {}, robots = {} } = store;
  const of = (part: string, name: string, expected: string): void => {
    problems.push({ path: `${path}.${part}.${name}`, expected });
  };
  for (const name of Object.keys(users)) if (/[/#]/.test(name)) of('users', name, 'a name without / and #');
  for (const [part, named] of Object.entries({ quotas, subscriptions, robots }))
    for (const name of Object.keys(named))
      if (!Object.hasOwn(users, name)) of(part, name, 'the name of a user here');
  for (const [name, box] of Object.entries(mailboxes)) {
    const wrong = misplaced(store, name) ?? misnumbered(box);
    if (wrong !== undefined) of('mailboxes', name, wrong);
  }
  once(
    Object.entries(mailboxes).map(([name, { uidValidity }]) => `${ownerIn(name)} ${uidValidity}`),
    (i) => `${path}.mailboxes.${Object.keys(mailboxes)[i] ?? ''}.uidValidity`,
    problems,
  );
}
const ownerIn = (name: string): string => name.slice(0, name.indexOf('/'));
function misplaced({ users, naming = usualNaming }: StartStore, name: string): string | undefined {
  const owner = ownerIn(name);
  const shared = naming.find((it) => it.owner !== '' && it.owner === owner);
  const seen = utf8(name.slice(owner.length + 1));
  const place = placeOf(naming, utf8(owner), shared ? shared.prefix + seen : seen);
  return (shared || Object.hasOwn(users, owner)) && place?.key === utf8(name)
    ? undefined
    : 'a name as in bob/INBOX, of a user here';
}
function misnumbered({ letters, uidNext = Infinity }: StartMailbox): string | undefined {
  let last = 0;
  for (const letter of letters) {
    const uid = (typeof letter === 'object' && 'body' in letter ? letter.uid : undefined) ?? last + 1;
    if (uid <= last) return 'UIDs that ascend';
    last = uid;
  }
  return last < uidNext ? undefined : 'a uidNext beyond the last UID';
}
export function once(
  names: readonly (string | number)[],
  path: (i: number) => string,
  problems: Problem[],
): void {
  for (const [i, name] of names.entries())
    if (names.indexOf(name) !== i) problems.push({ path: path(i), expected: `no second ${name}` });
}
