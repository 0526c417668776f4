// How much a user may keep, asked for and set (RFC 9208).
import { upperAscii, type Octets } from '../../../base/octets.ts';
import type { Host, User } from '../../../host/host.ts';
import { targetsOf } from '../../../host/recipient.ts';
import { quotaOf } from '../../../host/quota.ts';
import { no, number, seq, token, type Grammar } from '../../../spec/grammar.ts';
import { placeOf } from '../../../store/naming.ts';
import { namingOf } from '../../../store/tree.ts';
import { known } from '../capabilities.ts';
import { listOf, takes } from '../grammar/cursor.ts';
import { mailbox } from '../grammar/mailbox.ts';
import { astring } from '../grammar/strings.ts';
import { nameFrom, nameText } from '../mailbox-name.ts';
import { command, loggedIn } from '../shape.ts';
import { astringText, untagged } from '../text.ts';
import { ROOT, rootOf } from './root.ts';

const UNIT = 1024;
/** Who reads the postmaster's mail may set limits. */
const isAdministrator = (host: Host, user: string): boolean =>
  targetsOf(host, 'postmaster')?.users.includes(user) === true;

/** What is not limited is not named (§4.2.1). */
function quotaLine(host: Host, user: string): Octets {
  const { octets, messages } = quotaOf(host, user);
  const parts = [
    ...(octets.limit === 0
      ? []
      : [`STORAGE ${Math.ceil(octets.used / UNIT)} ${Math.ceil(octets.limit / UNIT)}`]),
    ...(messages.limit === 0 ? [] : [`MESSAGE ${messages.used} ${messages.limit}`]),
  ];
  return untagged(`QUOTA ${astringText(rootOf(user))} (${parts.join(' ')})`);
}
/** Whose root it is; undefined: there is none, or none for this user to see. */
function ownerOf(host: Host, asking: string, root: Octets): string | undefined {
  const user = root.startsWith(ROOT) ? root.slice(ROOT.length) : '';
  const seen = user === asking || isAdministrator(host, asking);
  return seen && Object.hasOwn(host.store.users, user) ? user : undefined;
}
const noRoot = {
  noRoot: {
    to: 'same',
    says: 'NO [NONEXISTENT] There is no such quota root; GETQUOTAROOT names yours',
    when: 'there is none, or it is somebody else’s',
    rfc: '9208#4.1.1',
  },
} as const;

const getQuota = command({
  verb: 'GETQUOTA',
  from: loggedIn,
  args: takes('the name of a quota root', astring('quota-root')),
  rfc: '9208#4.1.1',
  summary: 'How much is used of a quota, and how much there is.',
  traits: { mayExpunge: true },
  outcomes: { ok: { to: 'same', says: 'OK So much is used', when: 'there is such a root' }, ...noRoot },
  run({ host, session }, root, take) {
    const owner = ownerOf(host, session.user, root);
    return owner === undefined ? take.noRoot() : take.ok({ say: [quotaLine(host, owner)] });
  },
});
const getQuotaRoot = command({
  verb: 'GETQUOTAROOT',
  from: loggedIn,
  args: takes('the name of a mailbox', mailbox),
  rfc: '9208#4.1.2',
  summary: 'Which quotas a mailbox counts for, whether it is there or not.',
  traits: { mayExpunge: true },
  outcomes: {
    ok: { to: 'same', says: 'OK So much is used', when: 'a mailbox could be called so' },
    badName: {
      to: 'same',
      says: 'NO [CANNOT] No mailbox can be called so',
      when: 'the name has an empty level, a wildcard or letters that are not written as they should be',
      rfc: '9051#5.1',
    },
  },
  run({ host, session }, octets, take) {
    const name = nameFrom(octets, session);
    const place = name === undefined ? undefined : placeOf(namingOf(host.store), session.user, name);
    if (!place) return take.badName();
    const shown = nameText(place.name, session);
    // what belongs to nobody in particular counts for nobody
    if (place.namespace.owner !== '') return take.ok({ say: [untagged(`QUOTAROOT ${shown}`)] });
    const { user } = session;
    return take.ok({
      say: [untagged(`QUOTAROOT ${shown} ${astringText(rootOf(user))}`), quotaLine(host, user)],
    });
  },
});

