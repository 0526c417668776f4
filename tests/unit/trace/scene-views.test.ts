// What each session has been told of a mailbox, read from the trace alone, against what its server keeps of it.
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Mailbox } from '../../../src/core/store/mailbox.ts';
import { untoldTo, viewsOf } from '../../../src/core/trace/mail-list.ts';
import { sceneAt, type Scene } from '../../../src/core/trace/scene.ts';
import { acts, begin, perform, type Walk } from '../../imap/walk.ts';
import { faults, open, send } from '../../transcript/lab.ts';
import { hand, worldFor } from '../../transcript/place.ts';
import { POP, testWorld } from '../../world.ts';
import { bench, boxIn, sceneOf, table } from './mail-trace.ts';

const start = testWorld({ takesMail: true });
describe('two clients of one mailbox', () => {
  test('an EXPUNGE is told when it may be told: until then the old numbers hold', () => {
    const b = bench(start, 2);
    const [one = 0, two = 0] = b.conns;
    const rows = (): readonly string[] => table(sceneOf(b), 'bob/INBOX');
    for (const conn of b.conns) send(b.lab, conn, 'b SELECT INBOX\r\n');
    expect(rows()).toEqual(['1 : 1, 1', '2 : 2, 2', '3 : 3, 3']);
    send(b.lab, one, 'c STORE 1 +FLAGS (\\Deleted)\r\n');
    expect(rows()).toEqual(['1 \\Deleted: 1, 1', '2 : 2, 2', '3 : 3, 3']);
    send(b.lab, one, 'd EXPUNGE\r\n');
    expect(rows()).toEqual(['1 \\Deleted: -, 1 gone', '2 : 1, 2', '3 : 2, 3']);
    send(b.lab, two, 'c FETCH 2 (FLAGS)\r\n');
    expect(rows()).toEqual(['1 \\Deleted: -, 1 gone', '2 : 1, 2', '3 : 2, 3']);
    hand(b.lab, 'bob');
    expect(rows()).toEqual(['1 \\Deleted: -, 1 gone', '2 : 1, 2', '3 : 2, 3', '4 : 3, 4']);
    send(b.lab, two, 'd NOOP\r\n');
    expect(rows()).toEqual(['2 : 1, 1', '3 : 2, 2', '4 : 3, 3']);
  });
  test('whoever idles is told at once; whoever closes has no numbers any more', () => {
    const b = bench(start, 2);
    const [one = 0, two = 0] = b.conns;
    for (const conn of b.conns) send(b.lab, conn, 'b SELECT INBOX\r\n');
    send(b.lab, two, 'c IDLE\r\n');
    send(b.lab, two, 'DONE\r\nd STORE 2 +FLAGS (\\Deleted)\r\ne EXPUNGE\r\nf IDLE\r\n');
    hand(b.lab, 'bob');
    const box = boxIn(sceneOf(b), 'bob/INBOX');
    const views = viewsOf(sceneOf(b).views, box);
    expect(views.map((view) => untoldTo(view, box))).toEqual([
      { gone: 1, changed: 0, come: 0 },
      { gone: 0, changed: 0, come: 0 },
    ]);
    send(b.lab, one, 'd CLOSE\r\n');
    expect(sceneOf(b).views.map(({ conn }) => conn)).toEqual([two]);
  });
  test('a mailbox that is renamed under a session is the same one; one that is deleted is still counted', () => {
    const b = bench(start, 2);
    const [one = 0, two = 0] = b.conns;
    send(b.lab, one, 'b CREATE Old/Work\r\nc APPEND Old/Work (\\Seen) {2+}\r\nHi\r\n');
    send(b.lab, two, 'd SELECT Old/Work\r\n');
    send(b.lab, one, 'd RENAME Old New\r\n');
    const renamed = boxIn(sceneOf(b), 'bob/New/Work');
    expect(viewsOf(sceneOf(b).views, renamed)).toHaveLength(1);
    expect(renamed.box.rows.chunks.flat()).toMatchObject([{ uid: 1, flags: ['\\Seen'] }]);
    send(b.lab, one, 'e DELETE New/Work\r\n');
    expect(sceneOf(b).views).toMatchObject([{ conn: two, mailbox: 'bob/Old/Work' }]);
    expect(boxIn(sceneOf(b), 'bob/New/Work').gone).toBe(true);
    send(b.lab, one, 'f NOOP\r\n');
    expect(namesIn(sceneOf(b))).not.toContain('bob/New/Work');
  });
  test('a maildrop is numbered as it was at login', () => {
    const b = bench(start, 1);
    const [one = 0] = b.conns;
    const drop = open(b.lab, 110);
    send(b.lab, drop, 'USER bob\r\nPASS correct-horse\r\n');
    send(b.lab, one, 'b SELECT INBOX\r\nc STORE 1 +FLAGS.SILENT (\\Deleted)\r\nd EXPUNGE\r\n');
    hand(b.lab, 'bob');
    expect(table(sceneOf(b), 'bob/INBOX')).toEqual([
      '1 : -, 1 gone',
      '2 : 1, 2',
      '3 : 2, 3',
      '4 : 3, - come',
    ]);
  });
  test('subscriptions are known, whatever there is', () => {
    const b = bench(start, 1);
    send(b.lab, b.conns[0] ?? 0, 'b SUBSCRIBE Nowhere\r\nc SUBSCRIBE INBOX\r\nd UNSUBSCRIBE Nowhere\r\n');
    expect(sceneOf(b).subscriptions.get('example.com bob')).toEqual(['INBOX']);
  });
  test('RENAME of INBOX moves its messages, and the scene sees both', () => {
    const b = bench(start, 1);
    send(b.lab, b.conns[0] ?? 0, 'b RENAME INBOX Attic\r\n');
    expect(boxIn(sceneOf(b), 'bob/Attic').box.rows.length).toBe(3);
    expect(boxIn(sceneOf(b), 'bob/INBOX').box.rows.length).toBe(0);
  });
});

