// How room is divided on a desk.
import { expect, test } from 'vitest';
import { basisOf, deskOf } from '../../../src/ui/shell/divide.ts';

const LAB = '/';
const READ = ['/learn', '/learn/p1', '/reference/smtp/MAIL', '/world', '/shared', '/nowhere', '/compare'];

test('before a class the lab’s own guide is folded away', () => {
  expect(basisOf(deskOf(true, LAB).guide)).toBe('0px');
  expect(basisOf(deskOf(false, LAB).guide)).not.toBe('0px');
});
test.each(READ)('what %s names is there to be read, before a class too', (path) => {
  for (const projector of [true, false]) expect(basisOf(deskOf(projector, path).guide)).not.toBe('0px');
});
test('what is folded away at one place is not folded away at another', () => {
  const names = [LAB, '/learn', '/compare'].map((path) => deskOf(true, path).guide.id);
  expect(new Set(names).size).toBe(names.length);
});
