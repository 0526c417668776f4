// What a lesson quotes as a server's words, a server must have said while the lesson was played.
import type { TraceEvent } from '../../core/trace/event.ts';
import type { Deed, Lesson, Prose, Question, Step } from '../lesson.ts';
import { play, type Stage } from '../play.ts';
import { quotesIn } from '../text.ts';
import type { Path } from '../yaml.ts';
import type { CheckFault } from './lesson.ts';

/** A status and a word after it: `250 ok`, `+OK 6 3163120`, `* 3 EXISTS`, `a1 OK done`. */
const REPLY = /^(?:\+OK .|-ERR .|\d{3}[ -].|\* .|[a-z]\d+ (?:OK|NO|BAD) .)/;

export function checkQuotes(lesson: Lesson, stage: Stage): readonly CheckFault[] {
  const said = new Set(deedsPlayed(lesson).flatMap((deeds) => play(stage, deeds).trace.flatMap(repliesIn)));
  for (const { asks, predict } of lesson.steps) {
    for (const { text } of predict?.replay ?? []) said.add(text);
    for (const ask of asks) for (const text of shownIn(ask)) said.add(text);
  }
  return proseIn(lesson).flatMap(({ at, parts }) =>
    parts
      .flatMap(quotesIn)
      .filter((quote) => REPLY.test(quote) && !said.has(quote))
      .map((quote) => ({ at, message: `no server said "${quote}" while this lesson was played` })),
  );
}
const shownIn = (ask: Question): readonly string[] =>
  ask.kind === 'reply' ? ask.said.map(({ text }) => text) : [];
function deedsPlayed({ steps, routes, wrongPaths }: Lesson): readonly (readonly Deed[])[] {
  const before = (id: string): readonly Deed[] =>
    steps
      .slice(
        0,
        steps.findIndex((step) => step.id === id),
      )
      .flatMap(({ show }) => show);
  return [
    steps.flatMap(({ show }) => show),
    ...routes.map(({ type }) => type),
    ...wrongPaths.map(({ step, type }) => [...before(step), ...type]),
  ];
}
export interface ProseAt {
  readonly at: Path;
  readonly parts: readonly Prose[];
}
/** Everything a learner or a teacher reads, and where it stands. */
export function proseIn(lesson: Lesson): readonly ProseAt[] {
  const { teacher } = lesson;
  return [
    { at: ['objective'], parts: [lesson.objective] },
    { at: [], parts: [lesson.intro] },
    ...lesson.quiz.map(({ q, why, options }, i) => ({ at: ['quiz', i], parts: [q, ...options, why] })),
    ...lesson.steps.flatMap(proseOfStep),
    {
      at: ['teacher'],
      parts: [teacher.ask, teacher.board, ...(teacher.watch ? [teacher.watch] : [])],
    },
  ];
}
function proseOfStep({ id, prose, hints, asks, predict }: Step): readonly ProseAt[] {
  const at = (...path: readonly (string | number)[]): Path => ['steps', id, ...path];
  return [
    { at: at(), parts: [prose] },
    ...(predict ? [{ at: at('predict'), parts: [predict.q, ...predict.options, predict.why] }] : []),
    ...asks.map(({ q }, i) => ({ at: at('asks', i), parts: [q] })),
    ...hints.map(({ text, more }, i) => ({ at: at('hints', i), parts: more ? [text, more] : [text] })),
  ];
}
const repliesIn = (event: TraceEvent): readonly string[] =>
  event.type === 'wire' && event.dir === 'b>a' ? event.octets.slice(0, 4096).split('\r\n') : [];
