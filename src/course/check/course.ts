// What all lessons of a course must be together, and what the house asks of each.
import type { Lesson, Step } from '../lesson.ts';
import { textOf } from '../text.ts';
import { thereAre } from '../there-are.ts';
import type { Path } from '../yaml.ts';
import type { CheckFault } from './lesson.ts';
import { proseIn } from './quotes.ts';

export interface CourseFault extends CheckFault {
  readonly lesson: string;
}
/** By RFC number: its sections, with spaces between them. */
export type Sections = Readonly<Record<string, string>>;

/** What a lesson may name of what is around it. */
export interface Around {
  readonly lessons: readonly string[];
  readonly tracks: readonly string[];
  readonly sections: Sections;
}
/** Of each, wherever it comes from. */
export const checkPlace = (lesson: Lesson, { lessons, tracks, sections }: Around): readonly CheckFault[] => [
  ...(tracks.includes(lesson.track)
    ? []
    : [{ at: ['track'], message: `there is no track ${lesson.track}${thereAre(lesson.track, tracks)}` }]),
  ...lesson.prereqs.flatMap((need, i) =>
    lessons.includes(need)
      ? []
      : [{ at: ['prereqs', i], message: `there is no lesson ${need}${thereAre(need, lessons)}` }],
  ),
  ...checkRfcs(lesson, sections),
];
export function checkCourse(
  lessons: readonly Lesson[],
  around: Pick<Around, 'tracks' | 'sections'>,
): readonly CourseFault[] {
  const all = { ...around, lessons: lessons.map(({ id }) => id) };
  return [
    ...checkGraph(lessons),
    ...checkSentences(lessons),
    ...lessons.flatMap((lesson) =>
      [...checkPlace(lesson, all), ...checkHouse(lesson)].map((fault) => ({ ...fault, lesson: lesson.id })),
    ),
  ];
}

function checkGraph(lessons: readonly Lesson[]): readonly CourseFault[] {
  const known = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  return lessons.flatMap(({ id }, i): readonly CourseFault[] => {
    const doubled = lessons.findIndex((other) => other.id === id) < i;
    const circle = reaches(known, id, id, new Set());
    return [
      ...(doubled ? [{ lesson: id, at: ['id'], message: `there is another lesson ${id}` }] : []),
      ...(circle ? [{ lesson: id, at: ['prereqs'], message: `${id} needs itself, by way of others` }] : []),
    ];
  });
}
function reaches(
  lessons: ReadonlyMap<string, Lesson>,
  from: string,
  wanted: string,
  seen: Set<string>,
): boolean {
  return (lessons.get(from)?.prereqs ?? []).some((need) => {
    if (need === wanted) return true;
    if (seen.has(need)) return false;
    seen.add(need);
    return reaches(lessons, need, wanted, seen);
  });
}

/** Shorter ones are common property: "Look again." */
const SHORTEST = 20;
/** A bank's nudges are the same wherever they are used. */
const isOwn = (at: Path, { steps }: Lesson): boolean =>
  at[2] !== 'hints' || !/^M\d\d$/.test(steps.find(({ id }) => id === at[1])?.hints[Number(at[3])]?.id ?? '');
const sentencesIn = (text: string): readonly string[] =>
  text
    .replaceAll('\n', ' ')
    .split(/(?<=[.?!:])\s+/)
    .map((sentence) => sentence.trim().toLowerCase())
    .filter(({ length }) => length >= SHORTEST);
function checkSentences(lessons: readonly Lesson[]): readonly CourseFault[] {
  const first = new Map<string, string>();
  return lessons.flatMap((lesson) =>
    proseIn(lesson)
      .filter(({ at }) => isOwn(at, lesson))
      .flatMap(({ at, parts }) =>
        parts
          .flatMap((part) => sentencesIn(textOf(part)))
          .flatMap((sentence): readonly CourseFault[] => {
            const before = first.get(sentence) ?? lesson.id;
            first.set(sentence, before);
            return before === lesson.id
              ? []
              : [{ lesson: lesson.id, at, message: `lesson ${before} says this too: "${sentence}"` }];
          }),
      ),
  );
}

function checkRfcs(lesson: Lesson, sections: Sections): readonly CheckFault[] {
  const cited: readonly (readonly [Path, string])[] = [
    ...lesson.rfc.map((rfc, i) => [['rfc', i], rfc] as const),
    ...lesson.quiz.flatMap(({ rfc }, i) => (rfc === undefined ? [] : [[['quiz', i, 'rfc'], rfc] as const])),
    ...lesson.steps.flatMap(({ id, rfc, predict }) => [
      ...rfc.map((each, i) => [['steps', id, 'rfc', i], each] as const),
      ...(predict?.rfc === undefined ? [] : [[['steps', id, 'predict', 'rfc'], predict.rfc] as const]),
    ]),
  ];
  return cited.flatMap(([at, rfc]) => {
    const [number = '', section] = rfc.split('#');
    const known = sections[number]?.split(' ');
    if (!known) {
      const message = `RFC ${number} is not in lessons/rfc-sections.json`;
      return [{ at, message: `${message}${thereAre(number, Object.keys(sections))}` }];
    }
    return section === undefined || known.includes(section)
      ? []
      : [{ at, message: `RFC ${number} has no section ${section}${thereAre(section, known)}` }];
  });
}

const LEAST_WORDS = 80;
const MOST_WORDS = 350;
/** Words of a sentence, on the average. */
const LONGEST = 18;
const count = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
function checkHouse(lesson: Lesson): readonly CheckFault[] {
  const { steps } = lesson;
  const faults: CheckFault[] = [];
  const fault = (at: Path, message: string): void => void faults.push({ at, message });
  const prose = steps.map((step) => textOf(step.prose)).join(' ');
  const words = count(prose);
  if (words < LEAST_WORDS || words > MOST_WORDS)
    fault([], `the steps have ${words} words; ${LEAST_WORDS} to ${MOST_WORDS} are read`);
  const sentences = prose.split(/[.?!:;](?:\s|$)/).filter((it) => count(it) > 0).length;
  if (words / Math.max(1, sentences) > LONGEST)
    fault([], `a sentence has ${Math.round(words / sentences)} words on the average`);
  if (lesson.wrongPaths.length < 2) fault(['wrongPaths'], 'a lesson has two wrong paths at least');
  if (!steps.some(({ predict }) => predict && predict.replay.length > 0))
    fault([], 'a lesson has a prediction at least whose answer is replayed');
  lesson.quiz.forEach(({ rfc }, i) => {
    if (rfc === undefined) fault(['quiz', i], 'an answer says where it is written: rfc');
  });
  steps.forEach((step) => checkStepOfHouse(step, fault));
  return faults;
}
const LEAST_HINTS = 2;
function checkStepOfHouse(step: Step, fault: (at: Path, message: string) => void): void {
  const { id, rfc, hints, asks, goal, predict } = step;
  if (predict && predict.rfc === undefined)
    fault(['steps', id, 'predict'], 'an answer says where it is written: rfc');
  if (rfc.length === 0) fault(['steps', id], 'a step says which section of which RFC it is about');
  const asked = hints.filter(({ when }) => when === undefined).length;
  if (asked !== LEAST_HINTS)
    fault(['steps', id, 'hints'], `a step has two hints to ask for, from a nudge to a fact, not ${asked}`);
  for (const ask of asks)
    if (!JSON.stringify(goal).includes(`"answer":"${ask.id}"`))
      fault(['steps', id, 'asks'], `the goal does not wait for the answer to ${ask.id}`);
}
