// Lesson P1 as it is in the repository, and what its lessons' tests need of the world.
import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { compileLesson } from '../../../src/course/compile.ts';
import type { Lesson } from '../../../src/course/lesson.ts';

const path = 'lessons/pop3/01-collect-the-post/lesson.md';
export const source = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
export const compiled = (
  text: string,
): { readonly lesson: Lesson | undefined; readonly messages: readonly string[] } => {
  const file = new VFile({ path: 'lesson.md', value: text });
  const lesson = compileLesson(file)?.lesson;
  return { lesson, messages: file.messages.map(String) };
};
const { lesson } = compiled(source);
if (!lesson) throw new Error('P1 does not compile');
export const p1: Lesson = lesson;
