// What has a key has a name too, and is found by the words people have for it.
import { expect, test, vi } from 'vitest';

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
vi.stubGlobal('location', { search: '', hash: '' });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
vi.stubGlobal('addEventListener', () => undefined);
const { found, meant } = await import('../../../src/ui/palette/found.ts');
const { keyed, projecting } = await import('../../../src/ui/palette/keyed.ts');
const { PRESENT_KEYS } = await import('../../../src/ui/present/orders.ts');
const { SHORTCUTS } = await import('../../../src/ui/shell/shortcuts.ts');
const { isSingle, setSingleKeys } = await import('../../../src/ui/shell/singles.ts');
const { LATE_KEYS } = await import('../../../src/ui/timeline/orders.ts');

/** One key is held, the others mean something by which of nine they are: bookmarks that are set have entries of their own. */
const MORE_THAN_A_KEY = ['bookmarks', 'marks', 'slow'];
test('every key of the help, and the same key beside it', () => {
  const listed = [...SHORTCUTS.map((it) => ({ ...it, id: it.words })), ...LATE_KEYS, ...PRESENT_KEYS];
  const wanted = listed
    .filter(({ id }) => id !== 'palette' && !MORE_THAN_A_KEY.includes(id))
    .map(({ id, shown }) => [`key/${id}`, shown]);
  expect(keyed().map(({ id, shown }) => [id, shown])).toEqual(wanted);
});
test.each([
  ['gate', 'key/gate'],
  ['hold', 'key/gate'],
  ['bookmark', 'key/mark'],
  ['filter', 'key/filter'],
  ['spotlight', 'key/spotlight'],
  ['laser', 'key/laser'],
  ['freeze', 'key/freeze'],
  ['presenter', 'presenter'],
  ['hand-out', 'handout'],
  ['print', 'handout'],
])('%s finds %s', (query, id) => {
  expect(found([...keyed(), ...projecting()], query).map((it) => it.id)).toContain(id);
});

test('a key that is one character is not offered where those are put off; one with a name is', () => {
  setSingleKeys(false);
  const shown = keyed().flatMap((it) => it.shown ?? []);
  setSingleKeys(true);
  expect(shown.filter(isSingle)).toEqual([]);
  expect(shown).toEqual(expect.arrayContaining(['←', 'Space', 'Home', 'F8']));
});
test.each([
  ['a', true],
  ['?', true],
  ['é', true],
  ['Shift 1', true],
  [' ', false],
  ['F8', false],
  ['ArrowLeft', false],
  ['Ctrl K', false],
])('is %j one character? %s', (key, single) => {
  expect(isSingle(key)).toBe(single);
});

const listed = (query: string) => found(keyed(), query);
test('Enter is for what has been written, though the list still shows what fitted before', () => {
  const before = { query: '', shown: listed(''), listed };
  expect(meant(before, '', 0)).toBe(before.shown[0]);
  expect(meant(before, 'laser', 0)?.id).toBe('key/laser');
  expect(meant(before, 'nothing like it', 0)).toBeUndefined();
});
test('of what is listed it is the one that is pointed at, or the last', () => {
  const shown = listed('').slice(0, 2);
  expect([0, 1, 7].map((at) => meant({ query: '', shown, listed }, '', at))).toEqual([
    shown[0],
    shown[1],
    shown[1],
  ]);
});
