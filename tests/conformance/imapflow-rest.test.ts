// The rest of what imapflow can do: what a mail program asks for now and then, on a modern server and on one that knows little.
import type { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withHost } from '../../src/core/host/host.ts';
import type { World } from '../../src/core/kernel/world.ts';
import { standard } from '../../src/core/scenario/catalogue/standard/standard.ts';
import { all, connected, imapflowAt, text, type Wish } from './imapflow-client.ts';
import { outsideOf, type Outside } from './outside.ts';

const OLD: Wish = { host: 'mail.example.org', user: 'dave', pass: 'river-otter' };
const FULL: Wish = { host: 'mail.example.org', user: 'full', pass: 'no-more-room' };
const LAB: Wish = { host: 'lab.example.net', user: 'you', pass: 'first-steps' };
const LETTER = 'From: a@example.com\r\nSubject: By hand\r\n\r\nHello\r\n';
let outside: Outside;
beforeAll(async () => {
  outside = await outsideOf();
});
afterAll(() => outside.close());
const client = (wish?: Wish): Promise<ImapFlow> => connected(outside, wish);

/** So many octets for whoever is at the laboratory. */
function limited(quota: number): World {
  const world = standard();
  const host = world.hosts['lab.example.net'];
  if (!host) throw new Error('no lab');
  return { ...world, hosts: withHost(world.hosts, { ...host, policy: { ...host.policy, quota } }) };
}

