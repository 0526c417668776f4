// A lesson file from outside: compiled, sanitised, played. In a chunk of its own: few bring one.
import { VFile } from 'vfile';
import { LARGEST_FILE } from '../../../course/bounds.ts';
import { checkLesson } from '../../../course/check/lesson.ts';
import { unreserved } from '../../../course/check/reserved.ts';
import { compileLesson } from '../../../course/compile.ts';
import type { Lesson } from '../../../course/lesson.ts';

/** Octets that are looked at: what has more is refused for it, so the rest is not even read. */
export const MOST_READ = 4 * LARGEST_FILE;

export interface Complaint {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
export interface Read {
  /** Undefined: the complaints say why. */
  readonly lesson: Lesson | undefined;
  readonly complaints: readonly Complaint[];
}
/** Compiled, no more. */
export function readSource(source: string, name: string): Read {
  const file = new VFile({ path: name, value: source });
  const lesson = compileLesson(file)?.lesson;
  const complaints = file.messages.map(({ line = 1, column = 1, reason }) => ({
    line,
    column,
    message: reason,
  }));
  return { lesson, complaints };
}
/** The same, and played from end to end. */
export function judged(source: string, name: string): Read {
  const file = new VFile({ path: name, value: source });
  const compiled = compileLesson(file);
  if (!compiled) return readSource(source, name);
  const names = unreserved(source).map(({ name: found, at }) => ({
    ...at,
    message: `${found} may be somebody's: only names kept for documentation`,
  }));
  const faults = checkLesson(compiled.lesson).map(({ at, message }) => ({ ...compiled.at(at), message }));
  const complaints = [...names, ...faults].toSorted((a, b) => a.line - b.line);
  return { lesson: complaints.length === 0 ? compiled.lesson : undefined, complaints };
}
