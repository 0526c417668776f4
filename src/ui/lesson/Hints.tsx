import { useState } from 'react';
import type { Lesson, Step } from '../../course/lesson.ts';
import type { StepProgress } from '../../course/progress.ts';
import { useMessages } from '../messages/useMessages.ts';
import { keep } from './kept.ts';
import { Prose } from './Prose.tsx';
import { showMe } from './showMe.ts';

const Note = ({ text, unasked }: { text: Step['hints'][number]['text']; unasked: boolean }) => (
  <div className={`border-l-2 pl-3 text-soft ${unasked ? 'border-refusal' : 'border-edge'}`}>
    <Prose of={text} />
  </div>
);

/** What went wrong, explained unasked. */
export function Corrections({ step, progress }: { step: Step; progress: StepProgress }) {
  const fired = step.hints.filter(({ id }) => progress.hints.some((hint) => hint.id === id && hint.fired));
  return (
    <div role="status" className="grid gap-2.5 empty:hidden">
      {fired.map((hint) => (
        <Note key={hint.id} text={hint.text} unasked />
      ))}
    </div>
  );
}

interface Props {
  readonly lesson: Lesson;
  readonly step: Step;
  readonly asked: number;
}
/** Hints one by one, and after the last the solution. */
export function Hints({ lesson, step, asked }: Props) {
  const { lesson: words } = useMessages();
  const [showing, show] = useState(false);
  const free = step.hints.filter((hint) => hint.when === undefined);
  const more = asked < free.length;
  const onShow = (): void => {
    show(true);
    void showMe(lesson, step).finally(() => show(false));
  };
  return (
    <div className="grid gap-2.5">
      {free.slice(0, asked).map((hint) => (
        <Note key={hint.id} text={hint.text} unasked={false} />
      ))}
      <div className="flex gap-2">
        {more ? (
          <button
            type="button"
            className="control chip"
            onClick={() => keep(lesson.id, ({ hints }) => ({ hints: { ...hints, [step.id]: asked + 1 } }))}
          >
            {words.hint(asked + 1, free.length)}
          </button>
        ) : (
          <button type="button" className="control chip" disabled={showing} onClick={onShow}>
            {words.showMe}
          </button>
        )}
      </div>
    </div>
  );
}
