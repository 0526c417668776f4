// The world a transcript asks for, and what it may look at from outside.
import { MINUTE } from '../../src/core/base/time.ts';
import { utf8 } from '../../src/core/base/octets.ts';
import { withHost, withMailbox, withPolicy, type Host, type Store } from '../../src/core/host/host.ts';
import { isSetting, PERSONALITIES, usual, type Policy } from '../../src/core/host/policy.ts';
import { jobsIn } from '../../src/core/host/jobs.ts';
import type { World } from '../../src/core/kernel/world.ts';
import { CRLF, type Octets } from '../../src/core/base/octets.ts';
import { written } from '../../src/core/mail/mailbox.ts';
import { octetsOf } from '../../src/core/store/body.ts';
import { append, newMailbox } from '../../src/core/store/mailbox.ts';
import { at, noRows } from '../../src/core/store/rows.ts';
import { elsewhere } from '../elsewhere.ts';
import { POP, testWorld } from '../world.ts';
import { matches } from './octets.ts';
import { open, send, type Lab } from './lab.ts';

/**
 * `tls=required`, `lf=accept`, `like=old`, any other knob, `login=proofs`, `offers=A,B`, `without=NAME` (no mailbox),
 * `keyless=NAME` (no keys), `with=mx,backup` (machines around), `mx.example.org.greylist=60` (a knob of one of them),
 * `hides=A,B` (of IMAP's extensions).
 */
export function worldFor(wishes: Readonly<Record<string, string>>): World {
  const { tls = 'optional', lf = 'reject', like, without, login, offers, keyless, hides, names } = wishes;
  const around = (wishes['with'] ?? '').split(',').flatMap((name) => elsewhere[name] ?? []);
  const world = testWorld({
    takesMail: true,
    others: around.map(({ host }) => withPolicy(host, knobsOf(under(wishes, `${host.id}.`)))),
    more: ['example.com MX 10 pop.example.com', ...around.map(({ names }) => names)].join('\n'),
    ...(isKind(like) ? { like } : {}),
    policy: knobsOf({ ...(isKind(like) ? {} : { commandLf: lf }), ...wishes, tls }),
  });
  const decided = withPolicy(popOf(world), {
    clearLogin: login === 'proofs' ? 'proofs' : 'none',
    ...(offers === undefined
      ? {}
      : { mechanisms: usual.mechanisms.filter((name) => offers.split(',').includes(name)) }),
    ...(hides === undefined
      ? {}
      : { imapExtensions: usual.imapExtensions.filter((name) => !hides.split(',').includes(name)) }),
  });
  const { [`${without}/INBOX`]: _gone, ...mailboxes } = decided.store.mailboxes;
  const users = Object.fromEntries(
    Object.entries(decided.store.users).map(([name, user]) => [
      name,
      name === keyless ? { ...user, keys: null } : user,
    ]),
  );
  const host = { ...decided, store: { ...decided.store, users, tokens, ...namedStore(mailboxes, names) } };
  return { ...world, hosts: withHost(world.hosts, host) };
}
/** `names=dots`: everybody's names begin with `INBOX.`; `names=shared`: there is a mailbox for all. */
function namedStore(mailboxes: Store['mailboxes'], names: string | undefined): Partial<Store> {
  const own = { kind: 'personal', prefix: '', delimiter: '/', owner: '' } as const;
  if (names === 'dots') return { mailboxes, naming: [{ ...own, prefix: 'INBOX.', delimiter: '.' }] };
  if (names !== 'shared') return { mailboxes };
  const shared = { kind: 'shared', prefix: '#shared/', delimiter: '/', owner: '#shared' } as const;
  return {
    mailboxes: { ...mailboxes, '#shared/office': newMailbox(300, 300) },
    naming: [own, shared],
  };
}
/** Those whose names begin so, without it. */
export const under = (
  words: Readonly<Record<string, string>>,
  lead: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, value]) =>
      key.startsWith(lead) ? [[key.slice(lead.length), value]] : [],
    ),
  );
/** bob's: one for the first hour, and one that was over before it began. */
const tokens = {
  'bobs-token': { user: 'bob', expires: 60 * MINUTE },
  'bobs-old-token': { user: 'bob', expires: 0 },
};
const isKind = (word: string | undefined): word is keyof typeof PERSONALITIES =>
  word !== undefined && Object.hasOwn(PERSONALITIES, word);
