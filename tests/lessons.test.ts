// Every lesson in the repository, played on the engine.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { checkLesson } from '../src/course/check.ts';
import { compileLesson } from '../src/course/compile.ts';

const root = new URL('../lessons/', import.meta.url);
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('lesson.md'))
  .toSorted();

it('there are lessons', () => {
  expect(paths).toContain('pop3/01-collect-the-post/lesson.md');
});

describe.each(paths)('%s', (path) => {
  const file = new VFile({ path: `lessons/${path}`, value: readFileSync(new URL(path, root), 'utf8') });
  const lesson = compileLesson(file);

  it('compiles without a complaint', () => {
    expect(file.messages.map(String)).toEqual([]);
    expect(lesson).toBeDefined();
  });

  it('is played as it says: solution, truncations, other routes, wrong paths, quotes', () => {
    expect(lesson && checkLesson(lesson)).toEqual([]);
  });
});
