import { ArrowLeft, ArrowRight, RotateCcw } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { Link } from '../shell/route.tsx';
import { engine } from '../../app/engine.ts';
import { enterLesson } from '../../app/lessons.ts';
import { leaveLesson } from '../shell/leave.ts';
import { startOver } from '../../app/sessions.ts';
import { useEngine } from '../../app/useEngine.ts';
import type { Lesson } from '../../course/lesson.ts';
import { setUp } from '../../course/play.ts';
import { progressOf, type Progress } from '../../course/progress.ts';
import { chosenSession } from '../machine/chosen.ts';
import { useLateMessages } from '../messages/late.ts';
import { useScene } from '../shell/scene.ts';
import { showPanel } from '../shell/settings.ts';
import { useCurrent } from './bookmarks.ts';
import { Choice } from './Choice.tsx';
import { addressOf, nextOf } from './course.ts';
import { Goal } from './Goal.tsx';
import { InEnglish } from './InEnglish.tsx';
import { counted, keep, useHabits, useShelf, useWork } from './kept.ts';
import { takenOf } from './work.ts';
import { Inline, Prose } from './Prose.tsx';
import { TeacherNotes } from './TeacherNotes.tsx';
import { useBookmarks } from './useBookmarks.ts';
import { useLesson } from './useLesson.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useTitle } from '../shell/useTitle.ts';

const NOTHING: Progress = { steps: [], current: undefined, done: false };

