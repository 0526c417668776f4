// What a terminal is told to write when one leaps in time: one view of lines, however many there are.
import type { Terminal } from '@xterm/xterm';
import { describe, expect, test, vi } from 'vitest';
import type { Line } from '../../../src/ui/console/lines.ts';
import { painterFor, type Picture } from '../../../src/ui/console/painter.ts';

const ROWS = 20;
const words = { folded: String, search: String };
/** As much of a terminal as the painter asks for; it says at once that it has written. */
function terminal(): {
  readonly term: Terminal;
  readonly written: string[];
  readonly atOnce: boolean[];
  /** Told what has been written, before the painter is. */
  readonly hear: (each: (data: string) => void) => void;
} {
  let told: (data: string) => void = () => undefined;
  const written: string[] = [];
  const atOnce: boolean[] = [];
  let hurried = false;
  let place: (name: string) => boolean = () => true;
  const active = { baseY: 0, cursorX: 0, cursorY: 0, viewportY: 0 };
  const term = {
    rows: ROWS,
    cols: 80,
    buffer: { active },
    parser: {
      registerOscHandler: (_: number, heard: typeof place) => {
        place = heard;
        return { dispose: () => undefined };
      },
    },
    registerMarker: () => ({
      line: active.baseY + active.cursorY,
      isDisposed: false,
      dispose: () => undefined,
    }),
    input: () => {
      hurried = true;
    },
    hasSelection: () => false,
    write: (data: string, done?: () => void) => {
      written.push(data);
      atOnce.push(hurried);
      hurried = false;
      for (const [, piece = ''] of data.matchAll(/\]7110;(\w+)/g)) place(piece);
      told(data);
      done?.();
    },
  };
  // the rest of a terminal is not asked for
  return { term: term as unknown as Terminal, written, atOnce, hear: (each) => (told = each) };
}
const lineOf = (n: number): Line => ({
  by: 'server',
  text: `line ${n}`,
  prompt: '',
  event: n,
  refused: false,
  secure: false,
  content: false,
  folded: 0,
  end: '\r\n',
  conn: 1,
  octets: `line ${n}`,
});
const picture = (count: number, past: boolean): Picture => ({
  lines: Array.from({ length: count }, (_, n) => lineOf(n)),
  writing: undefined,
  moment: past ? count - 1 : -1,
  past,
  ends: false,
});
const linesIn = (data: string): number => data.split('line ').length - 1;

describe('a leap in time', () => {
  test.each<[string, Picture, Picture]>([
    ['from the beginning, before the first event', picture(0, true), picture(500, true)],
    ['from one moment to a much later one', picture(3, true), picture(500, true)],
    ['back to the present', picture(3, true), picture(500, false)],
  ])('%s writes what is in view', (_, from, to) => {
    const { term, written } = terminal();
    const painter = painterFor(term, words);
    painter.show(from);
    const before = written.length;
    painter.show(to);
    painter.stop();
    const [most = 0] = written
      .slice(before)
      .map(linesIn)
      .toSorted((a, b) => b - a);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(ROWS);
  });
  test('back to before all that is written writes what is in view there', () => {
    const { term, written } = terminal();
    const painter = painterFor(term, words);
    painter.show(picture(500, true));
    const before = written.length;
    painter.show(picture(40, true));
    painter.stop();
    expect(written[before]).toContain('line 39');
    expect(written[before]).toContain('line 21');
  });
  test.each([
    ['little of the view would be left writes it anew', 3, true],
    ['most of the view is left erases what has not been said', 15, false],
  ])('back to where %s', (_, row, anew) => {
    const { term, written } = terminal();
    Object.assign(term.buffer.active, { cursorY: row });
    const painter = painterFor(term, words);
    painter.show(picture(500, true));
    const before = written.length;
    painter.show(picture(497, true));
    painter.stop();
    expect(written[before]).toContain('line 496');
    expect(written[before]?.includes('line 480')).toBe(anew);
  });
  test('begins within a line whose first rows are above the view', () => {
    const { term, written } = terminal();
    const painter = painterFor(term, words);
    const long = Array.from({ length: 99 }, (_, n) => ({ ...lineOf(n), text: `${n} ${'word '.repeat(18)}` }));
    painter.show({ ...picture(0, true), lines: long });
    painter.stop();
    // 19 rows for lines of two
    expect(written[0]).toContain('90 word');
    expect(written[0]).not.toContain('89 word');
    expect(written[0]?.split('\r\n')).toHaveLength(ROWS);
  });
  test('to before the first event is written at once, as any other moment is', () => {
    const { term, atOnce } = terminal();
    const painter = painterFor(term, words);
    painter.show(picture(50, false));
    const before = atOnce.length;
    painter.show({ ...picture(0, true), moment: -1 });
    painter.stop();
    expect(atOnce[before]).toBe(true);
  });
  test('what is said in the present is written whole: it is there to scroll back to', () => {
    const { term, written } = terminal();
    const painter = painterFor(term, words);
    painter.show(picture(3, false));
    painter.show(picture(500, false));
    painter.stop();
    expect(Math.max(...written.map(linesIn))).toBeGreaterThanOrEqual(497);
  });
});

describe('what lies above the view after a leap', () => {
  test('is left for as long as nobody comes near', async () => {
    vi.useFakeTimers();
    const { term, written } = terminal();
    const painter = painterFor(term, words);
    painter.show(picture(500, true));
    const before = written.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written).toHaveLength(before);
    painter.stop();
    vi.useRealTimers();
  });
  test('is put back for whoever wants to see it, a little at a time, and once', async () => {
    const { term, written } = terminal();
    const painter = painterFor(term, words);
    painter.show(picture(500, true));
    const before = written.length;
    await new Promise<void>((there) => void painter.reach(there));
    const put = written.slice(before);
    expect(Math.max(...put.map(linesIn))).toBeLessThanOrEqual(40);
    expect(put.join('').match(/line \d+/g)).toEqual(Array.from({ length: 500 }, (_, n) => `line ${n}`));
    expect(painter.reach(() => undefined)).toBe(false);
    painter.stop();
  });
  test('gives way to a newer moment', async () => {
    const { term, written, hear } = terminal();
    const painter = painterFor(term, words);
    painter.show(picture(500, true));
    const overtaken = new Promise<void>((done) => {
      hear((data) => {
        if (data.includes('line 80')) painter.show(picture(300, true));
        if (data.includes('line 299')) done();
      });
    });
    const before = written.length;
    painter.near(true);
    await overtaken;
    painter.stop();
    expect(written.slice(before).join('')).not.toContain('line 400');
  });
});

describe('what is drawn anew', () => {
  const SYNC = '\x1b[?2026h';
  test('a line that is added, and none of those above it', () => {
    const { term, written } = terminal();
    const { show } = painterFor(term, words);
    show(picture(5, false));
    expect(written.join('')).toContain(SYNC);
    written.length = 0;
    show(picture(6, false));
    expect(linesIn(written.join(''))).toBe(1);
    // a terminal that has waited draws all of its rows
    expect(written.join('')).not.toContain('\x1b[?2026');
  });
  test('nothing, where nothing has changed', () => {
    const { term, written } = terminal();
    const { show } = painterFor(term, words);
    show(picture(5, true));
    written.length = 0;
    show(picture(5, true));
    expect(written).toEqual([]);
  });
});
