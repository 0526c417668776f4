import { describe, expect, test } from 'vitest';
import { append, newMailbox } from '../../../src/core/store/mailbox.ts';
import { noRows } from '../../../src/core/store/rows.ts';
import type { SceneConn, SceneHost, SceneMailbox } from '../../../src/core/trace/scene-types.ts';
import { castOf } from '../../../src/ui/network/cast.ts';
import { boxKey } from '../../../src/ui/network/layout.ts';

const host = (id: string, role: SceneHost['role'], store = ''): SceneHost => ({
  id,
  role,
  address: '192.0.2.1',
  consoles: id === 'you' ? ['you@client'] : [],
  services: [],
  listeners: [],
  store,
  lit: false,
});
const servers = ['mx1', 'mx2', 'submit', 'imap', 'pop'].map((id) =>
  host(id, 'server', id === 'mx2' ? '' : 'shop'),
);
const others = ['dns', 'relay', 'lists', 'old', 'smuggle'].map((id) => host(id, 'server', id));
const desks = ['you', 'laptop', 'phone'].map((id) => host(id, 'people'));
/** With a letter in it: an old one, or one that came in this step. */
const box = (on: string, name: string, letter: 'none' | 'old' | 'fresh' = 'none'): SceneMailbox => ({
  host: on,
  store: on,
  name,
  box: letter === 'none' ? newMailbox(1) : append(newMailbox(1), 'A: b\r\n\r\n'),
  naming: undefined,
  before: noRows,
  lockedBy: 0,
  marked: new Set(),
  fresh: letter === 'fresh',
  gone: false,
  changed: 0,
});
const conn = (to: string, phase: SceneConn['phase'] = 'open'): SceneConn => ({
  id: 1,
  from: 'you',
  to,
  port: 25,
  phase,
  secure: false,
  console: 'you@client',
  answerer: '',
});
const world = { hosts: [...servers, ...others, ...desks], links: [], conns: [], sessions: [], mailboxes: [] };
const names = (hosts: readonly SceneHost[]): readonly string[] => hosts.map(({ id }) => id);

describe('who is drawn', () => {
  test('at first the nearest two servers, and whoever sits somewhere', () => {
    const { hosts, folded } = castOf(world, false, 5);
    expect(names(hosts)).toEqual(['mx1', 'mx2', 'you', 'laptop']);
    expect(folded).toBe(9);
  });
  test('everybody, when asked for', () => {
    expect(castOf(world, true, 5)).toMatchObject({ hosts: world.hosts, folded: 0 });
  });
  test('who is talked to takes the place of one who is not; who was talked to stays', () => {
    const link = { between: ['relay', 'you'] as const, conns: [1], secure: false, cut: false };
    const now = castOf({ ...world, conns: [conn('relay')], links: [link] }, false, 5);
    expect(names(now.hosts)).toEqual(['mx1', 'relay', 'you', 'laptop']);
    const after = castOf({ ...world, conns: [conn('relay', 'closed')], links: [link] }, false, 5);
    expect(names(after.hosts)).toContain('relay');
  });
  test('all who talk at once are drawn', () => {
    const conns = ['mx1', 'pop', 'old', 'lists'].map((to) => conn(to));
    expect(names(castOf({ ...world, conns }, false, 5).hosts)).toEqual(
      expect.arrayContaining(['mx1', 'pop', 'old', 'lists', 'you']),
    );
  });
  test('a mailbox is drawn beside whoever keeps it and is talked to; where nobody drawn does, it is not', () => {
    const mailboxes = [box('mx1', 'bob/INBOX'), box('lists', 'talk/INBOX')];
    const idle = castOf({ ...world, mailboxes }, false, 5);
    expect(idle.mailboxes.map(({ name }) => name)).toEqual(['bob/INBOX']);
    expect([...idle.keepers]).toEqual([[boxKey({ host: 'mx1', name: 'bob/INBOX' }), 'mx1']]);
    const talking = castOf({ ...world, mailboxes, conns: [conn('pop')] }, false, 5);
    expect([...talking.keepers.values()]).toEqual(['pop']);
  });
  test('of many mailboxes those that change, then those with letters, in their own order', () => {
    const empty = Array.from({ length: 9 }, (_, i) => box('mx1', `user${i}/INBOX`));
    const mailboxes = [...empty, box('mx1', 'full/INBOX', 'old'), box('mx1', 'bob/INBOX', 'fresh')];
    expect(castOf({ ...world, mailboxes }, false, 5).mailboxes.map(({ name }) => name)).toEqual([
      'user0/INBOX',
      'user1/INBOX',
      'user2/INBOX',
      'full/INBOX',
      'bob/INBOX',
    ]);
  });
  test('a mailbox where mail arrives is drawn before a folder that only keeps it', () => {
    const folders = ['a', 'b', 'c'].map((name) => box('mx1', `alice/${name}`, 'old'));
    const mailboxes = [...folders, box('mx1', 'alice/INBOX'), box('mx1', 'bob/INBOX', 'old')];
    const drawn = castOf({ ...world, mailboxes }, false, 3).mailboxes;
    expect(drawn.map(({ name }) => name)).toEqual(['alice/a', 'alice/INBOX', 'bob/INBOX']);
  });
});
