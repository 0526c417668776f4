// How room is divided on a desk.
import { expect, test } from 'vitest';
import { basisOf, deskOf, foldedIn } from '../../../src/ui/shell/divide.ts';

const LAB = '/';
const READ = ['/learn', '/learn/p1', '/reference/smtp/MAIL', '/world', '/shared', '/nowhere', '/compare'];

test('before a class the lab’s own guide is folded away', () => {
  expect(foldedIn(deskOf(true, LAB).guide)).toBe('guide');
  expect(foldedIn(deskOf(false, LAB).guide)).toBeUndefined();
});
test.each(READ)('what %s names is there to be read, before a class too', (path) => {
  for (const projector of [true, false]) expect(foldedIn(deskOf(projector, path).guide)).toBeUndefined();
});
test('what is folded away at one place is not folded away at another', () => {
  const names = [LAB, '/learn', '/compare'].map((path) => deskOf(true, path).guide.id);
  expect(new Set(names).size).toBe(names.length);
});
test('a pane that is folded away, whichever of the two it is, leaves room for its name', () => {
  const { console: work, guide } = deskOf(false);
  expect(basisOf({ ...work, size: 0 })).toBe('1.75rem');
  expect(basisOf({ ...work, size: 100 })).toBe('calc(100% - 1.75rem - 1px)');
  expect([foldedIn(work, 0), foldedIn(work, 44), foldedIn(work, 100)]).toEqual([
    'console',
    undefined,
    'stage',
  ]);
  // a hundred rem are no hundred per cent
  expect(foldedIn(guide, 100)).toBeUndefined();
});
test('the stage that is asked for beside the comparison has the room it has elsewhere', () => {
  expect(foldedIn(deskOf(false, '/compare').console)).toBe('stage');
  expect(deskOf(false, '/compare').guide.minOther).toBeLessThan(deskOf(false).guide.minOther);
});
