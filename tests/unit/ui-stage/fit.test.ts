// The boxes of the state machine are as wide as their words, and no name in them is cut.
import { expect, test } from 'vitest';
import { readers } from '../../../src/core/trace/protocols.ts';
import { linesIn, verbsIn } from '../../../src/ui/machine/fit.ts';
import { spineOf } from '../../../src/ui/machine/spine.ts';
import { titles } from '../../../src/ui/messages/zh/titles.ts';

const every = ['smtp', 'pop3', 'imap', 'smtp-client'].flatMap((protocol) => {
  const reader = readers.get(protocol);
  return reader ? [[reader.title, reader.diagram()] as const] : [];
});
const told = { en: String, zh: (title: string): string => titles[title] ?? title };

test.each(every)('%s: however wide the panel, a box is not', (_, diagram) => {
  for (const width of [900, 1380, 2560]) {
    const { states } = spineOf(diagram, width, 900, String);
    expect(Math.max(...states.map(({ w }) => w))).toBeLessThanOrEqual(240);
    const left = Math.min(...states.map(({ x }) => x));
    const right = Math.max(...states.map(({ x, w }) => x + w));
    // in the middle, but for the arcs beside them
    expect(Math.abs(left - (width - right))).toBeLessThan(120);
  }
});
test.each(every)(
  '%s: in a narrow panel every name has the lines that it needs, none is broken',
  (_, diagram) => {
    const faults: string[] = [];
    for (const language of ['en', 'zh'] as const)
      for (const width of [200, 230, 255, 300, 366]) {
        const { states } = spineOf(diagram, width, 350, told[language]);
        for (const { title, w, h, side, x } of states) {
          const [size, line] = side ? [11, 12] : [12, 14];
          const name = told[language](title);
          const broken = language === 'en' && name.split(' ').some((word) => linesIn(word, size, w - 10) > 1);
          const cut = h < linesIn(name, size, w - 10) * line + (side ? 2 : 18);
          if (broken || cut || x + w > width + 1) faults.push(`${name}: ${w} by ${h} at ${x} of ${width}`);
        }
      }
    expect(faults).toEqual([]);
  },
);
test('where there is room a name of the main way takes one line', () => {
  const [, smtp] = every.find(([title]) => title === 'SMTP') ?? [];
  const main = (smtp ? spineOf(smtp, 400, 500, String).states : []).filter(({ side }) => !side);
  expect(main.length).toBeGreaterThan(4);
  expect(main.filter(({ title, w }) => linesIn(title, 12, w - 10) > 1)).toEqual([]);
});
test('lines end between words, and between ideographs', () => {
  expect(linesIn('Recipients known', 12, 200)).toBe(1);
  expect(linesIn('Recipients known', 12, 80)).toBe(2);
  expect(linesIn('正在检查信件', 12, 40)).toBe(2);
  expect(linesIn('Recipients', 12, 40)).toBe(2);
});
test('commands are shown whole or not at all', () => {
  expect(verbsIn(['EHLO', 'HELO', 'RSET', 'NOOP'], 140)).toEqual(['EHLO', 'HELO', 'RSET']);
  expect(verbsIn(['EHLO', 'HELO'], 60)).toEqual(['EHLO']);
});
