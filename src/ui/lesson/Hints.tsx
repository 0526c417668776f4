import { useEffect, useRef, useState, type ReactNode } from 'react';
import { engine } from '../../app/engine.ts';
import type { Deed, Hint, Lesson, Step } from '../../course/lesson.ts';
import type { HintProgress, StepProgress } from '../../course/progress.ts';
import { filled, typedAt } from '../../course/typed.ts';
import { useLateMessages } from '../messages/late.ts';
import { askHint, hintsOf } from './hints.ts';
import { counted, keep } from './kept.ts';
import { Prose } from './Prose.tsx';
import { showMe } from './showMe.ts';
import { useIdle } from './useIdle.ts';

const Note = ({ children, unasked }: { children: ReactNode; unasked: boolean }) => (
  <div className={`border-l-2 pl-3 text-soft ${unasked ? 'border-refusal' : 'border-edge'}`}>{children}</div>
);
/** A question first; the fact when it is asked for. */
function Nudge({ hint, at }: { hint: Hint; at: number }) {
  const { lesson: words } = useLateMessages();
  const [open, show] = useState(false);
  const values = typedAt(engine.getState().trace, at);
  return (
    <Note unasked>
      <Prose of={filled(hint.text, values)} />
      {hint.more && !open && (
        <button
          type="button"
          className="mt-1 text-small underline underline-offset-2"
          onClick={() => show(true)}
        >
          {words.more}
        </button>
      )}
      {hint.more && open && (
        <div className="mt-1">
          <Prose of={filled(hint.more, values)} />
        </div>
      )}
    </Note>
  );
}

/** What went wrong, explained unasked. */
interface Fired {
  readonly lesson: Lesson;
  readonly step: Step;
  readonly progress: StepProgress;
}
export function Corrections({ lesson, step, progress }: Fired) {
  const quiet = useIdle();
  const now = (id: string): HintProgress | undefined => progress.hints.find((hint) => hint.id === id);
  const fired = step.hints.filter(({ id, idle }) => now(id)?.fired === true && quiet >= idle);
  const names = fired.map(({ id }) => id).join();
  useEffect(() => {
    const known = names.split(',').filter((id) => /^M\d\d$/.test(id));
    for (const id of known) keep(lesson.id, ({ misses }) => ({ misses: counted(misses, id) }));
  }, [lesson.id, names]);
  return (
    <div role="status" className="grid gap-2.5 empty:hidden">
      {fired.map((hint) => (
        <Nudge key={hint.id} hint={hint} at={now(hint.id)?.at ?? -1} />
      ))}
    </div>
  );
}

interface Props {
  readonly lesson: Lesson;
  readonly step: Step;
  readonly progress: StepProgress;
  readonly asked: number;
}
/** The third hint is the beginning of the solution itself: nobody writes it twice. */
function Beginning({ lesson, step }: Pick<Props, 'lesson' | 'step'>) {
  const { lesson: words } = useLateMessages();
  const [first] = step.show;
  if (first === undefined) return null;
  const text = beginningOf(first, lesson, step, words);
  return text === '' ? null : (
    <Note unasked={false}>
      <p>{text}</p>
    </Note>
  );
}
type Words = ReturnType<typeof useLateMessages>['lesson'];
function beginningOf(deed: Deed, lesson: Lesson, { acts }: Step, words: Words): string {
  const word = (line: string): string => line.split(/[ :]/)[0] ?? line;
  if (typeof deed === 'string') return words.begins(word(deed));
  if ('type' in deed)
    return deed.at === lesson.scene.console
      ? words.begins(word(deed.type))
      : words.beginsElsewhere(deed.at, word(deed.type));
  if ('click' in deed) return words.clicks(deed.click, deed.on);
  return 'act' in deed ? words.presses(acts.find(({ id }) => id === deed.act)?.title ?? '') : '';
}
/** Hints one by one, and after the last the solution. */
export function Hints({ lesson, step, progress, asked }: Props) {
  const { lesson: words } = useLateMessages();
  const [showing, show] = useState(false);
  const { free, hasShow, all } = hintsOf(step, progress);
  const row = useRef<HTMLDivElement>(null);
  const before = useRef(asked);
  useEffect(() => {
    // it may have been asked for at the prompt
    if (asked > before.current) row.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    before.current = asked;
  }, [asked]);
  const onShow = (): void => {
    show(true);
    keep(lesson.id, ({ shown }) => ({ shown: counted(shown, step.id) }));
    void showMe(lesson, step, words.prepared).finally(() => show(false));
  };
  return (
    <div ref={row} className="grid gap-2.5">
      <div role="status" className="grid gap-2.5 empty:hidden">
        {free.slice(0, asked).map((hint) => (
          <Note key={hint.id} unasked={false}>
            <Prose of={hint.text} />
          </Note>
        ))}
        {asked > free.length && hasShow && <Beginning lesson={lesson} step={step} />}
      </div>
      <div className="flex gap-2 empty:hidden">
        {asked < all && (
          <button type="button" className="control chip" onClick={() => askHint(lesson, step)}>
            {words.hint(asked + 1, all)}
          </button>
        )}
        {asked >= all && hasShow && (
          <button type="button" className="control chip" disabled={showing} onClick={onShow}>
            {words.showMe}
          </button>
        )}
      </div>
    </div>
  );
}