/** Of the moment on screen: rewinding unticks what has not happened yet. Nothing while one is not in the lesson's own world yet. */
function useProgress(lesson: Lesson): Progress {
  const scene = useScene();
  const ready = useEngine((s) => s.lab !== undefined && s.lesson === lesson.id);
  const { answers, asked } = useWork(lesson.id);
  return useMemo(() => {
    const { timeline, lab, trace } = engine.getState();
    const start = timeline.worlds[0] ?? lab?.start;
    return ready && start ? progressOf(lesson, start, trace, answers, scene.event + 1, asked) : NOTHING;
  }, [lesson, answers, asked, scene, ready]);
}
function Quiz({ lesson }: { lesson: Lesson }) {
  const { lesson: words } = useLateMessages();
  const { quiz } = useWork(lesson.id);
  const take = (question: number, option: number): void =>
    keep(lesson.id, (work) => {
      const believed = lesson.quiz[question]?.believes[option];
      const misses = believed === undefined ? work.misses : counted(work.misses, believed);
      return { quiz: { ...work.quiz, [question]: option }, misses };
    });
  return (
    <section aria-label={words.quiz} className="grid gap-3">
      <h3 className="text-small text-soft">{words.quiz}</h3>
      {lesson.quiz.map((question, i) => {
        const taken = takenOf(quiz[i], question);
        return (
          <Choice
            key={i}
            title={`${i + 1} / ${lesson.quiz.length}`}
            question={question}
            taken={taken}
            reveal={taken !== undefined}
            take={(option) => take(i, option)}
          />
        );
      })}
    </section>
  );
}
/** World, answers and predictions as at the beginning; the page offers to take it back. */
function Afresh() {
  const { lesson: words } = useLateMessages();
  return (
    <button type="button" className="control chip" onClick={() => startOver(true)}>
      <RotateCcw className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
      {words.afresh}
    </button>
  );
}
/** Where to go from here. */
function Onward({ lesson }: { lesson: Lesson }) {
  const { lesson: words } = useLateMessages();
  const next = nextOf(useShelf(), lesson.id);
  if (!next) return null;
  return (
    <Link
      href={addressOf(next.id)}
      className="group flex items-center gap-3 rounded-thing border border-edge bg-raised px-4 py-3 transition-colors duration-[120ms] hover:border-text"
    >
      <span className="min-w-0 flex-1">
        <span className="block text-small text-faint">
          {words.nextLesson} ·{' '}
          <span translate="no" data-wire="">
            {next.id}
          </span>{' '}
          · {words.minutes(next.minutes)}
        </span>
        <span className="block font-[600]" lang="en" translate="no">
          {next.title}
        </span>
      </span>
      <ArrowRight className="size-4 text-soft group-hover:text-text" strokeWidth={1.8} aria-hidden="true" />
    </Link>
  );
}
function Head({ lesson }: { lesson: Lesson }) {
  const { lesson: words } = useLateMessages();
  return (
    <header>
      <p className="text-small text-faint">
        <span translate="no" data-wire="">
          {lesson.id.replace('~', '')}
        </span>{' '}
        · {words.minutes(lesson.minutes)}
      </p>
      <h2 className="mt-0.5 text-title font-[640] tracking-[-0.018em]" lang="en" translate="no">
        {lesson.title}
      </h2>
      <div className="mt-2 text-soft">
        <Inline of={lesson.objective} />
      </div>
      <InEnglish />
    </header>
  );
}
function OneLesson({ lesson }: { lesson: Lesson }) {
  const { lesson: words } = useLateMessages();
  const work = useWork(lesson.id);
  const { teaching } = useHabits();
  const { id, scene, track } = lesson;
  useEffect(() => chosenSession.setState({ topic: { lesson: id, track } }), [id, track]);
  useEffect(() => {
    // who has put the panels otherwise within the lesson finds them so
    const { lesson: here, branches } = engine.getState();
    if (here !== id || branches.length === 0) for (const panel of scene.watch) showPanel(panel);
    void enterLesson({ lesson: id, world: scene.world, before: setUp(scene), console: scene.console });
  }, [id, scene]);
  useBookmarks(lesson);
  const progress = useProgress(lesson);
  const current = useCurrent(lesson, progress);
  const met = progress.steps.filter((step) => step.met).length;
  useEffect(() => {
    if (met > work.met) keep(lesson.id, () => ({ met }));
  }, [lesson.id, met, work.met]);
  return (
    <article className="flex flex-col gap-4 px-[1.375rem] pt-[1.375rem] pb-6">
      <Head lesson={lesson} />
      <div className="text-soft">
        <Prose of={lesson.intro} />
      </div>
      {teaching && <TeacherNotes lesson={lesson} />}
      <ol aria-label={words.goals} className="border-b border-line">
        {lesson.steps.map((step, i) => {
          const own = progress.steps.find(({ id }) => id === step.id);
          const now = step.id === current;
          return (
            own && (
              <Goal key={step.id} lesson={lesson} step={step} nth={i} progress={own} work={work} now={now} />
            )
          );
        })}
      </ol>
      <p role="status" className={progress.done ? 'font-[560] text-met' : 'sr-only'}>
        {progress.done ? words.done : words.progress(met, lesson.steps.length)}
      </p>
      {progress.done && <Quiz lesson={lesson} />}
      {progress.done && <Onward lesson={lesson} />}
      <div className="flex flex-wrap gap-2">
        <Link href="/learn" className="control chip">
          <ArrowLeft className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
          {words.back}
        </Link>
        <Afresh />
      </div>
    </article>
  );
}
/** The lesson of an address, beside the work. Which one, whoever shows this says: the page's address may be another by now. */
export function LessonPane({ id }: { readonly id: string }) {
  const { lesson: words } = useLateMessages();
  const { shell } = useMessages();
  const lesson = useLesson(id);
  useEffect(() => {
    if (lesson === undefined) void leaveLesson();
  }, [lesson]);
  useTitle(typeof lesson === 'object' ? `${lesson.id} ${lesson.title}` : shell.learn);
  if (lesson === 'loading') return <p className="p-[1.375rem] text-soft">{words.loading}</p>;
  if (lesson) return <OneLesson key={lesson.id} lesson={lesson} />;
  return (
    <div className="p-[1.375rem]">
      <p className="mb-3 text-soft">{words.missing}</p>
      <Link href="/learn" className="control">
        {words.back}
      </Link>
    </div>
  );
}
