// The mailbox panel's list: users, folders, messages, as rows that are worked out when they are seen, and moved through by keys.
import { describe, expect, test } from 'vitest';
import { append, newMailbox, type Mailbox } from '../../../src/core/store/mailbox.ts';
import { mailTree } from '../../../src/core/trace/mail-tree.ts';
import type { SceneMailbox } from '../../../src/core/trace/scene-types.ts';
import { deedOf, rowNamed, typedAfter, type Standing } from '../../../src/ui/mailbox/keys.ts';
import { changedRow, layoutOf, lineAt, rowAtTop, rowOf, spanOf } from '../../../src/ui/mailbox/layout.ts';

const filled = (n: number): Mailbox =>
  Array.from({ length: n }).reduce<Mailbox>((box) => append(box, 'A: b\r\n\r\n'), newMailbox(1, 1));
const box = (name: string, n: number, more: Partial<SceneMailbox> = {}): SceneMailbox => {
  const own = filled(n);
  return {
    host: 'imap',
    store: 'shop',
    naming: undefined,
    name,
    box: own,
    before: own.rows,
    lockedBy: 0,
    marked: new Set(),
    fresh: false,
    gone: false,
    changed: 0,
    ...more,
  };
};
const none = new Map<string, readonly string[]>();
const tree = (...boxes: readonly SceneMailbox[]) => mailTree(boxes, [], none);

describe('the tree', () => {
  test('INBOX, then each name before what lies in it; a name without a mailbox is said whole', () => {
    const [bob] = tree(
      box('bob/a/b', 0),
      box('bob/a-1', 0),
      box('bob/x/y', 0),
      box('bob/INBOX', 0),
      box('bob/a', 0),
    );
    expect(bob?.places.map(({ leaf, depth }) => `${depth} ${leaf}`)).toEqual([
      '0 INBOX',
      '0 a',
      '1 b',
      '0 a-1',
      '0 x/y',
    ]);
  });
  test('names begin and are divided as their store says', () => {
    const naming = [{ kind: 'personal', prefix: 'INBOX.', delimiter: '.', owner: '' }] as const;
    const [bob] = tree(box('bob/INBOX', 0, { naming }), box('bob/INBOX.Work', 0, { naming }));
    expect(bob?.places.map(({ leaf, depth }) => `${depth} ${leaf}`)).toEqual(['0 INBOX', '1 Work']);
  });
  test('who is held comes first, then whose mail has changed last; names subscribed to are there', () => {
    const users = mailTree(
      [box('a/INBOX', 1), box('b/INBOX', 0, { changed: 4 }), box('c/INBOX', 0, { lockedBy: 3 })],
      [],
      new Map([['shop a', ['Lists/old']]]),
    );
    expect(users.map(({ user }) => user)).toEqual(['c', 'b', 'a']);
    expect(users[2]?.places.map(({ leaf, box: there }) => [leaf, there !== undefined])).toEqual([
      ['INBOX', true],
      ['Lists/old', false],
    ]);
  });
});

describe('the list', () => {
  const users = tree(box('bob/INBOX', 3), box('bob/Old', 2), box('eve/INBOX', 1));
  const shut = layoutOf(users, new Map(), false);
  test('folders are closed until somebody opens them, or something happens there', () => {
    expect(shut.rows).toBe(1 + 1 + 3 + 1 + 1 + 1 + 1);
    expect(layoutOf(users, new Map([['shop bob/Old', true]]), false).rows).toBe(shut.rows + 2);
    expect(layoutOf(users, new Map([['shop bob', false]]), false).rows).toBe(4 - 1 + 1);
  });
  test('a row is found by its number, by its place and by what it stands for', () => {
    for (let row = 0; row < shut.rows; row++) {
      const line = lineAt(shut, row);
      expect(rowOf(shut, line?.key ?? '')).toBe(row);
      const { top, height } = spanOf(shut, row);
      expect(rowAtTop(shut, top)).toBe(row);
      expect(rowAtTop(shut, top + height - 1)).toBe(row);
    }
    expect(rowOf(shut, 'shop bob/Old 1')).toBe(-1);
  });
  test('what has changed in this step is where one looks', () => {
    expect(changedRow(shut)).toBe(-1);
    const old = filled(3);
    const grown = append(old, 'A: b\r\n\r\n');
    const fresh = box('bob/INBOX', 0, { box: grown, before: old.rows, fresh: true, changed: 9 });
    const layout = layoutOf(tree(box('eve/INBOX', 2), fresh), new Map(), false);
    expect(lineAt(layout, changedRow(layout))?.key).toBe('shop bob/INBOX 4');
  });
});

describe('keys', () => {
  const layout = layoutOf(tree(box('bob/INBOX', 3), box('bob/Old', 2)), new Map(), false);
  const at = (row: number): Standing => ({ row, rows: layout.rows, page: 2, at: (n) => lineAt(layout, n) });
  const INBOX = 'shop bob/INBOX';
  test.each([
    ['ArrowDown', 0, { do: 'go', row: 1 }],
    ['ArrowUp', 0, { do: 'go', row: 0 }],
    ['End', 0, { do: 'go', row: 5 }],
    ['Home', 5, { do: 'go', row: 0 }],
    ['PageDown', 1, { do: 'go', row: 3 }],
    ['ArrowLeft', 1, { do: 'fold', key: INBOX, open: false }],
    ['ArrowRight', 1, { do: 'go', row: 2 }],
    ['ArrowRight', 5, { do: 'fold', key: 'shop bob/Old', open: true }],
    ['ArrowLeft', 4, { do: 'go', row: 1 }],
    ['ArrowLeft', 5, { do: 'go', row: 0 }],
    ['Enter', 5, { do: 'fold', key: 'shop bob/Old', open: true }],
    ['Enter', 3, { do: 'open' }],
  ])('%s in row %i', (key, row, deed) => {
    expect(deedOf(key, at(row)) ?? {}).toMatchObject(deed);
  });
  test('the grid leaves other keys alone', () => expect(deedOf('F1', at(3))).toBeUndefined());
  test('letters look for a name, on from here and round; after a pause for another one', () => {
    const nameOf = (line: { readonly key: string }): string => line.key;
    const typed = typedAfter({ text: '', at: 0 }, 's', 10);
    expect(rowNamed(at(5), typed, nameOf)).toBe(0);
    const more = typedAfter(typed, 'h', 500);
    expect(more.text).toBe('sh');
    expect(typedAfter(more, 'x', 5000).text).toBe('x');
    expect(rowNamed(at(5), { text: 'nobody', at: 0 }, nameOf)).toBeUndefined();
  });
});