describe('imapflow asks', { timeout: 30_000 }, () => {
  test('how much room there is', async () => {
    const it = await client(LAB);
    expect(await it.getQuota('INBOX')).toEqual({ path: 'INBOX', quotaRoot: '#user/you' });
    await it.logout();
    const old = await client(FULL);
    expect(await old.getQuota('INBOX')).toBe(false);
    await old.logout();
    const some = await outsideOf(limited(1_048_576));
    const you = await connected(some, LAB);
    expect(await you.getQuota('Museum')).toMatchObject({
      path: 'Museum',
      quotaRoot: '#user/you',
      storage: {
        limit: 1_048_576,
        usage: expect.any(Number) as unknown,
        status: expect.stringMatching(/^\d+%$/) as unknown,
      },
    });
    await expect(you.append('INBOX', 'x'.repeat(1_100_000))).rejects.toMatchObject({
      serverResponseCode: 'OVERQUOTA',
    });
    await you.logout();
    await some.close();
    const alice = await client();
    expect(await alice.getQuota('#shared/office')).toEqual({ path: '#shared/office' });
    await alice.logout();
  });
  test('what a mailbox holds, in every way there is to count', async () => {
    const it = await client();
    const query = {
      messages: true,
      uidNext: true,
      uidValidity: true,
      unseen: true,
      highestModseq: true,
      size: true,
    };
    const status = await it.status('Projects/Seed', query);
    expect(status).toMatchObject({ path: 'Projects/Seed', messages: 40, unseen: 6, uidNext: 44 });
    expect(status).toMatchObject({
      uidValidity: 1_793_671_200n,
      highestModseq: expect.any(BigInt) as unknown,
    });
    await it.mailboxOpen('Projects/Seed');
    const sizes = await it.fetchAll('1:*', { size: true });
    expect(status && status.size).toBe(sizes.reduce((sum, { size = 0 }) => sum + size, 0));
    await expect(it.status('Nowhere', { messages: true })).rejects.toMatchObject({ code: 'NotFound' });
    await it.logout();
    const old = await client(OLD);
    expect(await old.status('INBOX', { messages: true, recent: true, unseen: true })).toMatchObject({
      messages: 5,
      recent: 5,
    });
    await old.logout();
  });
  test('which mailboxes there are, with a counting of each', async () => {
    const it = await client();
    const tree = await it.listTree({ statusQuery: { messages: true } });
    const museum = tree.folders?.find(({ path }) => path === 'Museum');
    expect(museum).toMatchObject({ name: 'Museum', delimiter: '/', listed: true, status: { messages: 18 } });
    expect(it.namespaces).toEqual({
      personal: [{ prefix: '', delimiter: '/' }],
      other: false,
      shared: [{ prefix: '#shared/', delimiter: '/' }],
    });
    await it.logout();
    const old = await client(OLD);
    const boxes = await old.list();
    expect(
      boxes.map(({ path, delimiter, subscribed, specialUse }) => [path, delimiter, subscribed, specialUse]),
    ).toEqual([
      ['INBOX', '.', true, '\\Inbox'],
      ['INBOX.Sent', '.', true, '\\Sent'],
      ['INBOX.Entwürfe', '.', true, '\\Drafts'],
      ['INBOX.Papierkorb', '.', true, '\\Trash'],
    ]);
    await old.logout();
  });
  test('for nothing but whether the password is right', async () => {
    const it = imapflowAt(outside, LAB);
    it.options.verifyOnly = true;
    await it.connect();
    expect(it.authenticated).toBe(true);
    expect(it.isClosed).toBe(true);
  });
});
describe('imapflow reads', { timeout: 30_000 }, () => {
  test('one letter, all letters, and parts of them', async () => {
    const it = await client();
    await it.mailboxOpen('Museum', { readOnly: true });
    expect(it.mailbox && it.mailbox.readOnly).toBe(true);
    const query = {
      bodyParts: ['header', 'text', '1', '1.1', '2.mime'],
      threadId: true,
      source: { start: 0, maxLength: 20 },
    };
    const one = await it.fetchOne('8', query);
    const parts = one ? one.bodyParts : undefined;
    expect(one && one.headers?.toString()).toMatch(/^Return-Path: [\s\S]*\r\n\r\n$/);
    expect(parts?.get('1')?.toString()).toContain('below');
    expect(parts?.get('2.mime')?.toString().toLowerCase()).toContain('message/rfc822');
    expect(one && one.source?.length).toBe(20);
    const few = await it.fetchAll([1, 2, 3], { full: true });
    expect(
      few.map(({ seq, envelope, bodyStructure }) => [seq, typeof envelope, bodyStructure?.type]),
    ).toEqual([
      [1, 'object', 'text/plain'],
      [2, 'object', 'text/plain'],
      [3, 'object', 'text/plain'],
    ]);
    const headers = await all(it.fetch('2:1', { headers: true, fast: true, internalDate: true }));
    expect(headers).toHaveLength(2);
    for (const { headers: head, internalDate } of headers) {
      expect(head?.toString()).toMatch(/\r\n\r\n$/);
      expect(internalDate).toBeInstanceOf(Date);
    }
    expect(await it.fetchOne('99', { flags: true }, { uid: true })).toBe(false);
    await it.logout();
  });
  test('changes since it was here', async () => {
    const it = await client();
    const box = await it.mailboxOpen('Lists/seed-talk');
    const since = box.highestModseq ?? 0n;
    await it.messageFlagsAdd('2,4', ['\\Flagged']);
    const changed = await it.fetchAll('1:*', { flags: true }, { changedSince: since });
    expect(changed.map(({ seq, modseq = 0n }) => [seq, modseq > since])).toEqual([
      [2, true],
      [4, true],
    ]);
    expect(await it.messageFlagsAdd('1:3', ['\\Deleted'], { unchangedSince: since })).toBe(true);
    expect(await it.search({ deleted: true })).toEqual([1, 3]);
    expect(await it.messageFlagsRemove('1:*', ['\\Deleted'], { silent: true })).toBe(true);
    expect(await it.search({ deleted: true })).toEqual([]);
    await it.logout();
  });
  test.each([false, true])('downloads (without BINARY: %s)', async (disableBinary) => {
    const it = await client({ disableBinary });
    await it.mailboxOpen('Museum');
    const whole = await it.download('1');
    expect(await text(whole.content)).toContain('a letter may be as short as this');
    const start = await it.download('7', '2', { maxBytes: 5, chunkSize: 2 });
    expect(await text(start.content)).toBe('%PDF-');
    const many = await it.downloadMany('7', ['1.1', '2']);
    expect(many['2']?.meta).toMatchObject({ contentType: 'application/pdf', disposition: 'attachment' });
    expect(many['2']?.content?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await it.download('7', '9')).toEqual({});
    await it.logout();
  });
});
describe('imapflow changes', { timeout: 30_000 }, () => {
  test('the colour of a flag', async () => {
    const it = await client();
    await it.mailboxOpen('INBOX');
    expect(await it.setFlagColor('1', 'purple')).toBe(true);
    expect(await it.fetchOne('1', { flags: true })).toMatchObject({ flagColor: 'purple' });
    expect(await it.setFlagColor('1', 'red')).toBe(true);
    expect(await it.fetchOne('1', { flags: true })).toMatchObject({ flagColor: 'red' });
    await it.logout();
  });
  test('nothing where it may only read', async () => {
    const it = await client();
    await it.mailboxOpen('INBOX', { readOnly: true });
    expect(await it.messageFlagsAdd('1', ['\\Flagged'])).toBe(false);
    expect(await it.messageDelete('1')).toBe(false);
    expect(it.mailbox && it.mailbox.exists).toBe(12);
    await it.mailboxOpen('INBOX');
    expect(await it.messageFlagsSet('2', ['\\Answered', 'seen-by-me'])).toBe(true);
    expect(await it.fetchOne('2', { flags: true })).toMatchObject({
      flags: new Set(['\\Answered', 'seen-by-me']),
    });
    await it.logout();
  });
  test.each([
    ['a modern server', {}, 'Trash'],
    ['an old one, which knows neither MOVE nor UIDPLUS', OLD, 'INBOX.Papierkorb'],
  ] as const)('moves, copies and deletes on %s', async (_what, wish, trash) => {
    const it = await client(wish);
    await it.append('INBOX', LETTER, ['\\Seen'], '2026-10-12T10:00:00Z');
    await it.append('INBOX', Buffer.from(LETTER));
    await it.mailboxOpen('INBOX');
    const before = it.mailbox ? it.mailbox.exists : 0;
    expect(await it.messageCopy('*', trash)).toMatchObject({ path: 'INBOX', destination: trash });
    expect(await it.messageMove('*', trash)).toMatchObject({ path: 'INBOX', destination: trash });
    expect(it.mailbox && it.mailbox.exists).toBe(before - 1);
    expect(await it.messageDelete([before - 1])).toBe(true);
    expect(it.mailbox && it.mailbox.exists).toBe(before - 2);
    await it.mailboxOpen(trash);
    const there = await it.fetchAll('*', { source: true, flags: true });
    expect(there.map(({ source }) => source?.toString())).toEqual([LETTER]);
    await expect(it.messageMove('1', 'Nowhere')).resolves.toBe(false);
    await it.logout();
  });
  test('a mailbox with many levels', async () => {
    const it = await client(OLD);
    expect(await it.mailboxCreate(['Reisen', '2026', 'Köln'])).toMatchObject({
      path: 'INBOX.Reisen.2026.Köln',
      created: true,
    });
    expect(await it.mailboxSubscribe('Reisen')).toBe(true);
    expect((await it.list()).map(({ path }) => path)).toContain('INBOX.Reisen.2026');
    expect(await it.mailboxRename(['Reisen'], ['Fahrten'])).toMatchObject({ newPath: 'INBOX.Fahrten' });
    expect(await it.mailboxDelete('Fahrten.2026.Köln')).toMatchObject({ path: 'INBOX.Fahrten.2026.Köln' });
    expect(await it.mailboxUnsubscribe('Reisen')).toBe(true);
    await it.logout();
  });
});
