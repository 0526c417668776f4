// Two windows of one site: this one waits, and the other, which is kept, goes on by what it would store.
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { bringBack } from '../../../src/app/attic.ts';
import { resume } from '../../../src/app/autosave.ts';
import { engine, FIRST_CONSOLE, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { enterLesson, enterShared, leaveLesson } from '../../../src/app/lessons.ts';
import { keptOf } from '../../../src/app/save.ts';
import { attach, sessionOf, startOver } from '../../../src/app/sessions.ts';
import { SHARED } from '../../../src/app/state.ts';
import { waitFrom } from '../../../src/app/takeover.ts';
import { labelOf } from '../../../src/ui/world/putAway.ts';
import { closeDatabase, openDatabase, stored, take } from './database.ts';

openDatabase();
vi.stubGlobal('navigator', {}); // a page without locks: here it is the test that waits
afterAll(closeDatabase);

const KEY = 'mailwire/session';
const LESSON = 'mailwire/lesson/X9';
const place = { lesson: 'X9', world: 'standard', before: [], console: FIRST_CONSOLE } as const;
const say = (...lines: readonly string[]): void => lines.forEach((line) => type(FIRST_CONSOLE, line));
const typed = (): readonly string[] =>
  engine.getState().trace.flatMap((e) => (e.type === 'typed' ? [e.octets.trim()] : []));
const away = (): readonly string[] => engine.getState().attic.map((kept) => labelOf(kept).line);
/** What a window has in which this was said. */
function windowWith(...lines: readonly string[]): unknown {
  attach(lab, undefined);
  say(...lines);
  return structuredClone(keptOf(sessionOf(engine.getState())));
}
/** A window comes up where that is kept, and waits: it keeps nothing. Windows of other tests are open still, and would. */
async function opened(kept: unknown): Promise<() => Promise<void>> {
  take(false);
  engine.setState({ lesson: 'elsewhere', branches: [], waiting: [], attic: [] });
  engine.setState({ lesson: '', lab: undefined });
  stored.clear();
  if (kept !== undefined) stored.set(KEY, kept);
  await resume(lab);
  const settle = waitFrom(engine.getState());
  return async () => {
    await new Promise((done) => void setImmediate(done));
    take(true);
    await settle();
  };
}
beforeEach(() => engine.setState({ lab: undefined, lesson: '', branches: [], waiting: [], attic: [] }));

test('in which nothing was done: it goes on with what the other has left', async () => {
  const [before, after] = [windowWith('hosts'), windowWith('hosts', 'date')];
  const settle = await opened(before);
  stored.set(KEY, after);
  await settle();
  expect([typed(), away()]).toEqual([['hosts', 'date'], []]);
});
test('and what the other has put away is put away here', async () => {
  const [before, after] = [windowWith('hosts'), windowWith('date')];
  const settle = await opened(before);
  stored.set(KEY, after);
  stored.set('mailwire/attic', [before]);
  await settle();
  expect([typed(), away()]).toEqual([['date'], ['hosts']]);
  await bringBack();
  expect(typed()).toEqual(['hosts']);
});
test('in which something else was done: that is kept, and what the other has left is put away', async () => {
  const [before, after] = [windowWith('hosts'), windowWith('hosts', 'date')];
  const settle = await opened(before);
  say('clear');
  stored.set(KEY, after);
  await settle();
  expect([typed(), away()]).toEqual([['hosts', 'clear'], ['hosts']]);
  expect(stored.get(KEY)).toEqual(keptOf(sessionOf(engine.getState())));
  expect(stored.get('mailwire/attic')).toEqual([after]);
  await bringBack();
  expect(typed()).toEqual(['hosts', 'date']);
});
test('in which all was done that the other has, and more: there is nothing to put away', async () => {
  const before = windowWith('hosts');
  const settle = await opened(before);
  say('date');
  stored.set(KEY, keptOf(sessionOf(engine.getState())));
  say('clear');
  await settle();
  expect([typed(), away()]).toEqual([['hosts', 'date', 'clear'], []]);
});
test('in which one started over: what is put away already is not put away once more', async () => {
  const before = windowWith('hosts');
  const settle = await opened(before);
  startOver();
  say('date');
  await settle();
  expect([typed(), away()]).toEqual([['date'], ['hosts']]);
});
test('a lesson one has gone away from is settled as well', async () => {
  const settle = await opened(undefined);
  await enterLesson(place);
  say('date');
  await leaveLesson();
  const other = { ...(windowWith('hosts') as object), lesson: 'X9' };
  stored.set(LESSON, other);
  await settle();
  expect(stored.get(`${LESSON}/attic`)).toEqual([other]);
  await enterLesson(place);
  expect([typed(), away()]).toEqual([['date'], ['hosts']]);
});
test('what came by a link stays, and what was shared before is put away', async () => {
  const before = { ...(windowWith('hosts') as object), lesson: SHARED, own: false };
  windowWith('date');
  const session = { ...sessionOf(engine.getState()), lesson: SHARED, own: false };
  const settle = await opened(undefined);
  stored.set(`mailwire/lesson/${SHARED}`, before);
  await enterShared(session, () => true);
  await settle();
  expect([typed(), away()]).toEqual([['date'], ['hosts']]);
});
test('what cannot be read is put away all the same', async () => {
  const settle = await opened(windowWith('hosts'));
  say('date');
  stored.set(KEY, { branches: [null] });
  await settle();
  expect(typed()).toEqual(['hosts', 'date']);
  expect(stored.get('mailwire/attic')).toEqual([{ branches: [null] }]);
});
