import { describe, expect, test } from 'vitest';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { LETTER, sendsAlone, TOUR, tourOf } from '../../../src/ui/console/tour.ts';

const typed = (...lines: readonly string[]): readonly TraceEvent[] =>
  lines.map((line, i) => ({
    type: 'typed',
    console: 'you@client',
    octets: line,
    id: i + 1,
    at: 0,
    cause: 0,
    conn: 0,
  }));
const sent = (...lines: readonly string[]): readonly TraceEvent[] =>
  typed(...lines.flatMap((line) => line.split('\n').map((one) => `${one}\n`)));
const before = TOUR.slice(0, -1);

describe('the tour', () => {
  test('each line follows the one before, and after the letter it is done', () => {
    const offered = TOUR.map((_, i) => tourOf(sent(...TOUR.slice(0, i))).ghost);
    expect(offered).toEqual(TOUR);
    expect(tourOf(sent(...TOUR))).toEqual({ done: true, fresh: true });
  });
  test('Enter alone walks it within eight keys', () => {
    expect(TOUR.length).toBeLessThanOrEqual(8);
  });
  test('the letter is offered as one, dot and all', () => {
    expect(TOUR.at(-1)).toBe(`${LETTER.join('\n')}\n.`);
  });
  test('lines of the letter may be one’s own: what is left of it is still offered, and the dot in any case', () => {
    expect(tourOf(sent(...before, 'From: me')).ghost).toBe([...LETTER.slice(1), '.'].join('\n'));
    const long = LETTER.map(() => 'more').concat('and more');
    expect(tourOf(sent(...before, ...long)).ghost).toBe('.');
    expect(tourOf(sent(...before, ...long, '.'))).toEqual({ done: true, fresh: true });
  });
  test('Enter alone sends a line, or the whole letter; not what is left of one begun', () => {
    expect(TOUR.every(sendsAlone)).toBe(true);
    for (let n = 1; n <= LETTER.length; n++)
      expect(sendsAlone(tourOf(sent(...before, ...LETTER.slice(0, n))).ghost ?? '')).toBe(false);
    expect(sendsAlone('')).toBe(false);
  });
  test('an empty line within the letter is a line of the letter', () => {
    expect(tourOf(sent(...before, '')).ghost).toBe([...LETTER.slice(1), '.'].join('\n'));
  });
  test('anything else ends it without a last word', () => {
    const over = { done: false, fresh: false };
    expect(tourOf(sent('help'))).toEqual(over);
    expect(tourOf(sent(...TOUR.slice(0, 2), 'QUIT', ...TOUR.slice(2)))).toEqual(over);
  });
  test('so does a control key', () => {
    expect(tourOf([...sent(...TOUR.slice(0, 2)), ...typed('\x03')]).ghost).toBeUndefined();
    expect(tourOf([...sent(...before), ...typed('\x03')]).ghost).toBeUndefined();
  });
  test('Enter pressed too early takes nothing away', () => {
    expect(tourOf(sent('', ...TOUR.slice(0, 1), '')).ghost).toBe(TOUR[1]);
  });
  test('what is typed after the end takes nothing back, and is no end of it any more', () => {
    expect(tourOf(sent(...TOUR, 'QUIT', 'anything'))).toEqual({ done: true, fresh: false });
  });
});
