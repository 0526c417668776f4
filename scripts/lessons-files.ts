// The lessons of the repository, in the order of their folders.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'valibot';
import { VFile } from 'vfile';
import { parse as parseYaml } from 'yaml';
import '../src/core/parts/all.ts';
import type { Around, Sections } from '../src/course/check/course.ts';
import { compileLesson, type Compiled } from '../src/course/compile.ts';
import type { Tracks } from '../src/course/lesson.ts';
import { tracksSchema } from '../src/course/schema/schema.ts';

/** `MAILWIRE_LESSONS`: those of another folder, which is like `lessons`. */
export const lessonsRoot =
  process.env['MAILWIRE_LESSONS'] ?? fileURLToPath(new URL('../lessons', import.meta.url));
const sectionsFile = join(lessonsRoot, 'rfc-sections.json');
export const sections: Sections = existsSync(sectionsFile)
  ? (JSON.parse(readFileSync(sectionsFile, 'utf8')) as Sections)
  : {};

export const around = (): Pick<Around, 'tracks' | 'sections'> => ({
  sections,
  tracks: readTracks().tracks.map(({ id }) => id),
});
export interface LessonFile {
  /** With what is wrong in its messages. */
  readonly file: VFile;
  readonly compiled: Compiled | undefined;
}
export const lessonPaths = (root: string = lessonsRoot): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('lesson.md'))
    .toSorted()
    .map((path) => join(root, path));

export function readLesson(path: string): LessonFile {
  const file = new VFile({ path: relative(process.cwd(), path), value: readFileSync(path, 'utf8') });
  return { file, compiled: compileLesson(file) };
}
export const readTracks = (root: string = lessonsRoot): Tracks =>
  parse(tracksSchema, parseYaml(readFileSync(join(root, 'tracks.yaml'), 'utf8')));
