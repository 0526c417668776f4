// The world a transcript asks for, and what it may look at from outside.
import { MINUTE } from '../../src/core/base/time.ts';
import { CRLF, utf8 } from '../../src/core/base/octets.ts';
import { withHost, withMailbox, withPolicy, type Host, type Store } from '../../src/core/host/host.ts';
import { isSetting, PERSONALITIES, usual, type Policy } from '../../src/core/host/policy.ts';
import type { World } from '../../src/core/kernel/world.ts';
import type { Octets } from '../../src/core/base/octets.ts';
import { written } from '../../src/core/mail/mailbox.ts';
import { octetsOf } from '../../src/core/store/body.ts';
import { append, newMailbox } from '../../src/core/store/mailbox.ts';
import { at, noRows } from '../../src/core/store/rows.ts';
import { POP, testWorld } from '../world.ts';
import { open, send, type Lab } from './lab.ts';

/**
 * `tls=required`, `lf=accept`, `like=old`, any other knob, `login=proofs`, `offers=A,B`, `without=NAME` (no mailbox),
 * `keyless=NAME` (no keys),
 * `hides=A,B` (of IMAP's extensions).
 */
export function worldFor(wishes: Readonly<Record<string, string>>): World {
  const { tls = 'optional', lf = 'reject', like, without, login, offers, keyless, hides, names } = wishes;
  const world = testWorld({
    takesMail: true,
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
const boxOf = (world: World, user: string) => popOf(world).store.mailboxes[`${user}/INBOX`];

export const lettersOf = (world: World, user: string): number => boxOf(world, user)?.rows.length ?? 0;
export const isLocked = (world: World, user: string): boolean =>
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
export function letterOf(world: World, user: string, number: number): Octets {
  const row = boxOf(world, user) && at(boxOf(world, user)?.rows ?? noRows, number - 1);
  return row ? octetsOf(row.body) : '';
}
/** Who is still to get mail from here. */
export const queueOf = (world: World): string =>
  popOf(world)
    .spool.jobs.flatMap(({ envelope, fates }) =>
      envelope.recipients.map(
        ({ forwardPath }, i) => (fates[i]?.is === 'failed' ? 'not ' : '') + written(forwardPath),
      ),
    )
    .join(', ');
