// A lesson file from outside: compiled, sanitised, played. In a chunk of its own: few bring one.
import { VFile } from 'vfile';
import sections from '../../../../lessons/rfc-sections.json';
import { LARGEST_FILE } from '../../../course/bounds.ts';
import { checkPlace, type Around } from '../../../course/check/course.ts';
import { checksOf, type Say } from '../../../course/check/lesson.ts';
import { unreserved } from '../../../course/check/reserved.ts';
import { compileLesson } from '../../../course/compile.ts';
import type { Lesson } from '../../../course/lesson.ts';
import { impatiently } from '../../../course/play.ts';

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
const inOrder = (a: Complaint, b: Complaint): number => a.line - b.line || a.column - b.column;
const readOf = (lesson: Lesson | undefined, { messages }: VFile): Read => ({
  lesson,
  complaints: messages
    .map(({ line = 1, column = 1, reason }) => ({ line, column, message: reason }))
    .toSorted(inOrder),
});
/** What is played may ask for much: milliseconds, of one piece of it and of all together. */
const PATIENCE = { piece: 20_000, all: 120_000 };
class Patience {
  readonly #end = performance.now() + PATIENCE.all;
  #piece = 0;
  readonly isOver = (): boolean => performance.now() > Math.min(this.#end, this.#piece);
  /** The next piece. */
  with<T>(run: () => T): T {
    this.#piece = performance.now() + PATIENCE.piece;
    return impatiently(this.isOver, run);
  }
}
/** Compiled, no more. */
export function readSource(source: string, name: string): Read {
  const file = new VFile({ path: name, value: source });
  return readOf(new Patience().with(() => compileLesson(file))?.lesson, file);
}
/** What is here that a lesson may name. */
export type Known = Omit<Around, 'sections'>;
/** The same, and played from end to end. The page goes on meanwhile, and it ends in time. */
export async function judged(source: string, name: string, known: Known, say?: Say): Promise<Read> {
  const file = new VFile({ path: name, value: source });
  const patience = new Patience();
  const compiled = patience.with(() => compileLesson(file));
  if (!compiled) return readOf(undefined, file);
  const { lesson, at } = compiled;
  const complaints: Complaint[] = unreserved(String(file)).map(({ name: found, at: where }) => ({
    ...where,
    message: `${found} may be somebody's: only names kept for documentation`,
  }));
  const pieces = [() => checkPlace(lesson, { ...known, sections }), ...checksOf(lesson, say)];
  for (const piece of pieces) {
    await new Promise((resolve) => setTimeout(resolve));
    const faults = patience.with(piece);
    complaints.push(...faults.map((fault) => ({ ...at(fault.at), message: fault.message })));
    if (patience.isOver()) break;
  }
  return { lesson: complaints.length === 0 ? lesson : undefined, complaints: complaints.toSorted(inOrder) };
}
