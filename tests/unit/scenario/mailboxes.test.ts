// The mailboxes of the standard world (and of the long one) are what they are said to be, and so are the letters in them.
import { describe, expect, test } from 'vitest';
import { fromUtf8 } from '../../../src/core/base/octets.ts';
import { shownOf } from '../../../src/core/trace/letter-shown.ts';
import { manyMessages } from '../../../src/core/scenario/catalogue/many-messages.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { letters } from '../../../src/core/scenario/letters/collections.ts';
import { corpus } from '../../../src/core/scenario/letters/corpus.ts';
import { planOf } from '../../../src/core/scenario/letters/corpus-plan.ts';
import { FILED } from '../../../src/core/scenario/letters/filed.ts';
import { receivedAt } from '../../../src/core/scenario/letters/received-at.ts';
import { headOf, octetsOf, sizeOf } from '../../../src/core/store/body.ts';
import type { Mailbox } from '../../../src/core/store/mailbox.ts';
import { listed, type MailTree } from '../../../src/core/store/tree.ts';
import { tallyOf } from '../../../src/core/store/tally.ts';

const { hosts } = standard();
const storeAt = (host: string): MailTree => hosts[host]?.store ?? { mailboxes: {} };
const box = (host: string, key: string): Mailbox => {
  const found = storeAt(host).mailboxes[key];
  if (!found) throw new Error(`no ${key}`);
  return found;
};
const shop = 'mx1.example.com';
const rows = ({ rows: { chunks } }: Mailbox) => chunks.flat();
const shown = (host: string, user: string): readonly string[] =>
  listed(storeAt(host), user).map(({ name, key, uses }) =>
    [fromUtf8(name), ...(key === undefined ? ['-'] : uses)].join(' '),
  );

describe('letters that arrive later', () => {
  test.each(Object.entries(letters))('%s are noted as they are', (name, all) => {
    const noted = all.map((body) => [sizeOf(body), receivedAt(headOf(body))]);
    expect(FILED[name as keyof typeof FILED]).toEqual(noted);
  });
  test('have the size they are said to have, whole lines, and CR LF only', () => {
    for (const key of Object.keys(storeAt(shop).mailboxes))
      for (const { size, body } of rows(box(shop, key))) {
        const octets = octetsOf(body);
        expect(octets.length).toBe(size);
        expect(octets.endsWith('\r\n')).toBe(true);
      }
  });
  test('but for one of the Museum, no line feed stands alone', () => {
    const all = Object.entries(letters).flatMap(([name, list]) => (name === 'museum' ? [] : list));
    expect(all.filter((body) => /(?<!\r)\n|\r(?!\n)/.test(octetsOf(body)))).toEqual([]);
  });
});

describe('alice', () => {
  test('has twelve letters with gaps between their UIDs', () => {
    const inbox = box(shop, 'alice/INBOX');
    expect(inbox).toMatchObject({ uidValidity: 1_793_696_400, uidNext: 126 });
    expect(rows(inbox).map(({ uid }) => uid)).toEqual([
      101, 102, 104, 107, 108, 109, 113, 114, 118, 120, 121, 125,
    ]);
    expect(tallyOf(inbox.rows).unseen).toBe(4);
    const flagged = (flag: string) => rows(inbox).filter(({ flags }) => flags.includes(flag)).length;
    expect([flagged(String.raw`\Flagged`), flagged(String.raw`\Answered`)]).toEqual([1, 1]);
    expect(rows(inbox)[6]?.size).toBeGreaterThan(4_000_000);
  });
  test('has folders, some of them for a use, and sees the one of the shop', () => {
    expect(shown(shop, 'alice')).toEqual([
      'INBOX',
      '#shared/office',
      String.raw`Archive \Archive`,
      String.raw`Drafts \Drafts`,
      String.raw`Junk \Junk`,
      'Lists -',
      'Lists/seed-talk',
      'Museum',
      'Projects',
      'Projects/Seed',
      String.raw`Sent \Sent`,
      String.raw`Trash \Trash`,
      '台北',
    ]);
  });
  test('has forty letters about seeds of sixty days, six of which came in long after they were written', () => {
    const seed = rows(box(shop, 'alice/Projects/Seed'));
    expect(seed).toHaveLength(40);
    const late = seed.filter(
      ({ body, internalDate }) => Math.abs(internalDate - receivedAt(headOf(body))) > 86_400,
    );
    expect(late).toHaveLength(6);
    const written = seed.map(({ body }) => receivedAt(headOf(body)));
    const days = (Math.max(...written) - Math.min(...written)) / 86_400;
    expect(days).toBeGreaterThan(57);
    expect(days).toBeLessThan(60);
  });
  test('keeps eighteen letters in the Museum and nine of the list', () => {
    expect(rows(box(shop, 'alice/Museum'))).toHaveLength(18);
    expect(rows(box(shop, 'alice/Lists/seed-talk'))).toHaveLength(9);
  });
});

describe('others', () => {
  test('carol has nothing, the postmaster a warning, erin the same letter twice', () => {
    expect(rows(box(shop, 'carol/INBOX'))).toHaveLength(0);
    expect(rows(box(shop, 'postmaster/INBOX')).map(({ body }) => shownOf(body).subject)).toEqual([
      'Two letters wait on mx2',
    ]);
    const [one, two] = rows(box(shop, 'erin/INBOX'));
    expect(one?.body).toBe(two?.body);
  });
  test('dave has five letters he has not been told of, in folders with German names and no use', () => {
    const host = 'mail.example.org';
    expect(shown(host, 'dave')).toEqual(['INBOX', 'INBOX.Entwürfe', 'INBOX.Papierkorb', 'INBOX.Sent']);
    const inbox = box(host, 'dave/INBOX');
    expect(inbox).toMatchObject({ recentFrom: 1, uidNext: 6 });
    expect(storeAt(host)).toMatchObject({ naming: [{ prefix: 'INBOX.', delimiter: '.' }] });
  });
  test('in no store two mailboxes have the same id', () => {
    for (const { store } of Object.values(hosts)) {
      const ids = Object.values(store.mailboxes).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('the long mailbox', () => {
  const inbox = manyMessages(2000).hosts[shop]?.store.mailboxes['alice/INBOX'];
  if (!inbox) throw new Error('no mailbox');
  test('knows the size of every letter without writing it', () => {
    for (const { size, body } of rows(inbox).slice(0, 600)) expect(octetsOf(body).length).toBe(size);
    expect(headOf(rows(inbox)[9]?.body ?? '')).toBe(octetsOf(rows(inbox)[9]?.body ?? '').split('\r\n\r\n')[0] + '\r\n\r\n'); // prettier-ignore
  });
  test('is of conversations: what a letter answers was there before it', () => {
    const plans = rows(inbox).map((_row, n) => planOf(n));
    const answers = plans.filter(({ parent }) => parent >= 0);
    expect(answers.length).toBeGreaterThan(800);
    expect(answers.every(({ n, parent, root }) => parent < n && root <= parent)).toBe(true);
    expect(Math.max(...plans.map(({ depth }) => depth))).toBeGreaterThan(3);
    const answer = answers.at(-1);
    expect(corpus.head(answer?.n ?? 0)).toContain(`In-Reply-To: ${/^Message-ID: (.*)$/m.exec(corpus.head(answer?.parent ?? 0))?.[1]?.trim() ?? ''}`); // prettier-ignore
  });
});