interface Limit {
  /** In upper case; any atom (§7, resource-name-ext). */
  readonly resource: string;
  readonly limit: number;
}
// eslint-disable-next-line no-control-regex -- the standard names them
const resource = token('resource', /[^(){ %*"\\\]\x00-\x1f\x7f-\xff]+/, upperAscii);
/** Those of which there can be a limit here (§5.1, §5.2). */
const RESOURCES: readonly string[] = ['STORAGE', 'MESSAGE'];
const limit: Grammar<Limit> = {
  usage: '<resource> <limit>',
  arguments: [...resource.arguments],
  read(c) {
    const name = resource.read(c);
    if (name === no || c.text[c.at] !== ' ') return no;
    c.at++;
    const found = number('limit').read(c);
    return found === no ? no : { resource: name, limit: found };
  },
};
const setQuota = command({
  verb: 'SETQUOTA',
  from: loggedIn,
  args: takes(
    'a quota root and its limits, as #user/alice (STORAGE 1000 MESSAGE 50)',
    seq({ root: astring('quota-root'), limits: listOf(limit, 0) }),
  ),
  rfc: '9208#4.1.3',
  summary: 'Set the limits of a quota; what is not named is not limited.',
  traits: { mayExpunge: true },
  outcomes: {
    ok: { to: 'same', says: 'OK Set', when: 'the postmaster says so' },
    forbidden: {
      to: 'same',
      says: 'NO [NOPERM] Only the postmaster sets limits',
      when: 'somebody else wants to, who does not get the postmaster’s mail',
      rfc: '9208#6',
    },
    unlimited: {
      to: 'same',
      says: 'NO [CANNOT] Nothing here limits {resource}: STORAGE and MESSAGE can be limited',
      when: 'a limit is wanted of something else',
      rfc: '9208#4.1.3',
    },
    ...noRoot,
  },
  run({ host, session }, { root, limits }, take) {
    if (!isAdministrator(host, session.user)) return take.forbidden();
    const owner = ownerOf(host, session.user, root);
    const user = owner === undefined ? undefined : host.store.users[owner];
    if (owner === undefined || !user) return take.noRoot();
    const other = limits.find(({ resource: name }) => !RESOURCES.includes(name));
    if (other) return take.unlimited({ resource: other.resource });
    const after = withUser(host, owner, { ...user, ...limited(limits) });
    return take.ok({ host: after, say: [quotaLine(after, owner)] });
  },
});
/** 0: any number; whatever had been decided otherwise. */
function limited(limits: readonly Limit[]): Pick<User, 'quota' | 'messageQuota'> {
  const of = (name: string): number => limits.findLast((it) => it.resource === name)?.limit ?? 0;
  return { quota: of('STORAGE') * UNIT, messageQuota: of('MESSAGE') };
}
const withUser = (host: Host, name: string, user: User): Host => ({
  ...host,
  store: { ...host.store, users: { ...host.store.users, [name]: user } },
});
const quota = known({
  keyword: 'QUOTA',
  rfc: '9208#3.1',
  summary: 'How much a user may keep.',
  commands: [getQuota, getQuotaRoot],
});
/** With the resources that are counted (§3.1). */
export const quotas = [
  {
    ...quota,
    adverts: ({ user }: { readonly user: string }) =>
      user === '' ? undefined : 'QUOTA QUOTA=RES-STORAGE QUOTA=RES-MESSAGE',
  },
  known({ keyword: 'QUOTASET', rfc: '9208#3.1', summary: 'Limits can be set.', commands: [setQuota] }),
];
