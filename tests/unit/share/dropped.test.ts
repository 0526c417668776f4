// What a file that is let go over the page is taken for.
import { expect, test } from 'vitest';
import { kindOf } from '../../../src/ui/landing/kind.ts';

test.each([
  ['mine.md', '', 'lesson'],
  ['MINE.MARKDOWN', '{"kind": "mailwire progress"}', 'lesson'],
  ['mine.txt', '---\nid: X1\n', 'lesson'],
  ['mine.txt', '\uFEFF---\r\nid: X1\r\n', 'lesson'],
  ['progress.json', '{\n  "kind": "mailwire progress",', 'progress'],
  ['mailwire-journal.json', '{\n "kind": "mailwire journal",', 'journal'],
  ['other.json', '{"about": "\\"kind\\": \\"mailwire progress\\""}', 'journal'],
  ['letter.eml', 'From: a@example.com\r\n---\r\n', 'journal'],
  ['picture.png', '\x89PNG', 'journal'],
  ['', '', 'journal'],
] as const)('%s beginning %j is opened as a %s', (name, begins, kind) =>
  expect(kindOf(name, begins)).toBe(kind),
);
