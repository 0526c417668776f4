// Who has a mailbox, and what lies in it.
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
import { alice, dave, office, postmaster, subscribed } from './mailboxes.ts';
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
/** dean never logs in; full's mailbox holds nothing more; frank has his mail sent on. */
const riverside: StartStore = {
  users: { dave: 'river-otter', dean: 'empty-office', full: 'no-more-room', postmaster: 'boat-house' },
  mailboxes: {
    ...dave,
    'dean/INBOX': box(),
    'full/INBOX': box(stocktaking),
    'postmaster/INBOX': box(),
  },
  aliases: { frank: ['frank@alumni.example.net'] },
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
export const stores: Readonly<Record<string, StartStore>> = {
  'example.com': lanternBooks,
  'example.org': riverside,
  'example.net': small({ you: 'first-steps' }),
  'lists.example.net': small({}),
  'alumni.example.net': small({ frank: 'old-boat' }),
  [BUECHER]: small({ josé: 'dos-palabras' }),
  ...Object.fromEntries(FAULTY_DOMAINS.map((domain) => [domain, small({ somebody: 'single-fault' })])),
};
