// Where the browser keeps nothing, lessons are read and brought all the same; until the page goes.
import { afterEach, expect, test, vi } from 'vitest';
import { store, stored } from '../../../src/app/stored.ts';
import { bring, drop, ownNow } from '../../../src/ui/lesson/own/shelf.ts';
import type { Lesson } from '../../../src/course/lesson.ts';

afterEach(() => vi.unstubAllGlobals());
const refusing = {
  open() {
    throw new DOMException('The user denied permission to access the database.', 'SecurityError');
  },
};
test.each([
  ['there is none', undefined],
  ['it is denied at once', refusing],
])('storage: %s', async (_, indexedDB) => {
  vi.stubGlobal('indexedDB', indexedDB);
  await store('mailwire/test', 1);
  expect(await stored('mailwire/test')).toBeUndefined();
  expect(await ownNow()).toEqual([]);
  // the shelf reads nothing else of it
  const lesson = { id: 'X1', title: 'Mine', minutes: 5, steps: [] } as Pick<
    Lesson,
    'id' | 'title' | 'minutes' | 'steps'
  > as Lesson;
  await bring(lesson, 'its source');
  expect(await ownNow()).toEqual([{ id: 'X1', title: 'Mine', minutes: 5, steps: 0, source: 'its source' }]);
  await drop('X1');
});
