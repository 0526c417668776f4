// Bookmarks, and the marks on the timeline.
import { beforeEach, describe, expect, test } from 'vitest';
import { engine, FIRST_CONSOLE, sceneNow, seek, setReduced, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';
import { bookmarks, removeBookmark, setBookmark } from '../../../src/ui/timeline/bookmarks.ts';
import { ticksOf } from '../../../src/ui/timeline/ticks.ts';

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  setReduced(true);
  for (const { n } of bookmarks()) removeBookmark(n);
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
