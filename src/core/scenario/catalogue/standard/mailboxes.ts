// What lies in the mailboxes of those who use IMAP. The letters themselves arrive later; what must be known of them is in filed.ts.
import { EPOCH } from './epoch.ts';
import { FILED } from '../../letters/filed.ts';
import type { StartLetter, StartMailbox } from '../../scenario.ts';

const SEEN = String.raw`\Seen`;
const FLAGGED = String.raw`\Flagged`;
const ANSWERED = String.raw`\Answered`;
type Note = Partial<Omit<StartLetter, 'body'>>;

/** Letters of a collection, from one on, so many. `note` says of the i-th of them what its header does not. */
function filed(
  collection: keyof typeof FILED,
  note: (i: number) => Note = () => ({}),
  from = 0,
  count = Infinity,
): readonly StartLetter[] {
  return FILED[collection].slice(from, from + count).map(([size, internalDate], i) => ({
    body: { collection, n: from + i, size },
    internalDate,
    ...note(i),
  }));
}
/** Of the mailboxes of one user no two have the same. */
const validity = (nth: number): number => EPOCH - nth * 3600;
const box = (
  nth: number,
  letters: readonly StartLetter[],
  more: Partial<StartMailbox> = {},
): StartMailbox => ({
  uidValidity: validity(nth),
  letters,
  ...more,
});
const read = (): Note => ({ flags: [SEEN] });

/** With gaps: others have been deleted. */
const UIDS = [101, 102, 104, 107, 108, 109, 113, 114, 118, 120, 121, 125];
const UNSEEN_FROM = 8;
const inbox = filed('inbox', (i) => ({
  uid: UIDS[i] ?? 0,
  flags: [...(i < UNSEEN_FROM ? [SEEN] : []), ...(i === 1 ? [ANSWERED] : []), ...(i === 4 ? [FLAGGED] : [])],
}));

/** Put there by another program long after they had been written: INTERNALDATE is not Date. */
const LATE = [3, 9, 14, 20, 27, 33];
const MOVED_IN = EPOCH - 14 * 86_400;
const seedProject = filed('seed-project', (i) => ({
  uid: i + 1 + Math.floor(i / 13),
  ...(LATE.includes(i) ? { internalDate: MOVED_IN + i * 60 } : {}),
  flags: [
    ...(i % 6 === 5 ? [] : [SEEN]),
    ...(i % 11 === 4 ? [FLAGGED] : []),
    ...(i % 9 === 2 ? [ANSWERED] : []),
    ...(i % 16 === 7 ? ['$Forwarded'] : []),
    ...(i % 8 === 6 ? ['prices'] : []),
  ],
}));

export const alice: Readonly<Record<string, StartMailbox>> = {
  'alice/INBOX': box(0, inbox, { uidNext: 126 }),
  'alice/Drafts': box(
    1,
    filed('folders', () => ({ flags: [String.raw`\Draft`, SEEN] }), 0, 1),
    { uses: [String.raw`\Drafts`] },
  ),
  'alice/Sent': box(2, filed('folders', read, 1, 3), { uses: [String.raw`\Sent`] }),
  'alice/Trash': box(3, filed('folders', read, 4, 2), { uses: [String.raw`\Trash`] }),
  'alice/Junk': box(
    4,
    filed('folders', () => ({ flags: ['$Junk'] }), 6, 1),
    { uses: [String.raw`\Junk`] },
  ),
  'alice/Archive': box(5, filed('folders', read, 7, 3), { uses: [String.raw`\Archive`] }),
  'alice/Projects': box(6, filed('folders', read, 10, 1)),
  'alice/Projects/Seed': box(7, seedProject),
  'alice/Lists/seed-talk': box(
    8,
    filed('seed-talk', (i) => ({ flags: i < 5 ? [SEEN] : [] })),
  ),
  'alice/Museum': box(9, filed('museum')),
  'alice/台北': box(10, filed('folders', read, 11, 1)),
};
/** In a namespace of its own: everybody in the shop sees it. */
export const office: StartMailbox = box(
  0,
  filed('office', () => ({}), 0, 2),
);
export const postmaster: StartMailbox = box(
  0,
  filed('office', () => ({}), 2, 1),
);

/** At the university names begin with INBOX. and nobody has said what a folder is for. */
const BERLIN = { zone: 60 };
export const dave: Readonly<Record<string, StartMailbox>> = {
  'dave/INBOX': box(
    0,
    filed('dave', () => BERLIN, 0, 5),
    { fresh: true },
  ),
  'dave/INBOX.Sent': box(
    1,
    filed('dave', () => ({ ...BERLIN, flags: [SEEN] }), 5, 2),
  ),
  'dave/INBOX.Entwürfe': box(
    2,
    filed('dave', () => ({ ...BERLIN, flags: [String.raw`\Draft`] }), 7, 1),
  ),
  'dave/INBOX.Papierkorb': box(
    3,
    filed('dave', () => ({ ...BERLIN, flags: [SEEN] }), 8, 1),
  ),
};
/** For trying things out. */
export const experiments: Readonly<Record<string, StartMailbox>> = {
  'you/INBOX': box(
    0,
    filed('inbox', (i) => (i < UNSEEN_FROM ? read() : {})),
  ),
  'you/Drafts': box(1, [], { uses: [String.raw`\Drafts`] }),
  'you/Sent': box(2, [], { uses: [String.raw`\Sent`] }),
  'you/Trash': box(3, [], { uses: [String.raw`\Trash`] }),
  'you/Museum': box(4, filed('museum')),
};
export const subscribed = {
  alice: [
    'INBOX',
    'Drafts',
    'Sent',
    'Trash',
    'Junk',
    'Archive',
    'Projects',
    'Projects/Seed',
    'Lists/seed-talk',
  ],
  dave: ['INBOX', 'INBOX.Sent', 'INBOX.Entwürfe', 'INBOX.Papierkorb'],
} as const;
