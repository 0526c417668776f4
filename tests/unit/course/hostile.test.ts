// Lesson files that mean harm, or were written by a cat on the keys: each ends with a fault at its place, soon.
import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { around } from '../../../scripts/lessons-files.ts';
import { checkFiles } from '../../../src/course/check/files.ts';
import { checkLesson } from '../../../src/course/check/lesson.ts';
import { compileLesson } from '../../../src/course/compile.ts';
import { impatiently } from '../../../src/course/play.ts';
import { compiled, p1, source } from './p1.ts';

const bomb = [
  'a: &a [x, x, x]',
  ...'bcdefghi'.split('').map((name, i) => {
    const before = 'abcdefgh'[i];
    return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
  }),
].join('\n');

describe('a file that is too much is told where', () => {
  it.each<readonly [string, string, RegExp]>([
    [
      'an alias of nothing',
      source.replace('minutes: 12', 'minutes: *ten'),
      /^lesson\.md:6:10.*\*ten: write it out/,
    ],
    [
      'an alias of what it stands in',
      source.replace('goal:', 'goal: &g {all: [*g]}\nnone:'),
      /:\d+:17.*\*g: write it out/,
    ],
    ['a bomb of aliases', source.replace('minutes: 12', bomb), /^lesson\.md:7:8.*\*a: write it out/],
    [
      'quotes in quotes',
      source.replace('Bob is away', `${'> '.repeat(20_000)}Bob is away`),
      /:25: .*nested too deeply/,
    ],
    [
      'lists in lists',
      source.replace('Bob is away', `${'1. '.repeat(40)}Bob is away`),
      /:37: .*nested too deeply/,
    ],
    [
      'brackets in brackets',
      source.replace('minutes: 12', `minutes: ${'['.repeat(3000)}`),
      /^lesson\.md:6:34.*nested too deeply/,
    ],
    [
      'dashes in dashes',
      source.replace('minutes: 12', `minutes:\n  ${'- '.repeat(20_000)}1`),
      /^lesson\.md:7:27.*nested too deeply/,
    ],
    [
      'very many words',
      source.replace('Bob is away', 'word '.repeat(200_000)),
      /^lesson\.md:1:1.*65536 characters at most/,
    ],
    [
      'a paragraph without end',
      source.replace('Bob is away', '[a]('.repeat(10_000)),
      /^lesson\.md:\d+:1: there are more than 8000 characters without an empty line/,
    ],
    [
      'a long title',
      source.replace('title: Collect the post', `title: "${'> '.repeat(1200)}x"`),
      /^lesson\.md:3:8.*more than 2000 characters/,
    ],
  ])('%s', (_name, text, message) => {
    expect(text).not.toBe(source);
    const { lesson, messages } = compiled(text);
    expect(lesson).toBeUndefined();
    expect(messages[0]).toMatch(message);
  });

  it.each([
    '[',
    '![',
    '*a ',
    '**a ',
    '*a **b ',
    '_',
    '`',
    '~~a',
    '<a',
    '&',
    '|a',
    '[a](',
    '<!--',
    'www.',
    'a@b.',
    '\\',
    '[^',
    '> *',
  ])('%s, over and over, ends', (mark) => {
    const text = source.replace('Bob is away', `${mark.repeat(Math.floor(1500 / mark.length))} Bob is away`);
    const { lesson, messages } = compiled(text);
    expect(lesson !== undefined || messages.length > 0).toBe(true);
  });
});

describe('no picture is shown', () => {
  it.each([
    ['in a text', '![x](https://example.com/x.png) Bob is away', 'Bob is away', 1],
    ['by reference', '![x][y] Bob is away\n\n[y]: https://example.com/x.png\n', 'Bob is away', 1],
    ['in a link', '[![x](x.png)](https://example.com) Bob is away', 'Bob is away', 2],
    ['in a title', 'title: "![x](https://example.com/x.png)"', 'title: Collect the post', 8],
    ['in the notes', 'board: "![x](x.png) AUTHOR', 'board: "AUTHOR', 10],
  ])('%s', (_name, picture, from, column) => {
    const line = source.slice(0, source.indexOf(from)).split('\n').length;
    const { lesson, messages } = compiled(source.replace(from, picture));
    expect(lesson).toBeUndefined();
    expect(messages[0]).toMatch(new RegExp(`^lesson\\.md:${line}:${column}.*picture`));
  });
});

it('what takes too long is left off, wherever that is', () => {
  let asked = 0;
  for (const patience of [0, 5, 40]) {
    asked = 0;
    const file = new VFile({ path: 'lesson.md', value: source });
    const compiledNow = impatiently(
      () => ++asked > patience,
      () => compileLesson(file),
    );
    const faults = compiledNow
      ? impatiently(
          () => ++asked > patience,
          () => checkLesson(compiledNow.lesson),
        ).map(({ message }) => message)
      : file.messages.map(({ reason }) => reason);
    expect(new Set(faults)).toEqual(new Set(['this takes too long to be played']));
  }
  expect(checkLesson(compiled(source).lesson ?? p1)).toEqual([]);
});

it('one broken file does not keep the others from being checked', () => {
  const texts = [
    source.replace('minutes: 12', 'minutes: *ten'),
    source.replace('prereqs: [F3]', 'prereqs: [Z9]'),
  ];
  const files = texts.map((value, i) => {
    const file = new VFile({ path: `${i + 1}.md`, value });
    return { file, compiled: compileLesson(file) };
  });
  checkFiles(files, around());
  expect(files.flatMap(({ file }) => file.messages.map(String))).toEqual([
    expect.stringMatching(/^1\.md:6:10.*write it out/),
    expect.stringMatching(/^2\.md:\d+:\d+.*there is no lesson Z9/),
  ]);
});