/** Those of these words that are knobs, with the values they stand for: a number, a flag, a list with commas, a word. */
export function knobsOf(words: Readonly<Record<string, string>>): Partial<Policy> {
  const readings = (text: string): readonly unknown[] => [
    Number(text),
    text === 'true',
    text.split(','),
    text,
  ];
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, text]) => {
      const fitting = readings(text).find((value) => isSetting(name, value));
      return fitting === undefined ? [] : [[name, fitting]];
    }),
  );
}
const popOf = (world: World): Host => {
  const host = world.hosts[POP];
  if (!host) throw new Error('the test world has a mail server');
  return host;
};
/** `bob`, or `dave@example.org` at the host that keeps the mail of that domain. */
function boxOf(world: World, who: string) {
  const [user = '', domain] = who.split('@');
  const host =
    domain === undefined ? popOf(world) : Object.values(world.hosts).find((it) => it.domain === domain);
  return host?.store.mailboxes[`${user}/INBOX`];
}

const lettersOf = (world: World, user: string): number => boxOf(world, user)?.rows.length ?? 0;
const isLocked = (world: World, user: string): boolean =>
  popOf(world).store.locks[`${user}/INBOX`] !== undefined;

/** Mail arrives from elsewhere. */
export function deliver(lab: Lab, user: string, subject = 'Late'): void {
  const box = boxOf(lab.world, user);
  if (!box) return;
  const letter = utf8(`From: dave@example.org\r\nSubject: ${subject}\r\n\r\nJust in.\r\n`);
  const host = withMailbox(popOf(lab.world), `${user}/INBOX`, append(box, letter, { at: lab.world.epoch }));
  lab.world = { ...lab.world, hosts: withHost(lab.world.hosts, host) };
}

/** The same, by SMTP: whoever has the mailbox open is told. */
export function hand(lab: Lab, user: string, subject = 'Late'): void {
  const conn = open(lab, 25);
  const envelope = [
    'EHLO relay.example.org',
    'MAIL FROM:<dave@example.org>',
    `RCPT TO:<${user}@example.com>`,
  ];
  const letter = ['DATA', 'From: dave@example.org', `Subject: ${subject}`, '', 'Just in.', '.', 'QUIT', ''];
  send(lab, conn, [...envelope, ...letter].join(CRLF));
}

/** The octets of a letter, numbered from 1; '' when there is none. */
function letterOf(world: World, user: string, number: number): Octets {
  const row = boxOf(world, user) && at(boxOf(world, user)?.rows ?? noRows, number - 1);
  return row ? octetsOf(row.body) : '';
}
/** Who is still to get mail from here, or from that host. */
const queueOf = (world: World, host: string): string =>
  jobsIn((world.hosts[host] ?? popOf(world)).spool.jobs)
    .flatMap(({ envelope }) => envelope.recipients.map(({ forwardPath }) => written(forwardPath)))
    .join(', ');

/** What `holds`, `queue`, `lock` and `discarded` look at. */
export function factOf({ world, trace }: Lab, kind: string, user: string, octets: Octets): string {
  if (kind === 'holds') return String(lettersOf(world, user));
  if (kind === 'queue') return queueOf(world, user);
  if (kind === 'lock') return isLocked(world, user) ? 'held' : 'free';
  const dropped = trace.flatMap((e) => (e.type === 'discarded' ? [e.octets] : []));
  return dropped.find((it) => it === octets) ?? dropped.join('|');
}
/** `reads bob 4 TEXT`: some line of that letter is this; `lacks`: none is. Undefined: so it is. */
export function readsIn(
  world: World,
  kind: 'reads' | 'lacks',
  text: string,
  captured: Map<string, string>,
): string | undefined {
  const [, user = '', number = '', wanted = ''] = /^(\S+) (\d+) (.*)$/.exec(text) ?? [];
  const lines = letterOf(world, user, Number(number)).split(CRLF);
  if (lines.some((it) => matches(wanted, it, captured)) === (kind === 'reads')) return undefined;
  return `the letter is ${JSON.stringify(lines.join('\n'))}`;
}
