// Lesson P1 as it is in the repository, and what its lessons' tests need of the world.
import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { expect } from 'vitest';
import { compileLesson } from '../../../src/course/compile.ts';
import type { Lesson } from '../../../src/course/lesson.ts';
import { slip } from '../../../src/ui/messages/zh/slips.ts';

const path = 'lessons/pop3/01-collect-the-post/lesson.md';
export const source = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
/** Whatever is wrong with a lesson is said in Chinese too. */
export const saidInChinese = (message: string): void =>
  expect.soft(slip(message), message).toMatch(/\p{Script=Han}/u);
export const compiled = (
  text: string,
): { readonly lesson: Lesson | undefined; readonly messages: readonly string[] } => {
  const file = new VFile({ path: 'lesson.md', value: text });
  const lesson = compileLesson(file)?.lesson;
  for (const { reason } of file.messages) saidInChinese(reason);
  return { lesson, messages: file.messages.map(String) };
};
const { lesson } = compiled(source);
if (!lesson) throw new Error('P1 does not compile');
export const p1: Lesson = lesson;
