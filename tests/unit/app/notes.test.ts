// What is written beside the journal, from one window to another.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { engine, FIRST_CONSOLE, seekEvent, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { renameBranch, setMarks } from '../../../src/app/branches.ts';
import { attach, sessionOf } from '../../../src/app/sessions.ts';
import { afresh, hear, journalNow, kinds, seen, settle, start, stop } from './other-window.ts';

beforeEach(afresh);
afterEach(stop);

test('what is written beside the journal is a deed, even of a window that stands still: it moves nobody', async () => {
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  const session = sessionOf(engine.getState());
  const running = start(false);
  renameBranch(1, 'To the bookshop');
  running.freeze(true);
  const mark = { n: 2, branch: 1, event: 3 };
  setMarks([mark]);
  const sent = seen.posted.filter(({ kind }) => kind === 'deed');
  expect(sent.map(({ cursor }) => cursor)).toEqual([undefined, undefined]);
  running.freeze(false);
  await settle();
  expect(engine.getState().marks).toEqual([mark]);
  running.stop();

  // the other window, which looks back
  attach(lab, session);
  start(false);
  const own = engine.getState().timeline;
  hear(journalNow());
  await expect.poll(() => engine.getState().timeline !== own).toBe(true);
  seekEvent(1);
  const { time } = engine.getState();
  for (const it of sent) hear(it);
  await expect.poll(() => engine.getState().marks).toEqual([mark]);
  expect(engine.getState()).toMatchObject({
    marks: [mark],
    branches: [{ name: 'To the bookshop' }],
    time,
    live: false,
  });
});
test('what was marked before the other one was there is told, besides what is marked there', async () => {
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  setMarks([{ n: 1, branch: 1, event: 2 }]);
  const journal = journalNow();
  setMarks([{ n: 1, branch: 1, event: 3 }]);
  start(true);
  hear(journal);
  await expect.poll(kinds).toEqual(['hello', 'journal']);
  expect(engine.getState().marks).toEqual([
    { n: 1, branch: 1, event: 2 },
    { n: 2, branch: 1, event: 3 },
  ]);
});
test.each([
  [{ kind: 'mark', mark: { n: 10, branch: 1, event: 0 }, free: true }],
  [{ kind: 'mark', mark: { n: 1, branch: 1, event: 1e9 }, free: true }],
  [{ kind: 'mark', mark: { n: 1, branch: 2, event: 0 }, free: true }],
  [{ kind: 'name', branch: 1, name: 'x'.repeat(201) }],
  [{ kind: 'state', marks: [] }],
])('nothing nonsensical is written: %j', async (note) => {
  start(false);
  const deed = { window: 'other', nth: 1, clock: 1, lesson: '', inputs: [], notes: [note] };
  const known = { since: Date.now(), turn: 0, window: 'zzz', heard: { other: 1 } };
  hear({ kind: 'deed', deed, known });
  await settle();
  await settle();
  expect(engine.getState()).toMatchObject({ marks: [], branches: [{ name: '' }] });
});
