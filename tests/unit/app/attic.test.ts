// What is put away: the last eight sessions of one's own, whatever was shown meanwhile, also in another visit.
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { resume } from '../../../src/app/autosave.ts';
import { demonstrate, engine, FIRST_CONSOLE, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { restore } from '../../../src/app/restore.ts';
import { ENGINE, keptOf, saveOf } from '../../../src/app/save.ts';
import { bringBack } from '../../../src/app/attic.ts';
import { setMarks } from '../../../src/app/branches.ts';
import { attach, enterWorld, sessionOf, startOver } from '../../../src/app/sessions.ts';
import { labelOf } from '../../../src/ui/world/putAway.ts';
import { closeDatabase, openDatabase, stored } from './database.ts';

openDatabase();
vi.stubGlobal('navigator', {}); // a page without locks: it keeps whatever it has
afterAll(closeDatabase);

const say = (line: string): void => type(FIRST_CONSOLE, line);
const typed = (): readonly string[] =>
  engine.getState().trace.flatMap((e) => (e.type === 'typed' ? [e.octets.trim()] : []));
const lines = (): readonly string[] => engine.getState().attic.map((kept) => labelOf(kept).line);
/** Another visit: nothing is in memory, and what was kept is there. */
async function visit(): Promise<void> {
  // what is away from the place looked at is not written
  engine.setState({ lesson: 'elsewhere', branches: [], waiting: [], attic: [] });
  engine.setState({ lesson: '', lab: undefined });
  await resume(lab);
}
const kept = (): readonly unknown[] => stored.get('mailwire/attic') as readonly unknown[];
beforeEach(async () => {
  engine.setState({
    lab: undefined,
    branches: [],
    lesson: '',
    world: 'standard',
    waiting: [],
    attic: [],
    problem: undefined,
  });
  stored.clear();
  await resume(lab);
  attach(lab, undefined);
});

test('one’s own work is there after two demonstrations in other worlds, and comes back with one touch', async () => {
  say('hosts');
  await enterWorld('two-devices');
  demonstrate(() => say('telnet pop.example.com 110'));
  await enterWorld('empty');
  demonstrate(() => say('telnet imap.example.com 143'));
  await bringBack();
  expect(typed()).toEqual(['hosts']);
  expect(engine.getState().world).toBe('standard');
});
test('each of three worlds is told from the others, and is brought back by name', async () => {
  say('hosts');
  await enterWorld('empty');
  say('telnet pop.example.com 110');
  await enterWorld('greylisting');
  say('date');
  const told = engine.getState().attic.map(labelOf);
  expect(told.map(({ world, line }) => [world, line])).toEqual([
    ['empty', 'telnet pop.example.com 110'],
    ['standard', 'hosts'],
  ]);
  expect(told[0]?.at).toBeGreaterThan(told[1]?.at ?? 0);
  await bringBack(engine.getState().attic[1]);
  expect(typed()).toEqual(['hosts']);
  expect(lines()).toEqual(['date', 'telnet pop.example.com 110']);
});
test('the last eight of one’s own are kept, and one that was only shown', () => {
  for (let i = 0; i < 10; i++) {
    say(`echo ${i}`);
    startOver();
    demonstrate(() => say('hosts'));
    startOver();
  }
  expect(lines()).toEqual(['hosts', ...[9, 8, 7, 6, 5, 4, 3, 2].map((i) => `echo ${i}`)]);
});
test('what somebody goes on with after it was shown is their own', () => {
  demonstrate(() => say('hosts'));
  expect(engine.getState().own).toBe(false);
  say('date');
  expect(engine.getState().own).toBe(true);
});
test('all of it is there in another visit; one that cannot be read is lost alone, kept aside, and told', async () => {
  for (const line of ['hosts', 'date', 'clear']) {
    say(line);
    startOver();
  }
  await expect.poll(kept).toHaveLength(3);
  await visit();
  expect(engine.getState().problem).toBeUndefined();
  expect(lines()).toEqual(['clear', 'date', 'hosts']);
  const [first, , last] = kept();
  const damage = { engine: ENGINE, world: 'standard', branches: 'none' };
  stored.set('mailwire/attic', [first, damage, last]);
  await visit();
  await bringBack(engine.getState().attic[1]);
  expect(engine.getState().problem?.kind).toBe('corrupt');
  expect(stored.get('mailwire/session-damaged')).toEqual(damage);
  expect(lines()).toEqual(['clear', 'hosts']);
  await bringBack(engine.getState().attic[1]);
  expect(typed()).toEqual(['hosts']);
});
test('what an older version put away, which had room for one, opens', async () => {
  say('hosts');
  const { lesson: _lesson, ...old } = saveOf(sessionOf(engine.getState()));
  stored.set('mailwire/attic', JSON.parse(JSON.stringify(old)));
  await visit();
  startOver();
  await bringBack(engine.getState().attic.at(-1));
  expect(typed()).toEqual(['hosts']);
});
test('what another engine had played is played again, wherever it was kept, and that is told', async () => {
  say('hosts');
  startOver();
  say('date');
  await expect.poll(() => [kept().length, stored.has('mailwire/session')]).toEqual([1, true]);
  for (const [key, value] of stored)
    stored.set(key, JSON.parse(JSON.stringify(value).replaceAll(`"engine":${ENGINE}`, '"engine":3')));
  await visit();
  expect([typed(), engine.getState().problem]).toEqual([['date'], { kind: 'engine', detail: '3' }]);
  engine.setState({ problem: undefined });
  await bringBack();
  expect([typed(), engine.getState().problem]).toEqual([['hosts'], { kind: 'engine', detail: '3' }]);
});
test('a bookmark is where the same was done, though another engine had made other events of what came before', async () => {
  for (const line of ['telnet mx1.example.com 25', 'NOOP', 'QUIT']) say(line);
  const event = engine
    .getState()
    .trace.findIndex((it) => it.type === 'wire' && it.octets.startsWith('250 2.0.0'));
  const last = engine.getState().trace.length - 1;
  setMarks([
    { n: 1, branch: 1, event: -1 },
    { n: 2, branch: 1, event },
    { n: 3, branch: 1, event: last },
  ]);
  const save = keptOf(sessionOf(engine.getState()));
  const marks = (by: number) => save.marks?.map((it) => ({ ...it, event: Math.max(-1, it.event + by) }));
  // played by another: three events more than there are now had come before
  const stands = async (kept: unknown) => (await restore(lab, JSON.parse(JSON.stringify(kept)))).marks;
  const here = engine.getState().marks;
  expect(
    await stands({ ...save, engine: ENGINE - 1, marks: marks(3)?.with(0, { n: 1, branch: 1, event: -1 }) }),
  ).toEqual(here);
  // by this one an event is an event
  expect(await stands({ ...save, marks: marks(-1) })).toEqual(
    here.map((it) => ({ ...it, event: Math.max(-1, it.event - 1) })),
  );
  // of the last thing done there are fewer events now
  const more = save.marks?.map((it) => ({ ...it, nth: 99 })).slice(2);
  expect(await stands({ ...save, engine: ENGINE - 1, marks: more })).toEqual(here.slice(2));
});
