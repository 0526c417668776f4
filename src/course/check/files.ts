// Lesson files, checked one by one and together; every fault is told to its file, with line and column.
import type { VFile } from 'vfile';
import type { Compiled } from '../compile.ts';
import type { Lesson } from '../lesson.ts';
import type { Path, Point } from '../yaml.ts';
import { checkCourse, type Around } from './course.ts';
import { checkLesson } from './lesson.ts';
import { unreserved } from './reserved.ts';

export interface Checkable {
  readonly file: VFile;
  readonly compiled: Compiled | undefined;
}
/** What there is, in numbers. */
export interface Summary {
  readonly lessons: number;
  readonly steps: number;
  readonly goals: number;
  readonly questions: number;
  readonly predictions: number;
  readonly hints: number;
  readonly 'wrong paths': number;
  readonly 'other routes': number;
  readonly 'quiz items': number;
}
export function checkFiles(
  files: readonly Checkable[],
  around: Pick<Around, 'tracks' | 'sections'>,
): Summary {
  for (const { file, compiled } of files) {
    const tell = teller(file);
    for (const { name, at } of unreserved(String(file)))
      tell(at, `${name} may be somebody's: only names kept for documentation`);
    if (!compiled) continue;
    for (const { at, message } of checkLesson(compiled.lesson)) tell(compiled.at(at), message);
  }
  const lessons = files.flatMap(({ compiled }) => compiled?.lesson ?? []);
  for (const { lesson, at, message } of checkCourse(lessons, around)) {
    const found = files.findLast(({ compiled }) => compiled?.lesson.id === lesson);
    if (found?.compiled) teller(found.file)(placed(found.compiled, at), message);
  }
  return summaryOf(lessons);
}
const placed = ({ at: where }: Compiled, path: Path): Point => where(path);
const teller =
  (file: VFile) =>
  (place: Point, message: string): void => {
    file.message(message, { place, ruleId: 'play', source: 'lesson' });
  };
function summaryOf(lessons: readonly Lesson[]): Summary {
  const steps = lessons.flatMap((lesson) => lesson.steps);
  const sum = (count: (lesson: Lesson) => number): number => lessons.reduce((all, it) => all + count(it), 0);
  return {
    lessons: lessons.length,
    steps: steps.length,
    goals: steps.reduce((all, { goal }) => all + ('all' in goal ? goal.all.length : 1), 0),
    questions: steps.reduce((all, { asks }) => all + asks.length, 0),
    predictions: steps.filter(({ predict }) => predict).length,
    hints: steps.reduce((all, { hints }) => all + hints.length, 0),
    'wrong paths': sum(({ wrongPaths }) => wrongPaths.length),
    'other routes': sum(({ routes }) => routes.length),
    'quiz items': sum(({ quiz }) => quiz.length),
  };
}
