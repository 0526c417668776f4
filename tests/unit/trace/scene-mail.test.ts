import { describe, expect, it } from 'vitest';
import { deliver } from '../../../src/core/host/delivery.ts';
import { shownOf } from '../../../src/core/trace/letter-shown.ts';
import { uidsIn, type TraceEvent } from './mail-trace.ts';
import { doneTo, mailList } from '../../../src/core/trace/mail-list.ts';
import { sceneAt, type Scene } from '../../../src/core/trace/scene.ts';
import type { SceneMailbox } from '../../../src/core/trace/scene-types.ts';
import { scheduleOf } from '../../../src/core/trace/schedule.ts';
import { ask, labOf, open } from '../../transcript/lab.ts';
import { CLIENT, POP, testWorld } from '../../world.ts';
import { during, indexOf, total, trace, world } from './sample.ts';

describe('mailboxes', () => {
  const bobs = (scene: Scene): SceneMailbox => {
    const found = scene.mailboxes.find((m) => m.name === 'bob/INBOX');
    if (!found) throw new Error('no mailbox');
    return found;
  };
  it('show what lies there from the start, by reference', () => {
    const box = bobs(sceneAt(world, [], 0));
    expect(box).toMatchObject({ host: POP, store: 'example.com', lockedBy: 0 });
    expect(box.box).toBe(world.hosts[POP]?.store.mailboxes['bob/INBOX']);
    const letters = box.box.rows.chunks.flat().map(({ uid, body }) => ({ uid, ...shownOf(body) }));
    expect(letters.map(({ uid, from, subject }) => `${uid} ${from}: ${subject}`)).toEqual([
      '1 alice@example.com: Lunch',
      '2 carol@example.com: Dots',
      '3 dave@example.org: Short',
    ]);
  });

  it('are the rows of the store, not others like them, whatever a client does', () => {
    const lab = labOf(testWorld({ takesMail: true }));
    const start = lab.world;
    const conn = open(lab, 143);
    const doing = [
      'LOGIN bob correct-horse',
      'SELECT INBOX',
      'FETCH 1 BODY[]',
      'COPY 1:2 INBOX',
      'STORE 1:4 +FLAGS (\\Flagged fresh)',
      'APPEND INBOX {4+}\r\nHi\r\n',
      'STORE 2,5 +FLAGS (\\Deleted)',
      'EXPUNGE',
      'MOVE 1 INBOX',
      'REPLACE 1 INBOX {4+}\r\nHo\r\n',
    ];
    for (const line of doing) expect(ask(lab, conn, `a ${line}\r\n`)).toMatch(/^a OK/m);
    const box = bobs(sceneAt(start, lab.trace, scheduleOf(lab.trace).total)).box;
    expect(box.rows).toBe(lab.world.hosts[POP]?.store.mailboxes['bob/INBOX']?.rows);
    const copy: typeof lab.trace = structuredClone(lab.trace);
    expect(bobs(sceneAt(start, copy, scheduleOf(copy).total)).box.rows).toEqual(box.rows);
  });

  it('are locked while a session has them open', () => {
    const locked = indexOf(trace, (e) => e.type === 'fact' && e.fact.type === 'lock');
    expect(bobs(during(trace, locked - 1, 0)).lockedBy).toBe(0);
    expect(bobs(during(trace, locked, 0)).lockedBy).toBe(1);
    expect(during(trace, locked, 0).views).toMatchObject([{ conn: 1, mailbox: 'bob/INBOX' }]);
    expect(bobs(sceneAt(world, trace, total)).lockedBy).toBe(0);
    expect(sceneAt(world, trace, total).views).toEqual([]);
  });

  const facts = (...told: readonly object[]): readonly TraceEvent[] => {
    const conn = { conn: 1, at: 0 };
    const open = {
      type: 'conn',
      phase: 'open',
      from: CLIENT,
      to: POP,
      port: 110,
      dir: 'a>b',
      arrives: 0,
      tls: null,
    } as const;
    const all: TraceEvent[] = [{ ...conn, ...open, id: 1, cause: 0 }];
    told.forEach((fact, i) => {
      const cause = 'next' in fact ? 0 : 1;
      all.push({ ...conn, type: 'fact', id: i + 2, cause, host: POP, fact: { type: 'none', ...fact } });
    });
    return all;
  };
  const mailbox = 'bob/INBOX';
  it('list a letter that comes as they list one that was there', () => {
    const pop = world.hosts[POP];
    if (pop === undefined) throw new Error('no host');
    const letter = 'From: Bo <you@client.example.net>\r\nSubject: By hand\r\n\r\n';
    const { host, facts: told } = deliver(pop, 'bob', letter, 7);
    const box = bobs(sceneAt(world, facts(...told), Infinity));
    expect(box.box).toEqual(host.store.mailboxes[mailbox]);
    expect(doneTo(box, 4)).toEqual({ what: 'come', added: [], taken: [] });
  });
  it('mark what is to be deleted and take the mark away', () => {
    const marks = (...all: readonly object[]): readonly number[] => [
      ...bobs(sceneAt(world, facts(...all), Infinity)).marked,
    ];
    const marked = { type: 'mark', mailbox, uids: [1, 2] };
    expect(marks(marked)).toEqual([1, 2]);
    expect(marks(marked, { type: 'unmark', mailbox, uids: [1] })).toEqual([2]);
    expect(marks(marked, { type: 'unlock', mailbox })).toEqual([]);
  });

  it('keep what goes in the step in which it goes, and forget it after', () => {
    const going = bobs(sceneAt(world, facts({ type: 'expunge', mailbox, uids: [1] }), Infinity));
    expect(uidsIn(mailList(going, []))).toEqual([1, 2, 3]);
    expect([1, 2, 3].map((uid) => doneTo(going, uid).what)).toEqual(['gone', '', '']);
    const after = facts({ type: 'expunge', mailbox, uids: [1] }, { type: 'none', next: true });
    const gone = bobs(sceneAt(world, after, Infinity));
    expect(uidsIn(mailList(gone, []))).toEqual([2, 3]);
    expect(gone).toMatchObject({ fresh: false, changed: 2 });
  });
  it('are the same things wherever one comes from', () => {
    const all = facts({ type: 'expunge', mailbox, uids: [1] }, { type: 'mark', mailbox, uids: [2] });
    const there = sceneAt(world, all, Infinity).mailboxes;
    sceneAt(world, all, 0);
    expect(bobs(sceneAt(world, all, Infinity))).toBe(there.find(({ name }) => name === mailbox));
  });
});
