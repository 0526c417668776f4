// imapflow, a client in use, does all it can on the bridge: here what a mail program does day by day.
import type { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all, connected, next, text, type Wish } from './imapflow-client.ts';
import { outsideOf, type Outside } from './outside.ts';

let outside: Outside;
beforeAll(async () => {
  outside = await outsideOf();
});
afterAll(() => outside.close());
const client = (wish?: Wish): Promise<ImapFlow> => connected(outside, wish);
const LETTER = 'From: a@example.com\r\nSubject: By hand\r\n\r\nHello\r\n';

describe('imapflow reads', { timeout: 30_000 }, () => {
  test('logs in by TLS and by STARTTLS, in the best way there is', async () => {
    for (const secure of [true, false]) {
      const it = await client({ secure, user: 'erin', pass: 'größe7' });
      expect(it.authenticated).toBeTruthy();
      expect(it.secureConnection).toBe(true);
      expect([...it.enabled]).toEqual(expect.arrayContaining(['IMAP4REV2', 'CONDSTORE']));
      expect(it.serverInfo).toEqual({ name: 'Mailwire' });
      await it.logout();
    }
    await expect(client({ pass: 'guess' })).rejects.toMatchObject({ authenticationFailed: true });
  });

  test('lists and counts', async () => {
    const it = await client();
    const boxes = await it.list({ statusQuery: { messages: true, unseen: true } });
    const uses = boxes.map(({ path, specialUse }) => [path, specialUse]);
    expect(uses).toEqual(
      expect.arrayContaining([
        ['INBOX', '\\Inbox'],
        ['Sent', '\\Sent'],
        ['Projects/Seed', undefined],
        ['台北', undefined],
        ['#shared/office', undefined],
      ]),
    );
    expect(boxes.find(({ path }) => path === 'Projects/Seed')?.status).toMatchObject({ messages: 40 });
    const tree = await it.listTree();
    expect(tree.folders?.find(({ name }) => name === 'Projects')?.folders?.map(({ name }) => name)).toEqual([
      'Seed',
    ]);
    expect(
      await it.status('INBOX', { messages: true, uidNext: true, uidValidity: true, size: true }),
    ).toMatchObject({
      messages: 12,
      uidNext: 126,
      uidValidity: 1_793_696_400n,
    });
    await it.logout();
  });

  test('makes, renames, subscribes to and deletes mailboxes', async () => {
    const it = await client();
    expect(await it.mailboxCreate(['Büro', '2026'])).toMatchObject({ path: 'Büro/2026', created: true });
    expect(await it.mailboxCreate('Büro')).toMatchObject({ path: 'Büro', created: false });
    expect(await it.mailboxRename('Büro/2026', 'Büro/Alt')).toMatchObject({ newPath: 'Büro/Alt' });
    expect(await it.mailboxSubscribe('Büro/Alt')).toBe(true);
    expect((await it.list()).find(({ path }) => path === 'Büro/Alt')).toMatchObject({ subscribed: true });
    expect(await it.mailboxUnsubscribe('Büro/Alt')).toBe(true);
    expect(await it.mailboxDelete('Büro/Alt')).toMatchObject({ path: 'Büro/Alt' });
    await expect(it.mailboxDelete('Büro/Alt')).rejects.toMatchObject({ serverResponseCode: 'NONEXISTENT' });
    expect(await it.mailboxDelete('Büro')).toMatchObject({ path: 'Büro' });
    await it.logout();
  });

  test('reads headers, structures, parts and whole letters', async () => {
    const it = await client();
    const lock = await it.getMailboxLock('Museum', { readOnly: true });
    const query = {
      uid: true,
      flags: true,
      envelope: true,
      bodyStructure: true,
      size: true,
      internalDate: true,
    };
    const letters = await all(it.fetch('1:*', { ...query, source: true, headers: ['subject'] }));
    expect(letters).toHaveLength(18);
    for (const { size, source, headers } of letters) {
      expect(source?.length).toBe(size);
      expect(headers?.toString()).toMatch(/\r\n$/);
    }
    expect(letters[4]?.envelope?.subject).toBe('Grüße aus der Bücherstube, mit café und € 5 (no more)');
    expect(letters[6]?.bodyStructure?.childNodes?.[1]?.type).toBe('application/pdf');
    const greek = await it.download('2', '1');
    expect(await text(greek.content)).toContain('Καλημέρα Αλίκη');
    const japanese = await it.download('4', '1');
    expect(await text(japanese.content)).toMatch(/[\u3040-\u30ff]/);
    const pdf = await it.download('7', '2');
    expect(pdf.meta).toMatchObject({
      contentType: 'application/pdf',
      filename: 'Invoice for Bücher und lamps.pdf',
    });
    expect((await text(pdf.content)).slice(0, 5)).toBe('%PDF-');
    lock.release();
    await it.logout();
  });
});
describe('imapflow changes', { timeout: 30_000 }, () => {
  test('flags, copies, moves, deletes and appends', async () => {
    const it = await client();
    await it.mailboxOpen('Archive');
    const before = it.mailbox ? it.mailbox.exists : 0;
    const put = await it.append(
      'Archive',
      LETTER,
      ['\\Seen', '$Forwarded'],
      new Date('2026-11-01T10:00:00Z'),
    );
    expect(put).toMatchObject({ destination: 'Archive', seq: before + 1 });
    const one = put ? String(put.uid) : '';
    expect(await it.messageFlagsAdd(one, ['\\Flagged'], { uid: true })).toBe(true);
    expect(await it.messageFlagsRemove(one, ['\\Seen'], { uid: true })).toBe(true);
    expect(await it.fetchOne(one, { flags: true, internalDate: true }, { uid: true })).toMatchObject({
      flags: new Set(['\\Flagged', '$Forwarded']),
      internalDate: new Date('2026-11-01T10:00:00Z'),
    });
    expect(await it.messageFlagsSet(one, ['\\Answered'], { uid: true })).toBe(true);
    const copied = await it.messageCopy(one, 'Projects', { uid: true });
    expect(copied && [...(copied.uidMap ?? [])]).toEqual([[Number(one), expect.any(Number)]]);
    const moved = await it.messageMove(one, 'Trash', { uid: true });
    expect(moved && moved.uidMap?.size).toBe(1);
    expect(it.mailbox && it.mailbox.exists).toBe(before);
    await it.mailboxOpen('Trash');
    const last = it.mailbox ? it.mailbox.exists : 0;
    expect(await it.messageDelete(String(last))).toBe(true);
    expect(it.mailbox && it.mailbox.exists).toBe(last - 1);
    await it.mailboxClose();
    await it.logout();
  });

  test('hears of what others do while it idles', async () => {
    const [it, other] = [await client(), await client()];
    await it.mailboxOpen('Projects');
    await other.mailboxOpen('Projects');
    const exists = next(it, 'exists');
    const idling = it.idle();
    await other.append('Projects', LETTER);
    expect(await exists).toMatchObject({ path: 'Projects' });
    const flagged = next(it, 'flags');
    await other.messageFlagsAdd('*', ['\\Seen']);
    expect(await flagged).toMatchObject({ path: 'Projects', flags: new Set(['\\Seen']) });
    const expunged = next(it, 'expunge');
    await other.messageDelete('*');
    expect(await expunged).toMatchObject({ path: 'Projects' });
    await it.noop();
    await idling;
    await it.logout();
    await other.logout();
  });

  test('comes back and is told what has happened (QRESYNC)', async () => {
    const other = await client();
    await other.mailboxOpen('Lists/seed-talk');
    const known = other.mailbox ? other.mailbox.highestModseq : undefined;
    const validity = other.mailbox ? other.mailbox.uidValidity : undefined;
    await other.messageFlagsAdd('2', ['\\Flagged']);
    const gone = await other.fetchOne('3', { uid: true });
    await other.messageDelete('3');
    const it = await client({ qresync: true });
    const vanished: unknown[] = [];
    it.on('expunge', (event) => vanished.push(event));
    const flags: unknown[] = [];
    it.on('flags', (event) => flags.push(event));
    await it.mailboxOpen('Lists/seed-talk', { changedSince: known, uidValidity: validity });
    expect(vanished).toEqual([
      expect.objectContaining({ uid: gone && gone.uid, vanished: true, earlier: true }),
    ]);
    expect(flags).toContainEqual(expect.objectContaining({ seq: 2, flags: expect.any(Set) as unknown }));
    await it.logout();
    await other.logout();
  });
});
