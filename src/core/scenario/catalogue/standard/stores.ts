// Who has a mailbox, and what lies in it.
import type { StartStore } from '../../scenario.ts';
import { backup } from '../../letters/backup.ts';
import { dots } from '../../letters/dots.ts';
import { lantern } from '../../letters/lantern.ts';
import { lookalike } from '../../letters/lookalike.ts';
import { lunch } from '../../letters/lunch.ts';
import { reader } from '../../letters/reader.ts';
import { stocktaking } from '../../letters/stocktaking.ts';
import { EPOCH } from './epoch.ts';

const lanternBooks: StartStore = {
  users: { alice: 'paper lantern', bob: 'correct-horse', carol: 'c4rol"quote', erin: 'größe7' },
  mailboxes: {
    'alice/INBOX': { uidValidity: EPOCH, letters: [] },
    'bob/INBOX': { uidValidity: EPOCH, letters: [lantern, lunch, reader, dots, backup, lookalike] },
    'carol/INBOX': { uidValidity: EPOCH, letters: [] },
    'erin/INBOX': { uidValidity: EPOCH, letters: [stocktaking, stocktaking] },
  },
};
export const stores: Readonly<Record<string, StartStore>> = { 'example.com': lanternBooks };
