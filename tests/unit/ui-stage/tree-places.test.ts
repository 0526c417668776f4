// What a screen reader is told of a row of the mailbox tree: which of those beside it, and how many there are.
import { expect, test } from 'vitest';
import type { MailPlace } from '../../../src/core/trace/mail-tree.ts';
import { layoutOf, lineAt } from '../../../src/ui/mailbox/layout.ts';

const place = (name: string, depth: number): MailPlace => ({
  key: name,
  name,
  leaf: name,
  depth,
  subscribed: true,
  box: undefined,
  unseen: 0,
  views: [],
});
const user = (name: string, places: readonly MailPlace[]) => ({
  key: name,
  host: '',
  user: name,
  places,
  changed: 0,
});

test('users among users, mailboxes among those that lie in the same one', () => {
  const users = [
    user('alice', [
      place('INBOX', 0),
      place('Lists', 0),
      place('Lists/a', 1),
      place('Lists/b', 1),
      place('Sent', 0),
    ]),
    user('bob', [place('INBOX', 0)]),
  ];
  const layout = layoutOf(users, new Map(), true);
  const said = Array.from({ length: layout.rows }, (_, row) => {
    const line = lineAt(layout, row);
    return line && `${line.key} ${line.nth + 1}/${line.of}`;
  });
  expect(said).toEqual([
    'alice 1/2',
    'INBOX 1/3',
    'Lists 2/3',
    'Lists/a 1/2',
    'Lists/b 2/2',
    'Sent 3/3',
    'bob 2/2',
    'INBOX 1/1',
  ]);
});
