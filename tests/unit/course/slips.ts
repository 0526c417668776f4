// A lesson with a slip of the pen in it, and what the checker says of it.
import { expect } from 'vitest';
import '../../../src/core/parts/all.ts';
import { around } from '../../../scripts/lessons-files.ts';
import { judged, type Known } from '../../../src/ui/lesson/own/read.ts';
import { saidInChinese, source } from './p1.ts';

const known: Known = { lessons: ['F3', 'P1'], tracks: around().tracks };
export const refused = async (text: string): Promise<readonly string[]> => {
  const { lesson, complaints } = await judged(text, 'lesson.md', known);
  expect(lesson === undefined).toBe(complaints.length > 0);
  for (const { message } of complaints) saidInChinese(message);
  return complaints.map(({ line, column, message }) => `${line}:${column} ${message}`);
};
/** In the place of the first line of the first wrong path. */
export const deed = (text: string): readonly [string, string] => ['type: [', `type: [${text}, `];

/** What is slipped, how, where that stands, and what is said. */
export type Slip = readonly [string, readonly [string, string], string, RegExp];
/** Where the slip is, and what is said first, with its place. */
export async function slipped([, [from, to], at]: Slip): Promise<{
  readonly place: string;
  readonly said: string;
}> {
  expect(source).toContain(from);
  const text = source.replace(from, () => to);
  const index = text.indexOf(at, source.indexOf(from));
  const before = text.slice(0, index).split('\n');
  const [said = ''] = await refused(text);
  return { place: `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`, said };
}
