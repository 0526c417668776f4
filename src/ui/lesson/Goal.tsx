import { Check } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { engine, sceneNow } from '../../app/engine.ts';
import type { Lesson, Step } from '../../course/lesson.ts';
import type { StepProgress } from '../../course/progress.ts';
import { reasonIn, reasonText } from '../../course/reasons.ts';
import { useLateMessages } from '../messages/late.ts';
import { useMessages } from '../messages/useMessages.ts';
import { usePrinting } from '../shell/usePrinting.ts';
import { Ask } from './ask/Ask.tsx';
import { jumpTo } from './bookmarks.ts';
import { Corrections, Hints } from './Hints.tsx';
import { keep, useHabits } from './kept.ts';
import { isGuessing, type Work } from './work.ts';
import { Predict } from './Predict.tsx';
import { Prose } from './Prose.tsx';
import { Acts, Sources } from './StepExtras.tsx';

const Dot = ({ met, now }: { met: boolean; now: boolean }) => (
  <span
    aria-hidden="true"
    className={`mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border-[1.5px] transition-colors duration-300 ${met ? 'border-met bg-met text-ground' : now ? 'border-client shadow-[0_0_0_4px_var(--color-client-glow)]' : 'border-edge'}`}
  >
    {met && <Check className="size-2.5" strokeWidth={3.5} />}
  </span>
);

interface Props {
  readonly lesson: Lesson;
  readonly step: Step;
  /** From 0. */
  readonly nth: number;
  readonly progress: StepProgress;
  readonly work: Work;
  readonly now: boolean;
}
/** Everything that is still missing. */
function NotYet({ of }: { of: StepProgress['why'] }) {
  const { declared } = useMessages();
  const { lesson: words, reasons } = useLateMessages();
  const texts = [...new Set(of.map((why) => reasonText(reasonIn(why, declared), reasons)))];
  return (
    <ul aria-label={words.why} className="grid gap-1 text-small text-faint">
      {texts.map((text) => (
        <li key={text}>{words.notYet(text)}</li>
      ))}
    </ul>
  );
}
/** What is missing first: for a goal that may be reached, but is not the one to reach now. */
function Short({ of: [first] }: { of: StepProgress['why'] }) {
  const { declared } = useMessages();
  const { lesson: words, reasons } = useLateMessages();
  if (!first) return null;
  const text = words.notYet(reasonText(reasonIn(first, declared), reasons));
  return <p className="line-clamp-2 pb-2.5 pl-[1.625rem] text-tiny text-faint">{text}</p>;
}
function Inside({ lesson, step, progress, work, now }: Props) {
  const { lesson: words } = useLateMessages();
  const { guessFirst } = useHabits();
  const { met } = progress;
  const guessing = !met && isGuessing(guessFirst, step, work);
  const answer = (question: string, text: string): void => {
    const key = `${step.id}/${question}`;
    keep(lesson.id, ({ answers, asked }) => ({
      answers: { ...answers, [key]: text },
      asked: { ...asked, [key]: (sceneNow(engine.getState())?.event ?? -1) + 1 },
    }));
  };
  const predict = <Predict lesson={lesson} step={step} work={work} met={met} />;
  if (guessing)
    return (
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 pt-1.5 pb-3 text-soft">
        <p className="text-small text-faint">{words.guess}</p>
        {predict}
      </div>
    );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3.5 pt-1.5 pb-3 text-soft">
      <div>
        <Prose of={step.prose} />
        <Sources of={step.rfc} />
      </div>
      {!met && now && <Corrections lesson={lesson} step={step} progress={progress} />}
      {predict}
      {now && <Acts lesson={lesson} acts={step.acts} />}
      {step.asks.map((question) => {
        const own = progress.asks.find(({ id }) => id === question.id);
        return (
          own && (
            <Ask
              key={question.id}
              question={question}
              progress={own}
              answer={(text) => answer(question.id, text)}
            />
          )
        );
      })}
      {!met && <NotYet of={progress.why} />}
      {!met && now && (
        <Hints lesson={lesson} step={step} progress={progress} asked={work.hints[step.id] ?? 0} />
      )}
    </div>
  );
}

/** Goes to the moment, and says which key does. */
function Bookmark({ lesson, step, nth }: Pick<Props, 'lesson' | 'step' | 'nth'>) {
  const { lesson: words } = useLateMessages();
  const label = words.jump(nth + 1, step.title);
  if (nth >= 9) return null;
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => jumpTo(lesson, nth, words.prepared)}
      className="kbd mt-2 grid print:hidden size-6 shrink-0 place-items-center text-faint hover:border-edge hover:text-text"
    >
      {nth + 1}
    </button>
  );
}
/** A goal: ticked the moment it is met, open while it is the one to reach. */
export function Goal(props: Props) {
  const { lesson, step, progress, now } = props;
  const isFirst = step.id === lesson.steps[0]?.id;
  const { lesson: words } = useLateMessages();
  const [wanted, want] = useState<boolean | undefined>(undefined);
  const id = useId();
  const row = useRef<HTMLLIElement>(null);
  // paper unfolds nothing
  const printing = usePrinting();
  const open = printing || (wanted ?? now);
  const brief = !open && !progress.met;
  useEffect(() => {
    // what is asked of you next is never off the screen; a lesson is opened at its beginning
    if (now && !isFirst) row.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [now, isFirst]);
  return (
    <li ref={row} data-step={step.id} data-met={progress.met} className="border-t border-line">
      <div className="flex items-start gap-2">
        <h3 className="min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => want(!open)}
            className={`flex w-full gap-2.5 pt-2.5 text-left ${brief ? 'pb-1' : 'pb-2.5'}`}
          >
            <Dot met={progress.met} now={now} />
            <span
              className={`flex-1 ${progress.met ? 'text-soft' : 'text-text'} ${now ? 'font-[560]' : ''}`}
              lang="en"
              translate="no"
            >
              {step.title}
            </span>
            <span className="sr-only">{progress.met ? words.met : words.open}</span>
          </button>
        </h3>
        <Bookmark {...props} />
      </div>
      {brief && <Short of={progress.why} />}
      <div id={id} className="pl-[1.625rem]" hidden={!open}>
        {open && <Inside {...props} />}
      </div>
    </li>
  );
}
