// Whatever imapflow can search for, in both revisions: what it is told is held against what it has read of every letter.
import type { FetchMessageObject, ImapFlow, SearchObject } from 'imapflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connected } from './imapflow-client.ts';
import { outsideOf, type Outside } from './outside.ts';

type Holds = (letter: FetchMessageObject) => boolean;
interface Case {
  readonly query: SearchObject;
  readonly holds: Holds;
  /** It finds all or nothing; others find some and leave some out. */
  readonly tells?: false;
}
const flag =
  (name: string): Holds =>
  ({ flags }) =>
    flags?.has(name) === true;
const not =
  (holds: Holds): Holds =>
  (letter) =>
    !holds(letter);
const headerOf = ({ source }: FetchMessageObject, name: string): string => {
  const head = (source?.toString() ?? '').split('\r\n\r\n')[0] ?? '';
  const lines = head.replaceAll(/\r\n(?=[ \t])/g, '').split('\r\n');
  const field = lines.find((line) => line.toLowerCase().startsWith(`${name}:`));
  return field?.slice(name.length + 1).trim() ?? '';
};
const inHeader =
  (name: string, wanted: string): Holds =>
  (letter) =>
    headerOf(letter, name).toLowerCase().includes(wanted);
const inBody =
  (wanted: string): Holds =>
  ({ source }) =>
    (source?.toString().split('\r\n\r\n').slice(1).join('\r\n\r\n') ?? '').toLowerCase().includes(wanted);
const date = ({ internalDate }: FetchMessageObject): number => new Date(internalDate ?? 0).getTime();
/** By the calendar of whoever wrote it. */
const day = (time: string): string => {
  const [whole, d = '', month = '', year = ''] = /(\d{1,2}) (\w{3}) (\d{4})/.exec(time) ?? [];
  if (whole === undefined) return '';
  return `${year}-${String('JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month) / 3 + 1).padStart(2, '0')}-${d.padStart(2, '0')}`;
};
const sent = (letter: FetchMessageObject): string => day(headerOf(letter, 'date'));
const DAY = '2026-10-12';
/** Put beside those of the project, which are much alike. */
const OTHERS = [
  'Cc: Erin <erin@example.com>\r\nSubject: A kettle\r\n\r\nThe kettle is here.\r\n',
  `Bcc: erin@example.com\r\nTo: carol@example.com\r\nDate: Mon, 12 Oct 2026 23:30:00 -0500\r\n\r\n${'long '.repeat(200)}\r\n`,
];

