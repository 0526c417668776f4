import { describe, expect, it } from 'vitest';
import { deliver } from '../../../src/core/host/delivery.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { sceneAt, type Scene } from '../../../src/core/trace/scene.ts';
import { CLIENT, POP } from '../../world.ts';
import { during, indexOf, total, trace, world } from './sample.ts';

describe('mailboxes', () => {
  const bobs = (scene: Scene) => scene.mailboxes.find((m) => m.name === 'bob/INBOX');
  it('show number, size, sender and subject from the start', () => {
    const box = bobs(sceneAt(world, [], 0));
    expect(box).toMatchObject({ host: POP, lockedBy: 0 });
    expect(box?.letters.map((l) => `${l.number} ${l.uid} ${l.from}: ${l.subject}`)).toEqual([
      '1 1 alice@example.com: Lunch',
      '2 2 carol@example.com: Dots',
      '3 3 dave@example.org: Short',
    ]);
    expect(box?.letters[0]?.size).toBe(
      world.hosts[POP]?.store.mailboxes['bob/INBOX']?.rows.chunks[0]?.[0]?.size,
    );
  });

  it('are locked while a session has them open', () => {
    const locked = indexOf(trace, (e) => e.type === 'fact' && e.fact.type === 'lock');
    expect(bobs(during(trace, locked - 1, 0))?.lockedBy).toBe(0);
    expect(bobs(during(trace, locked, 0))?.lockedBy).toBe(1);
    expect(bobs(sceneAt(world, trace, total))?.lockedBy).toBe(0);
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
    const { host, facts: told } = deliver(pop, 'bob', letter, 0);
    const comes = bobs(sceneAt(world, facts(...told), Infinity))?.letters.at(-1);
    expect(comes).toMatchObject({ number: 4, uid: 4, from: 'Bo', subject: 'By hand', fresh: true });
    const lies = { ...world, hosts: { ...world.hosts, [POP]: host } };
    expect({ ...comes, fresh: false }).toEqual(bobs(sceneAt(lies, [], 0))?.letters.at(-1));
  });
  it('mark what is to be deleted and take the mark away', () => {
    const marked = facts({ type: 'mark', mailbox, uids: [1, 2] });
    expect(bobs(sceneAt(world, marked, Infinity))?.letters.map((l) => l.marked)).toEqual([true, true, false]);
    const again = facts({ type: 'mark', mailbox, uids: [1, 2] }, { type: 'unmark', mailbox, uids: [1] });
    expect(bobs(sceneAt(world, again, Infinity))?.letters.map((l) => l.marked)).toEqual([false, true, false]);
    const dropped = facts({ type: 'mark', mailbox, uids: [1, 2] }, { type: 'unlock', mailbox });
    expect(bobs(sceneAt(world, dropped, Infinity))?.letters.map((l) => l.marked)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('grey what goes in the step in which it goes, and renumber after it', () => {
    const going = facts({ type: 'expunge', mailbox, uids: [1] });
    expect(bobs(sceneAt(world, going, Infinity))?.letters.map((l) => `${l.number} ${l.gone}`)).toEqual([
      '1 true',
      '2 false',
      '3 false',
    ]);
    const gone = facts({ type: 'expunge', mailbox, uids: [1] }, { type: 'none', next: true });
    expect(bobs(sceneAt(world, gone, Infinity))?.letters.map((l) => `${l.number} ${l.uid}`)).toEqual([
      '1 2',
      '2 3',
    ]);
  });
});
