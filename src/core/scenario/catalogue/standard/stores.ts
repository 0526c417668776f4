// Who has a mailbox, and what lies in it.
import type { MailingList } from '../../../host/lists.ts';
import type { StartMailbox, StartStore } from '../../scenario.ts';
import { backup } from '../../letters/backup.ts';
import { dots } from '../../letters/dots.ts';
import { lantern } from '../../letters/lantern.ts';
import { lookalike } from '../../letters/lookalike.ts';
import { lunch } from '../../letters/lunch.ts';
import { reader } from '../../letters/reader.ts';
import { stocktaking } from '../../letters/stocktaking.ts';
import { BUECHER } from './bookshop-eai.ts';
import { EPOCH } from './epoch.ts';
import { alice, dave, experiments, office, postmaster, subscribed } from './mailboxes.ts';
import { FAULTY_DOMAINS } from './single-faults.ts';

const box = (...letters: StartMailbox['letters']): StartMailbox => ({ uidValidity: EPOCH, letters });

const lanternBooks: StartStore = {
  users: {
    alice: 'paper lantern',
    bob: 'correct-horse',
    carol: 'c4rol"quote',
    erin: 'größe7',
    'john smith': 'two words',
    postmaster: 'stamp-album',
  },
  mailboxes: {
    ...alice,
    'bob/INBOX': box(lantern, lunch, reader, dots, backup, lookalike),
    'carol/INBOX': box(),
    'erin/INBOX': box(stocktaking, stocktaking),
    'john smith/INBOX': box(),
    'postmaster/INBOX': postmaster,
    '#shared/office': office,
  },
  naming: [
    { kind: 'personal', prefix: '', delimiter: '/', owner: '' },
    { kind: 'shared', prefix: '#shared/', delimiter: '/', owner: '#shared' },
  ],
  subscriptions: { alice: subscribed.alice },
  aliases: { sales: ['alice', 'bob'] },
};
/** dean never logs in, and has somebody say so; full's mailbox holds nothing more; frank has his mail sent on. */
const riverside: StartStore = {
  users: {
    dave: 'river-otter',
    dean: 'empty-office',
    full: 'no-more-room',
    helpdesk: 'ring-twice',
    postmaster: 'boat-house',
  },
  mailboxes: {
    ...dave,
    'dean/INBOX': box(),
    'full/INBOX': box(stocktaking),
    'helpdesk/INBOX': box(),
    'postmaster/INBOX': box(),
  },
  aliases: { frank: ['frank@alumni.example.net'] },
  robots: {
    dean: {
      kind: 'vacation',
      text: 'I am out of the office until the end of term, and do not read my mail.',
    },
    helpdesk: { kind: 'ticket', text: 'We have your question, and will answer it under this number.' },
  },
  quotas: { full: 300 },
  naming: [{ kind: 'personal', prefix: 'INBOX.', delimiter: '.', owner: '' }],
  subscriptions: { dave: subscribed.dave },
};
/** A place with a postmaster and little else. */
const small = (users: Readonly<Record<string, string>>): StartStore => {
  const all = { ...users, postmaster: 'stamp-album' };
  return {
    users: all,
    mailboxes: Object.fromEntries(Object.keys(all).map((name) => [`${name}/INBOX`, box()])),
  };
};
/** One of its members does not exist. */
const seedTalk: MailingList = {
  title: 'Seed talk',
  members: ['alice@example.com', 'dave@example.org', 'carol@example.com', 'deadmember@example.org'],
  owner: 'postmaster',
  tag: 'seed',
  footer: 'To leave, write to seed-talk-unsubscribe@lists.example.net',
};
/** A letter for round@ goes to the other one, and back. */
const circling = (other: string): StartStore => ({
  ...small({ somebody: 'single-fault' }),
  aliases: { round: [`round@${other}`] },
});
const laboratory: StartStore = {
  users: { you: 'first-steps', guest: 'open-door', postmaster: 'stamp-album' },
  mailboxes: { ...experiments, 'guest/INBOX': box(lunch, reader), 'postmaster/INBOX': box() },
  aliases: { everybody: ['you', 'guest'] },
};
const all: Readonly<Record<string, StartStore>> = {
  'example.com': lanternBooks,
  'example.org': riverside,
  'lab.example.net': laboratory,
  'example.net': small({ you: 'first-steps' }),
  'lists.example.net': { ...small({}), lists: { 'seed-talk': seedTalk } },
  'alumni.example.net': {
    ...small({ frank: 'old-boat' }),
    aliases: { dave: ['dave@example.org'], grace: ['carol@example.com'] },
  },
  [BUECHER]: small({ josé: 'dos-palabras' }),
  'mallory.test': small({ mallory: 'open-sesame' }),
  ...Object.fromEntries(FAULTY_DOMAINS.map((domain) => [domain, small({ somebody: 'single-fault' })])),
  'loop-a.test': circling('loop-b.test'),
  'loop-b.test': circling('loop-a.test'),
};
/** By name; a store is for all hosts that name it. */
export const stores: Readonly<Record<string, StartStore>> = Object.fromEntries(
  Object.entries(all).map(([name, store]) => [name, { ...store, keys: 'scenarios' }]),
);
