import { describe, expect, test } from 'vitest';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { TOUR, tourOf } from '../../../src/ui/console/tour.ts';

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
  typed(...lines.map((line) => `${line}\n`));

describe('the tour', () => {
  test('each line follows the one before, and after the last it is done', () => {
    const offered = TOUR.map((_, i) => tourOf(sent(...TOUR.slice(0, i))));
    expect(offered).toEqual(TOUR.map((ghost) => ({ ghost, done: false })));
    expect(tourOf(sent(...TOUR))).toEqual({ done: true });
  });
  test('Enter alone walks it within eight keys', () => {
    expect(TOUR.length).toBeLessThanOrEqual(8);
  });
  test('it stops short of QUIT', () => {
    expect(TOUR.at(-1)).toMatch(/^DELE/);
  });
  test('anything else ends it without a last word', () => {
    expect(tourOf(sent('help'))).toEqual({ done: false });
    expect(tourOf(sent(...TOUR.slice(0, 2), 'QUIT', ...TOUR.slice(2)))).toEqual({ done: false });
  });
  test('so does a control key', () => {
    expect(tourOf([...sent(...TOUR.slice(0, 2)), ...typed('\x03')])).toEqual({ done: false });
  });
  test('Enter pressed too early takes nothing away', () => {
    expect(tourOf(sent('', ...TOUR.slice(0, 1), ''))).toEqual({ ghost: TOUR[1], done: false });
  });
  test('what is typed after the end takes nothing back', () => {
    expect(tourOf(sent(...TOUR, 'QUIT', 'anything'))).toEqual({ done: true });
  });
});
