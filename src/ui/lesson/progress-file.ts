// Progress as a file that comes from outside: nothing of it is believed before it has been looked at.
import * as v from 'valibot';
import type { Shelf } from './work.ts';

export const KIND = 'mailwire progress';
export const VERSION = 1;
/** In octets, or near it: what is answered in a hundred lessons is less. */
export const LARGEST_PROGRESS = 1_000_000;

export type Refusal =
  /** It is not of this kind at all. */
  | { readonly why: 'other' }
  | { readonly why: 'large' }
  | { readonly why: 'version'; readonly version: string }
  /** There is something that no such file has. */
  | { readonly why: 'key'; readonly path: string }
  /** `path`: `lessons.S2.met`. */
  | { readonly why: 'value'; readonly path: string; readonly value: string };
export type Progress = { readonly shelf: Shelf } | { readonly refusal: Refusal };

/** More steps no lesson has. */
const MOST_STEPS = 50;
const OPTIONS = 9;
const MANY = 100_000;
const EVENTS = 100_000_000;
const LONGEST_ANSWER = 10_000;
const upTo = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const keyed = <T>(key: RegExp, value: v.GenericSchema<unknown, T>) =>
  v.optional(v.record(v.pipe(v.string(), v.regex(key)), value), {});
const STEP = /^[a-z][a-z0-9-]{0,99}$/;
const QUESTION = /^[a-z][a-z0-9-]{0,99}\/[a-z][a-z0-9-]{0,99}$/;
const work = {
  answers: keyed(QUESTION, v.pipe(v.string(), v.maxLength(LONGEST_ANSWER))),
  asked: keyed(QUESTION, upTo(EVENTS)),
  predictions: keyed(STEP, upTo(OPTIONS - 1)),
  hints: keyed(STEP, upTo(MANY)),
  shown: keyed(STEP, upTo(MANY)),
  misses: keyed(/^[A-Za-z][A-Za-z0-9-]{0,99}$/, upTo(MANY)),
  quiz: keyed(/^\d{1,2}$/, upTo(OPTIONS - 1)),
  met: v.optional(upTo(MOST_STEPS), 0),
};
/** One attempt before this one is kept, never one before that. */
const workSchema = v.pipe(
  v.strictObject({ ...work, before: v.optional(v.strictObject(work)) }),
  v.transform(({ before, ...now }) => (before ? { ...now, before } : now)),
);
const lessonsSchema = v.record(v.pipe(v.string(), v.regex(/^~?[A-Z]\d{1,4}$/)), workSchema);
const head = v.looseObject({ kind: v.literal(KIND), version: v.unknown(), lessons: v.custom(isRecord) });
function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `stepsOf`: how many steps a lesson has; undefined: it is not one of those that come with the page. */
export function progressIn(text: string, stepsOf: (lesson: string) => number | undefined): Progress {
  if (text.length > LARGEST_PROGRESS) return { refusal: { why: 'large' } };
  const file = v.safeParse(head, parsed(text));
  if (!file.success) return { refusal: { why: 'other' } };
  const { version, lessons } = file.output;
  if (version !== VERSION) return { refusal: { why: 'version', version: shown(version) } };
  const result = v.safeParse(lessonsSchema, lessons, { abortEarly: true });
  if (!result.success) return refused(result.issues[0]);
  const shelf: Shelf = result.output;
  for (const [id, { met, before }] of Object.entries(shelf)) {
    const most = stepsOf(id) ?? MOST_STEPS;
    if (met > most) return wrong(`lessons.${id}.met`, met);
    if (before && before.met > most) return wrong(`lessons.${id}.before.met`, before.met);
  }
  return { shelf };
}
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
const wrong = (path: string, value: unknown): Progress => ({
  refusal: { why: 'value', path, value: shown(value) },
});
function refused(issue: v.BaseIssue<unknown>): Progress {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  const path = ['lessons', ...keys].join('.').slice(0, LONGEST_PATH);
  const odd = issue.expected === 'never' || issue.path?.at(-1)?.origin === 'key';
  return odd ? { refusal: { why: 'key', path } } : wrong(path, issue.input);
}
const LONGEST_PATH = 200;
const LONGEST_SHOWN = 60;
/** What is nested is not shown: it may be nested without end. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
