import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { engine } from '../../app/engine.ts';
import { replyAhead } from '../../app/gate.ts';
import { dismissProblem } from '../../app/sessions.ts';
import { useEngine } from '../../app/useEngine.ts';
import type { EngineState } from '../../app/state.ts';
import type { Lesson, Step } from '../../course/lesson.ts';
import { progressOf } from '../../course/progress.ts';
import { useWork } from '../lesson/kept.ts';
import { Prose } from '../lesson/Prose.tsx';
import { TeacherNotes } from '../lesson/TeacherNotes.tsx';
import { useLesson } from '../lesson/useLesson.ts';
import { useScene } from '../shell/scene.ts';
import { said } from '../shell/words.ts';
import { canAsk, poll, toggleAsked } from '../../app/poll.ts';
import { act, join, useStagecraft } from './stagecraft.ts';
import { words } from './words.ts';
import { useTitle } from '../shell/useTitle.ts';

const { notes } = words;
const BEGUN = 'mailwire/presenter-begun';

const two = (n: number): string => String(n).padStart(2, '0');
/** Counted by the clock, not by ticks: a tab that is out of sight has few of those. */
function Timer() {
  const [begun, begin] = useState(() => Number(sessionStorage.getItem(BEGUN)) || Date.now());
  const [now, tick] = useState(Date.now);
  useEffect(() => {
    sessionStorage.setItem(BEGUN, String(begun));
    const timer = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [begun]);
  const seconds = Math.max(0, Math.floor((now - begun) / 1000));
  const again = (): void => {
    begin(Date.now());
    tick(Date.now());
  };
  return (
    <div className="flex items-center gap-3">
      <span className="text-small text-soft">{notes.timer}</span>
      <span role="timer" className="mono text-lead text-time" translate="no">
        {Math.floor(seconds / 60)}:{two(seconds % 60)}
      </span>
      <button type="button" onClick={again} className="control chip ml-auto">
        {notes.reset}
      </button>
    </div>
  );
}
/** The first reply that has not begun at the moment on screen; '' none. */
function nextReply(state: EngineState): string {
  const reply = state.trace[replyAhead(state)];
  if (reply?.type !== 'wire') return '';
  const { first, more } = said(reply.octets);
  return more > 0 ? `${first} …` : first;
}
function Answer() {
  const reply = useEngine(nextReply);
  const gated = useEngine((s) => s.gated);
  const asks = useEngine(canAsk);
  const asked = useStore(poll, (s) => s.asked !== undefined);
  const { together, frozen, stillThere } = useStagecraft((s) => s);
  return (
    <section
      aria-label={notes.says}
      className="grid gap-2 rounded-thing border border-line bg-raised px-3.5 py-2.5"
    >
      <h3 className="text-small text-soft">{notes.says}</h3>
      <p aria-live="off">
        {reply === '' ? (
          <span className="text-soft">{notes.saysNothing}</span>
        ) : (
          <span translate="no" data-wire="" className="mono text-wire wrap-anywhere text-server">
            {reply}
          </span>
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          aria-pressed={gated}
          onClick={() => act(gated ? 'ungate' : 'gate')}
          className="control chip aria-pressed:border-edge aria-pressed:text-text"
        >
          {notes.gate}
        </button>
        <button
          type="button"
          disabled={!gated}
          onClick={() => act('let come')}
          className="control chip text-text"
        >
          {notes.letCome}
        </button>
        <button
          type="button"
          aria-pressed={asked}
          disabled={!asks && !asked}
          onClick={toggleAsked}
          className="control chip aria-pressed:border-edge aria-pressed:text-text"
        >
          {words.poll.ask}
        </button>
        {together && !frozen && (
          <button
            type="button"
            aria-pressed={stillThere}
            onClick={() => act(stillThere ? 'thaw' : 'freeze')}
            className="control chip aria-pressed:border-edge aria-pressed:text-text"
          >
            {stillThere ? notes.thaw : notes.freeze}
          </button>
        )}
      </div>
    </section>
  );
}
const One = ({ title, step, children }: { title: string; step: Step; children?: ReactNode }) => (
  <section aria-label={title} className="border-t border-line pt-2.5">
    <h3 className="text-small text-soft">{title}</h3>
    <h4 className="font-[560]" lang="en" translate="no">
      {step.title}
    </h4>
    {children}
  </section>
);
function Steps({ lesson }: { lesson: Lesson }) {
  const scene = useScene();
  const { answers, asked } = useWork(lesson.id);
  const progress = useMemo(() => {
    const { timeline, lab, trace } = engine.getState();
    const start = timeline.worlds[0] ?? lab?.start;
    return start ? progressOf(lesson, start, trace, answers, scene.event + 1, asked) : undefined;
  }, [lesson, answers, asked, scene]);
  const at = lesson.steps.findIndex(({ id }) => progress?.current === id);
  const now = lesson.steps[at];
  const then = lesson.steps[at + 1];
  if (!progress || progress.done || !now) return <p className="text-soft">{notes.over}</p>;
  return (
    <>
      <One title={notes.step(at + 1, lesson.steps.length)} step={now}>
        <div className="text-soft">
          <Prose of={now.prose} />
        </div>
      </One>
      {then && <One title={notes.then} step={then} />}
    </>
  );
}
function Noted({ id }: { id: string }) {
  const lesson = useLesson(id);
  if (lesson === 'loading' || lesson === undefined) return null;
  return (
    <>
      <h2 className="text-title font-[640] tracking-[-0.018em]" lang="en" translate="no">
        {lesson.title}
      </h2>
      <TeacherNotes lesson={lesson} />
      <Steps lesson={lesson} />
    </>
  );
}
/** The lab once more, with what only whoever teaches sees: notes, what comes next, the clock, the answer that is held. */
export function Presenter() {
  useTitle(notes.title);
  const ready = useEngine((s) => s.lab !== undefined && s.branches.length > 0);
  const lesson = useEngine((s) => s.lesson);
  const together = useStagecraft((s) => s.together);
  const problem = useEngine((s) => s.problem?.kind);
  useEffect(() => {
    if (ready) void join(true);
  }, [ready]);
  useEffect(() => {
    // of course it is: the other window keeps what is done
    if (problem === 'elsewhere') dismissProblem();
  }, [problem]);
  return (
    <div
      className="flex flex-col gap-4 px-[1.375rem] pt-[1.375rem] pb-6"
      data-presenter={together ? 'together' : 'alone'}
    >
      <h2 className="text-small text-faint">{notes.title}</h2>
      <Timer />
      <Answer />
      {lesson === '' ? <p className="text-soft">{notes.free}</p> : <Noted id={lesson} />}
      <p role="status" className="text-small text-soft">
        {together ? notes.connected : notes.alone}
      </p>
    </div>
  );
}