const withoutClaims = ({ rows, uidNext, uidValidity, modseq, id, uses }: Mailbox): object => ({
  rows: rows.chunks.flat(),
  uidNext,
  uidValidity,
  modseq,
  id,
  uses,
});
const namesIn = ({ mailboxes }: Scene): readonly string[] =>
  mailboxes.filter(({ gone }) => !gone).map(({ name }) => name);
interface Sees {
  readonly view: { readonly chunks: readonly (readonly { readonly uid: number }[])[] };
}
/** What the server's own session holds, to compare. */
function kept(state: unknown): readonly number[] | undefined {
  const { at } = state as { at: { name: string; data: Sees & { selected?: Sees | null } } };
  const open = at.name === 'selected' ? at.data : at.name === 'idling' ? at.data.selected : null;
  return open?.view.chunks.flat().map(({ uid }) => uid);
}
function compare({ lab, sessions }: Walk): void {
  const scene = sceneAt(start, lab.trace, Infinity);
  for (const { name, box } of scene.mailboxes) {
    const there = lab.world.hosts[POP]?.store.mailboxes[name];
    expect(there && withoutClaims(box)).toEqual(there && withoutClaims(there));
  }
  expect(namesIn(scene).toSorted()).toEqual(
    Object.keys(lab.world.hosts[POP]?.store.mailboxes ?? {}).toSorted(),
  );
  for (const { conn, client } of sessions) {
    const uids = scene.views
      .find((it) => it.conn === conn)
      ?.rows.chunks.flat()
      .map(({ uid }) => uid);
    expect(uids).toEqual(kept(lab.world.conns.find(({ id }) => id === conn)?.b.state));
    // and what the client makes of what it has heard: the same numbers
    expect(client.messages.map(({ uid }, i) => uid ?? uids?.[i])).toEqual(uids);
  }
}
const kinds = fc.constantFrom(['', '', ''], ['QRESYNC', '', 'IMAP4rev2 QRESYNC']);
it('numbers every message as each client was told, after whatever three of them do', () => {
  fc.assert(
    fc.property(kinds, acts, (enabled, all) => {
      const walk = begin(enabled);
      for (const [who, what] of all) {
        perform(walk, who, what);
        compare(walk);
      }
      expect(faults(walk.lab)).toEqual([]);
    }),
    { numRuns: 12, seed: 5 },
  );
});
it('knows every mailbox from the facts, whatever becomes of their names', () => {
  const b = bench(worldFor({}), 1);
  const line = fc.constantFrom(
    'CREATE A/B',
    'CREATE A',
    'RENAME A C',
    'RENAME C/B A/B',
    'DELETE A',
    'DELETE C',
    'RENAME INBOX A/X',
    'APPEND A {2+}\r\nHi',
    'APPEND INBOX {2+}\r\nHo',
    'SELECT INBOX',
    'COPY 1:* A',
    'MOVE 1 C',
    'STORE 1:* +FLAGS ($One $Two \\Seen)',
    'CREATE Sent (USE (\\Sent))',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      for (const text of lines) send(b.lab, b.conns[0] ?? 0, `x ${text}\r\n`);
      const scene = sceneOf(b);
      const there = b.lab.world.hosts[POP]?.store.mailboxes ?? {};
      expect(namesIn(scene).toSorted()).toEqual(Object.keys(there).toSorted());
      for (const { name, box } of scene.mailboxes)
        expect(withoutClaims(box)).toEqual(withoutClaims(there[name] ?? box));
    }),
    { numRuns: 10, seed: 7 },
  );
});