const cases: readonly Case[] = [
  { query: { all: true }, holds: () => true, tells: false },
  { query: { seq: '3:7,9' }, holds: ({ seq }) => (seq >= 3 && seq <= 7) || seq === 9 },
  { query: { uid: '1:10,40:*' }, holds: ({ uid }) => uid <= 10 || uid >= 40 },
  { query: { seen: true }, holds: flag('\\Seen') },
  { query: { seen: false }, holds: not(flag('\\Seen')) },
  { query: { flagged: true }, holds: flag('\\Flagged') },
  { query: { answered: true }, holds: flag('\\Answered') },
  {
    query: { answered: false, flagged: false },
    holds: (it) => !flag('\\Answered')(it) && !flag('\\Flagged')(it),
  },
  { query: { deleted: true }, holds: flag('\\Deleted') },
  { query: { draft: false }, holds: not(flag('\\Draft')) },
  { query: { keyword: 'prices' }, holds: flag('prices') },
  { query: { keyword: '$Forwarded' }, holds: flag('$Forwarded') },
  { query: { unKeyword: 'prices' }, holds: not(flag('prices')) },
  { query: { keyword: 'nobody' }, holds: () => false, tells: false },
  { query: { from: 'BOB' }, holds: inHeader('from', 'bob') },
  { query: { to: 'carol' }, holds: inHeader('to', 'carol') },
  { query: { cc: 'erin' }, holds: inHeader('cc', 'erin') },
  { query: { bcc: 'erin' }, holds: inHeader('bcc', 'erin') },
  { query: { subject: 're:' }, holds: inHeader('subject', 're:') },
  { query: { body: 'KETTLE' }, holds: inBody('kettle') },
  { query: { text: 'bob' }, holds: ({ source }) => /bob/i.test(source?.toString() ?? '') },
  {
    query: { header: { 'message-id': true } },
    holds: (it) => headerOf(it, 'message-id') !== '',
  },
  { query: { header: { 'In-Reply-To': true } }, holds: (it) => headerOf(it, 'in-reply-to') !== '' },
  { query: { header: { 'X-Nobody': true } }, holds: () => false, tells: false },
  { query: { header: { from: 'carol' } }, holds: inHeader('from', 'carol') },
  { query: { larger: 700 }, holds: ({ size = 0 }) => size > 700 },
  { query: { smaller: 700 }, holds: ({ size = 0 }) => size < 700 },
  { query: { on: DAY }, holds: (it) => new Date(date(it)).toISOString().startsWith(DAY) },
  { query: { sentBefore: DAY }, holds: (it) => sent(it) !== '' && sent(it) < DAY },
  { query: { sentOn: DAY }, holds: (it) => sent(it) === DAY },
  { query: { sentSince: DAY }, holds: (it) => sent(it) >= DAY },
  { query: { not: { seen: true } }, holds: not(flag('\\Seen')) },
  {
    query: { not: { seen: true, flagged: false } },
    holds: (it) => !(flag('\\Seen')(it) && !flag('\\Flagged')(it)),
  },
  {
    query: { or: [{ flagged: true }, { answered: true }, { keyword: 'prices' }] },
    holds: (it) => flag('\\Flagged')(it) || flag('\\Answered')(it) || flag('prices')(it),
  },
  {
    query: { or: [{ from: 'bob', seen: true }, { uid: '1:3' }], smaller: 100_000 },
    holds: (it) => (inHeader('from', 'bob')(it) && flag('\\Seen')(it)) || it.uid <= 3,
  },
];

