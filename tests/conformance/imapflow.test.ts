// imapflow, a client in use, does all it can on the bridge.
import { ImapFlow, type FetchMessageObject } from 'imapflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outsideOf, type Outside } from './outside.ts';

const HOST = 'imap.example.com';
let outside: Outside;
let authority: Outside['authority'];
const portOf = (port: number): number => outside.portOf(HOST, port);

beforeAll(async () => {
  outside = await outsideOf();
  ({ authority } = outside);
});
afterAll(() => outside.close());
interface Wish {
  readonly secure?: boolean;
  readonly user?: string;
  readonly pass?: string;
  readonly qresync?: boolean;
}
async function client({ secure = true, user = 'alice', pass = 'paper lantern', qresync = false }: Wish = {}) {
  const it = new ImapFlow({
    host: '127.0.0.1',
    port: portOf(secure ? 993 : 143),
    secure,
    servername: 'localhost',
    tls: { ca: authority.certificate },
    auth: { user, pass },
    logger: false,
    qresync,
    emitLogs: false,
  });
  await it.connect();
  return it;
}
const all = async (them: AsyncIterable<FetchMessageObject>): Promise<readonly FetchMessageObject[]> => {
  const out: FetchMessageObject[] = [];
  for await (const it of them) out.push(it);
  return out;
};
const text = async (stream: AsyncIterable<Buffer | string> | undefined): Promise<string> => {
  let out = '';
  for await (const chunk of stream ?? []) out += chunk.toString();
  return out;
};
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
    const exists = new Promise((resolve) => it.once('exists', resolve));
    const idling = it.idle();
    await other.append('Projects', LETTER);
    expect(await exists).toMatchObject({ path: 'Projects' });
    const flagged = new Promise((resolve) => it.once('flags', resolve));
    await other.messageFlagsAdd('*', ['\\Seen']);
    expect(await flagged).toMatchObject({ path: 'Projects', flags: new Set(['\\Seen']) });
    const expunged = new Promise((resolve) => it.once('expunge', resolve));
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
