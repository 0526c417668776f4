// How imapflow waits for news, shares a connection among several tasks, and takes its leave.
import type { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connected, next, type Wish } from './imapflow-client.ts';
import { outsideOf, type Outside } from './outside.ts';

const LETTER = 'From: a@example.com\r\nSubject: By hand\r\n\r\nHello\r\n';
let outside: Outside;
beforeAll(async () => {
  outside = await outsideOf();
});
afterAll(() => outside.close());
const client = (wish?: Wish): Promise<ImapFlow> => connected(outside, wish);

describe('imapflow waits and leaves', { timeout: 30_000 }, () => {
  test.each(['NOOP', 'SELECT', 'STATUS'] as const)('without IDLE, by %s', async (missingIdleCommand) => {
    const it = await client({ missingIdleCommand, maxIdleTime: 300 });
    it.capabilities.delete('IDLE');
    const other = await client();
    await it.mailboxOpen('Drafts');
    const exists = next(it, 'exists');
    const idling = it.idle();
    await other.append('Drafts', LETTER);
    expect(await exists).toMatchObject({ path: 'Drafts' });
    await it.noop();
    await idling;
    await it.logout();
    await other.logout();
  });
  test('IDLE is begun again when it has lasted for long, and whoever holds a mailbox keeps others waiting', async () => {
    const it = await client({ maxIdleTime: 100 });
    const lock = await it.getMailboxLock('INBOX');
    const later = it.getMailboxLock('Trash', { readOnly: true });
    const idling = it.idle();
    const sent = it.stats().sent;
    await expect.poll(() => it.stats().sent - sent, { timeout: 10_000 }).toBeGreaterThan(40);
    lock.release();
    const other = await later;
    expect(it.mailbox && it.mailbox.path).toBe('Trash');
    await idling;
    other.release();
    expect(await it.mailboxClose()).toBe(true);
    expect(it.mailbox).toBe(false);
    await it.logout();
  });
  test('a mailbox that is deleted under it says BYE', async () => {
    const [it, other] = [await client(), await client()];
    await other.mailboxCreate('Short');
    await it.mailboxOpen('Short');
    const closed = next(it, 'close');
    await other.mailboxDelete('Short');
    await closed;
    expect(it.byeReason).toBe('The mailbox you had open is not there any more');
    await other.logout();
  });
  test('politely, at once, or with the socket left to somebody else', async () => {
    const gentle = await client({ secure: false });
    expect(await gentle.upgradeToSTARTTLS()).toBe(true);
    const closed = next(gentle, 'close');
    gentle.closeAfter();
    await closed;
    const rude = await client();
    rude.close();
    expect(rude.isClosed).toBe(true);
    const split = await client();
    const { readSocket, writeSocket } = split.unbind();
    const said = new Promise<string>((resolve) => {
      readSocket.once('data', (octets: Buffer) => {
        resolve(octets.toString());
      });
    });
    readSocket.resume();
    writeSocket.write('x1 NOOP\r\n');
    expect(await said).toMatch(/^x1 OK /);
    writeSocket.end();
  });
});
