// The lessons of the repository, in the order of their folders.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import '../src/core/parts/all.ts';
import type { Lesson } from '../src/course/lesson.ts';
import { compileLesson } from '../src/course/compile.ts';

export const lessonsRoot = fileURLToPath(new URL('../lessons', import.meta.url));

export interface LessonFile {
  /** With what is wrong in its messages. */
  readonly file: VFile;
  readonly lesson: Lesson | undefined;
}
export const lessonPaths = (root: string = lessonsRoot): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('lesson.md'))
    .toSorted()
    .map((path) => join(root, path));

export function readLesson(path: string): LessonFile {
  const file = new VFile({ path: relative(process.cwd(), path), value: readFileSync(path, 'utf8') });
  return { file, lesson: compileLesson(file) };
}