describe.each([
  { named: 'revision 2', disableIMAP4rev2: false },
  { named: 'revision 1', disableIMAP4rev2: true },
])('imapflow searches in $named', { timeout: 60_000 }, ({ disableIMAP4rev2 }) => {
  let outside: Outside;
  let it: ImapFlow;
  let letters: readonly FetchMessageObject[];
  beforeAll(async () => {
    outside = await outsideOf();
    it = await connected(outside, { disableIMAP4rev2 });
    await it.append('Projects/Seed', OTHERS[0] ?? '', ['\\Draft'], new Date('2026-10-12T23:59:00Z'));
    await it.append('Projects/Seed', OTHERS[1] ?? '', ['\\Deleted'], new Date('2026-10-13T00:01:00Z'));
    await it.mailboxOpen('Projects/Seed');
    const query = { uid: true, flags: true, size: true, internalDate: true, source: true };
    letters = await it.fetchAll('1:*', query);
  });
  afterAll(async () => {
    await it.logout();
    await outside.close();
  });

  test.each(cases)('$query', async ({ query, holds, tells = true }) => {
    const wanted = letters.filter(holds);
    expect(await it.search(query)).toEqual(wanted.map(({ seq }) => seq));
    expect(await it.search(query, { uid: true })).toEqual(wanted.map(({ uid }) => uid));
    expect(wanted.length > 0 && wanted.length < letters.length).toBe(tells);
  });
  test('a mod-sequence', async () => {
    const since = letters.map(({ modseq }) => modseq ?? 0n).toSorted((a, b) => Number(a - b))[20] ?? 0n;
    expect(await it.search({ modseq: since })).toEqual(
      letters.filter(({ modseq = 0n }) => modseq >= since).map(({ seq }) => seq),
    );
  });
  test('no more than it wants to know (ESEARCH)', async () => {
    const uids = letters.filter(flag('\\Seen')).map(({ uid }) => uid);
    const found = await it.search(
      { seen: true },
      { uid: true, returnOptions: ['MIN', 'MAX', 'COUNT', 'ALL'] },
    );
    expect(found).toMatchObject({
      count: uids.length,
      min: uids[0],
      max: uids.at(-1),
      all: expect.any(String) as unknown,
    });
    expect(await it.search({ keyword: 'nobody' }, { returnOptions: ['MIN', 'COUNT'] })).toEqual({ count: 0 });
  });
  test('by a search instead of numbers, in whatever is done with messages', async () => {
    const found = await it.fetchAll({ keyword: 'prices' }, { flags: true });
    expect(found.map(({ uid }) => uid)).toEqual(letters.filter(flag('prices')).map(({ uid }) => uid));
    expect(await it.messageFlagsAdd({ keyword: 'prices' }, ['\\Flagged'])).toBe(true);
    expect(await it.search({ keyword: 'prices', flagged: false })).toEqual([]);
    expect(await it.messageFlagsAdd({ keyword: 'nobody' }, ['\\Flagged'])).toBe(false);
    const copied = await it.messageCopy({ keyword: 'prices' }, 'Archive');
    expect(copied && [...(copied.uidMap?.keys() ?? [])]).toEqual(
      letters.filter(flag('prices')).map(({ uid }) => uid),
    );
  });
  // revision 2 has no more of it
  if (!disableIMAP4rev2) return;
  test('what is recent', async () => {
    const box = await it.mailboxOpen('Trash');
    const before = box.exists;
    await it.append('Trash', 'Subject: new\r\n\r\nhi\r\n', ['\\Seen']);
    await it.append('Trash', 'Subject: newer\r\n\r\nhi\r\n');
    await it.noop();
    expect(await it.search({ recent: true })).toEqual([before + 1, before + 2]);
    expect(await it.search({ new: true })).toEqual([before + 2]);
    expect(await it.search({ old: true })).toEqual(Array.from({ length: before }, (_, i) => i + 1));
  });
});
describe('imapflow searches', { timeout: 60_000 }, () => {
  let outside: Outside;
  beforeAll(async () => {
    outside = await outsideOf();
  });
  afterAll(() => outside.close());
  test('for what is not ASCII, by a literal and a charset', async () => {
    const it = await connected(outside);
    await it.mailboxOpen('Museum');
    expect(await it.search({ subject: 'BÜCHERSTUBE' })).toEqual([5]);
    expect(await it.search({ body: 'καλημέρα' })).toEqual([2]);
    expect(await it.search({ subject: 'καλημέρα', from: 'nobody' })).toEqual([]);
    await it.logout();
  });
  test('by days of INTERNALDATE and by seconds (WITHIN)', async () => {
    // the bridge's clock is of this world's, in November 2026; imapflow counts from today, and both keys are asked all the same
    const it = await connected(outside);
    await it.mailboxOpen('INBOX');
    const all = await it.search({ all: true });
    expect(await it.search({ since: new Date(0) })).toEqual(all);
    expect(await it.search({ before: new Date(0) })).toEqual([]);
    await it.logout();
  });
  test('for ids of messages and threads (OBJECTID)', async () => {
    const it = await connected(outside, { host: 'lab.example.net', user: 'you', pass: 'first-steps' });
    await it.mailboxOpen('Museum');
    const letters = await it.fetchAll('1:*', { threadId: true });
    const one = letters[4];
    expect(one?.emailId).toEqual(expect.any(String));
    expect(await it.search({ emailId: one?.emailId })).toEqual([5]);
    expect(await it.search({ threadId: one?.threadId })).toEqual(
      letters.filter(({ threadId }) => threadId === one?.threadId).map(({ seq }) => seq),
    );
    await it.logout();
  });
});
