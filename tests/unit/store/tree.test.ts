import { describe, expect, test } from 'vitest';
import {
  create,
  remove,
  rename,
  subscribe,
  unsubscribe,
  type Grown,
  type Refusal,
} from '../../../src/core/store/grow.ts';
import { append, newMailbox } from '../../../src/core/store/mailbox.ts';
import { placeOf, type Naming } from '../../../src/core/store/naming.ts';
import { find, keyNow, listed, type MailTree } from '../../../src/core/store/tree.ts';

const bare: MailTree = { mailboxes: { 'bob/INBOX': newMailbox(7, 1), 'alice/INBOX': newMailbox(7, 2) } };
type Act = (tree: MailTree) => Grown<MailTree> | Refusal;
const after = (start: MailTree, ...acts: readonly Act[]): MailTree =>
  acts.reduce((tree, act) => {
    const done = act(tree);
    if (typeof done === 'string') throw new Error(done);
    return done.tree;
  }, start);
const making =
  (...names: readonly string[]): Act =>
  (tree) => ({
    tree: names.reduce((now, name) => after(now, (it) => create(it, 'bob', name, 100)), tree),
    facts: [],
  });
/** As LIST would show them. */
const shown = (tree: MailTree): readonly string[] =>
  listed(tree, 'bob').map(
    ({ name, key, hasChildren, subscribed }) =>
      `${name}${key === undefined ? ' nonexistent' : ''}${hasChildren ? ' children' : ''}${subscribed ? ' subscribed' : ''}`,
  );

describe('CREATE', () => {
  test('makes the names above it too, each with a validity and an id of its own', () => {
    const tree = after(bare, making('a/b/c'));
    expect(shown(tree)).toEqual(['INBOX', 'a children', 'a/b children', 'a/b/c']);
    const made = ['a', 'a/b', 'a/b/c'].map((name) => find(tree, 'bob', name)?.box);
    expect(made.map((box) => box?.uidValidity)).toEqual([100, 101, 102]);
    expect(made.map((box) => box?.id)).toEqual([3, 4, 5]);
  });
  const refused: readonly (readonly [string, Refusal])[] = [
    ['inbox', 'exists'],
    ['', 'badName'],
    ['a//b', 'badName'],
    ['/a', 'badName'],
    ['a*', 'badName'],
    ['a\u0007', 'badName'],
    ['#news', 'badName'],
  ];
  test.each(refused)('%j is refused: %s', (name, why) => {
    expect(create(bare, 'bob', name, 100)).toBe(why);
  });
  test('a delimiter at its end is not a part of the name', () => {
    expect(shown(after(bare, making('a/')))).toEqual(['INBOX', 'a']);
  });
  test('for a use that is taken, or that nothing can be put into, is refused', () => {
    const tree = after(bare, (it) => create(it, 'bob', 'Post', 100, [String.raw`\Sent`]));
    expect(find(tree, 'bob', 'Post')?.box.uses).toEqual([String.raw`\Sent`]);
    expect(create(tree, 'bob', 'Other', 100, [String.raw`\Sent`])).toBe('use');
    expect(create(tree, 'bob', 'Other', 100, [String.raw`\All`])).toBe('use');
    expect(create(tree, 'alice', 'Other', 100, [String.raw`\Sent`])).not.toBe('use');
  });
});

describe('DELETE', () => {
  test('leaves what lies below, and the name as long as something does', () => {
    const tree = after(bare, making('a/b'), (it) => remove(it, 'bob', 'a'));
    expect(shown(tree)).toEqual(['INBOX', 'a nonexistent children', 'a/b']);
    expect(remove(tree, 'bob', 'a')).toBe('children');
    expect(shown(after(tree, (it) => remove(it, 'bob', 'a/b')))).toEqual(['INBOX']);
  });
  test('INBOX, and what is not there, cannot be deleted', () => {
    expect(remove(bare, 'bob', 'inBOX')).toBe('inbox');
    expect(remove(bare, 'bob', 'a')).toBe('missing');
  });
  test('a mailbox of the same name is another one', () => {
    const tree = after(bare, making('a'));
    const again = after(tree, (it) => remove(it, 'bob', 'a'), making('a'));
    expect(find(again, 'bob', 'a')?.box.uidValidity).toBe(101);
    expect(find(again, 'bob', 'a')?.box.id).toBe(4);
  });
});

