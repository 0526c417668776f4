// Bookmarks, and the marks on the timeline.
import { beforeEach, describe, expect, test } from 'vitest';
import { engine, FIRST_CONSOLE, sceneNow, seek, setReduced, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { bringBack } from '../../../src/app/attic.ts';
import { restore } from '../../../src/app/restore.ts';
import { saveOf } from '../../../src/app/save.ts';
import { attach, sessionOf, startOver } from '../../../src/app/sessions.ts';
import { fileOf, linkCode, openCode, openFile, PRESENT } from '../../../src/app/share/open.ts';
import { bookmarks, gotoBookmark, setBookmark } from '../../../src/ui/timeline/bookmarks.ts';
import { ticksOf } from '../../../src/ui/timeline/ticks.ts';

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  setReduced(true);
  for (const line of ['telnet mx1.example.com 25', 'RCPT TO:<nobody@example.com>']) type(FIRST_CONSOLE, line);
});
describe('a bookmark', () => {
  const numbers = (): readonly number[] => bookmarks().map(({ n }) => n);
  test('without a number, where there is one already, is that one', () => {
    expect([setBookmark(), setBookmark()]).toEqual([1, 1]);
    expect(numbers()).toEqual([1]);
    seek(0);
    expect(setBookmark()).toBe(2);
    expect(numbers()).toEqual([1, 2]);
  });
  test('with a number is one more', () => {
    setBookmark();
    expect(setBookmark(5)).toBe(5);
    expect(numbers()).toEqual([1, 5]);
  });
  test('leads to the event it was set at, wherever that is: while the gate holds a reply, too', () => {
    const now = () => sceneNow(engine.getState())?.event;
    const { shown } = engine.getState().schedule;
    const led = shown.map(({ start }, event) => {
      seek(Math.max(start, (shown[event + 1]?.start ?? Infinity) - 1));
      setBookmark(1);
      const set = now();
      seek(0);
      gotoBookmark(1);
      return [set, now()];
    });
    expect(led).toEqual(shown.map((_, event) => [event, event]));
  });
  test('is of its session: gone when that is started over, back with it', async () => {
    setBookmark(4);
    const there = bookmarks();
    expect(there).toMatchObject([{ n: 4, label: expect.stringMatching(/^‹ 5/) }]);
    startOver();
    expect(numbers()).toEqual([]);
    for (const line of ['telnet pop.example.com 110', 'CAPA', 'QUIT']) type(FIRST_CONSOLE, line);
    // as long by now as the other one was
    expect(engine.getState().trace.length).toBeGreaterThan(there[0]?.event ?? Infinity);
    expect(numbers()).toEqual([]);
    expect(gotoBookmark(4)).toBe(false);
    setBookmark(4);
    await bringBack();
    expect(bookmarks()).toEqual(there);
    await bringBack();
    expect(bookmarks()).toMatchObject([{ n: 4, label: expect.stringMatching(/^‹ \+OK/) }]);
  });
  test('is kept with the session; what is kept without any, and what nobody can have marked, has none', async () => {
    setBookmark(2);
    seek(0);
    setBookmark(3);
    const saved = JSON.parse(JSON.stringify(saveOf(sessionOf(engine.getState())))) as Record<string, unknown>;
    const [mark] = (await restore(lab, saved)).marks;
    expect((await restore(lab, saved)).marks).toEqual(engine.getState().marks);
    const { marks: _marks, ...old } = saved;
    expect((await restore(lab, old)).marks).toEqual([]);
    const nonsense: readonly unknown[] = [
      [{ ...mark, n: 10 }],
      [{ ...mark, n: 0 }],
      [{ ...mark, event: -2 }],
      [{ ...mark, event: 1e6 }],
      [{ ...mark, branch: 7 }],
      [{ ...mark, label: 'what was said' }],
      Array.from({ length: 10 }, () => mark),
      'all of them',
      null,
    ];
    for (const marks of nonsense) {
      const session = await restore(lab, { ...old, marks });
      expect(session.marks).toEqual([]);
      expect(session.branches[0]?.timeline.inputs).toEqual(engine.getState().timeline.inputs);
    }
    const twice = [mark, { ...mark, event: -1 }];
    expect((await restore(lab, { ...old, marks: twice })).marks).toEqual([twice[1]]);
  });
  test('goes with the names of branches: in a file, not in a link', async () => {
    setBookmark(2);
    const session = sessionOf(engine.getState());
    expect((await openFile(lab, fileOf(session, PRESENT))).session.marks).toEqual(session.marks);
    expect((await openCode(lab, linkCode(session, PRESENT))).session.marks).toEqual([]);
  });
});
test('while replies are held nothing that is ahead has a mark', () => {
  const { trace, schedule } = engine.getState();
  const refused = ticksOf(trace, schedule).refusal;
  expect(refused).toHaveLength(1);
  const reply = trace.findLastIndex((it) => it.type === 'wire' && it.dir === 'b>a');
  seek((schedule.shown[reply]?.start ?? 0) - 1);
  const event = sceneNow(engine.getState())?.event ?? Infinity;
  expect(event).toBeLessThan(reply);
  expect(ticksOf(trace, schedule, undefined, event)).toEqual({ ...ticksOf(trace, schedule), refusal: [] });
  expect(ticksOf(trace, schedule, undefined, reply).refusal).toEqual(refused);
});
