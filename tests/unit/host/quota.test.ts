import { describe, expect, test } from 'vitest';
import { deliver } from '../../../src/core/host/delivery.ts';
import type { Host } from '../../../src/core/host/host.ts';
import { hasRoom, quotaOf } from '../../../src/core/host/quota.ts';
import { create } from '../../../src/core/store/grow.ts';
import { append } from '../../../src/core/store/mailbox.ts';
import { find, withBox } from '../../../src/core/store/tree.ts';
import { POP, testWorld } from '../../world.ts';

const host: Host = testWorld().hosts[POP] ?? (() => { throw new Error('no host'); })(); // prettier-ignore
const withUser = (change: Partial<Host['store']['users'][string]>): Host => {
  const bob = { name: 'bob', password: 'x', keys: null, ...change };
  return { ...host, store: { ...host.store, users: { ...host.store.users, bob } } };
};
const letter = `A: b\r\n\r\n${'x'.repeat(92)}\r\n`;

describe('a quota', () => {
  test('counts all mailboxes of its user, and nobody elses', () => {
    const grown = create(withUser({}).store, 'bob', 'Sent', 1);
    if (typeof grown === 'string') throw new Error(grown);
    const sent = find(grown.tree, 'bob', 'Sent')?.box;
    if (!sent) throw new Error('no mailbox');
    const before = quotaOf(host, 'bob');
    const after = quotaOf({ ...host, store: withBox(grown.tree, 'bob/Sent', append(sent, letter)) }, 'bob');
    expect(before.messages.used).toBe(3);
    expect(after.messages.used).toBe(4);
    expect(after.octets.used).toBe(before.octets.used + letter.length);
  });
  const rooms: readonly (readonly [string, Partial<Host['store']['users'][string]>, boolean])[] = [
    ['no limit', {}, true],
    ['a limit of 0, which is none', { quota: 0, messageQuota: 0 }, true],
    ['just as many octets', { quota: 500 }, true],
    ['an octet less', { quota: 499 }, false],
    ['just as many messages', { messageQuota: 4 }, true],
    ['a message less', { messageQuota: 3 }, false],
  ];
  test.each(rooms)('%s: %j, room for one more: %s', (_what, change, room) => {
    const now = withUser(change);
    const { used } = quotaOf(now, 'bob').octets;
    expect(hasRoom(now, 'bob', 500 - used)).toBe(room);
  });
});

test('a letter makes the INBOX it finds missing, and is dated when it comes', () => {
  const { 'bob/INBOX': _gone, ...mailboxes } = host.store.mailboxes;
  const { host: after, facts } = deliver(
    { ...host, store: { ...host.store, mailboxes } },
    'bob',
    letter,
    1000,
  );
  expect(facts.map(({ type }) => type)).toEqual(['create', 'append']);
  const box = find(after.store, 'bob', 'INBOX')?.box;
  expect(box?.uidValidity).toBe(1000);
  expect(box?.rows.chunks[0]?.[0]).toMatchObject({ internalDate: 1000, saveDate: 1000, uid: 1 });
});