describe('RENAME', () => {
  test('takes along what lies below, and makes what is above', () => {
    const tree = after(bare, making('a/b', 'ab'));
    const id = find(tree, 'bob', 'a/b')?.box.id ?? 0;
    const moved = after(tree, (it) => rename(it, 'bob', 'a', 'x/y', 200));
    expect(shown(moved)).toEqual(['INBOX', 'ab', 'x children', 'x/y children', 'x/y/b']);
    expect(keyNow(moved, 'bob/a/b', id)).toBe('bob/x/y/b');
  });
  test('of INBOX moves its messages and leaves it there, with what lies below it', () => {
    const full = { mailboxes: { ...bare.mailboxes, 'bob/INBOX': append(newMailbox(7, 1), 'A: b\r\n\r\n') } };
    const done = rename(after(full, making('INBOX/x')), 'bob', 'INBOX', 'old', 200);
    if (typeof done === 'string') throw new Error(done);
    expect(shown(done.tree)).toEqual(['INBOX children', 'INBOX/x', 'old']);
    expect(find(done.tree, 'bob', 'INBOX')?.box).toMatchObject({ uidNext: 2, rows: { length: 0 } });
    expect(find(done.tree, 'bob', 'old')?.box.rows.length).toBe(1);
    expect(done.facts.map(({ type }) => type)).toEqual(['create', 'append', 'expunge']);
  });
  const refused: readonly (readonly [string, string, Refusal])[] = [
    ['x', 'y', 'missing'],
    ['a', 'b', 'exists'],
    ['a', 'INBOX', 'exists'],
    ['a', 'a/b', 'inside'],
    ['a', 'c', 'exists'],
    ['a', 'b%', 'badName'],
  ];
  test.each(refused)('%s to %s is refused: %s', (from, to, why) => {
    const tree = after(bare, making('a', 'b', 'c/d'), (it) => remove(it, 'bob', 'c'));
    expect(rename(tree, 'bob', from, to, 200)).toBe(why);
  });
  test('of a name that only has others below it renames those', () => {
    const tree = after(bare, making('a/b'), (it) => remove(it, 'bob', 'a'));
    expect(shown(after(tree, (it) => rename(it, 'bob', 'a', 'z', 200)))).toEqual([
      'INBOX',
      'z nonexistent children',
      'z/b',
    ]);
  });
});

describe('SUBSCRIBE', () => {
  test('asks for no mailbox, and DELETE does not undo it', () => {
    const tree = after(bare, making('a'), (it) => subscribe(it, 'bob', 'a'), (it) => subscribe(it, 'bob', 'b/c'), (it) => remove(it, 'bob', 'a')); // prettier-ignore
    expect(shown(tree)).toEqual(['INBOX', 'a nonexistent subscribed', 'b/c nonexistent subscribed']);
    expect(shown(after(tree, (it) => unsubscribe(it, 'bob', 'a')))).toEqual([
      'INBOX',
      'b/c nonexistent subscribed',
    ]);
    expect(unsubscribe(tree, 'bob', 'x')).toBe('missing');
    expect(listed(tree, 'alice').map(({ name }) => name)).toEqual(['INBOX']);
  });
});

describe('namespaces', () => {
  const naming: Naming = [
    { kind: 'personal', prefix: 'INBOX.', delimiter: '.', owner: '' },
    { kind: 'shared', prefix: '#shared/', delimiter: '/', owner: '#shared' },
  ];
  const tree: MailTree = { naming, mailboxes: { ...bare.mailboxes, '#shared/office': newMailbox(9, 3) } };
  test('personal names begin where the host says, and another delimiter is a character', () => {
    expect(create(tree, 'bob', 'Sent', 100)).toBe('badName');
    const made = after(tree, making('inbox.Sent', 'INBOX.a/b'));
    expect(shown(made)).toEqual(['INBOX children', '#shared/office', 'INBOX.Sent', 'INBOX.a/b']);
  });
  test("an administrator's mailboxes are everybody's, and nobody's to make or delete", () => {
    expect(find(tree, 'bob', '#shared/office')?.box.id).toBe(3);
    expect(find(tree, 'alice', '#shared/office')?.place.key).toBe('#shared/office');
    expect(create(tree, 'bob', '#shared/more', 100)).toBe('fixed');
    expect(remove(tree, 'bob', '#shared/office')).toBe('fixed');
  });
  test('a name is resolved for whoever says it', () => {
    expect(placeOf(naming, 'alice', 'iNbOx')).toMatchObject({ name: 'INBOX', key: 'alice/INBOX' });
    expect(placeOf(naming, 'alice', 'Inboxes')).toBeUndefined();
  });
});
