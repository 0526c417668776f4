import { Check } from 'lucide-react';
import { useId } from 'react';
import type { Question } from '../../course/lesson.ts';
import type { AskProgress } from '../../course/progress.ts';
import { useMessages } from '../messages/useMessages.ts';
import { Inline } from './Prose.tsx';

interface Props {
  readonly question: Question;
  readonly progress: AskProgress;
  readonly answer: (text: string) => void;
}
/** A question to be answered in words; it says at once whether it is right. */
export function Ask({ question, progress, answer }: Props) {
  const { lesson } = useMessages();
  const id = useId();
  const { given, right } = progress;
  return (
    <form
      className="grid gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('answer');
        answer(typeof text === 'string' ? text : '');
      }}
    >
      <label htmlFor={id} className="font-[560]">
        <Inline of={question.q} />
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          name="answer"
          defaultValue={given}
          autoComplete="off"
          spellCheck={false}
          className={`mono min-w-0 flex-1 rounded-control border bg-ground px-2.5 py-1.5 text-wire ${right ? 'border-met' : 'border-edge'}`}
        />
        <button type="submit" className="control" aria-label={lesson.check}>
          {right ? <Check className="size-4 text-met" strokeWidth={2.2} aria-hidden="true" /> : lesson.check}
        </button>
      </div>
      {given !== '' && (
        <p role="status" className={`text-small ${right ? 'text-met' : 'text-refusal'}`}>
          {right ? lesson.right : lesson.wrong}
        </p>
      )}
    </form>
  );
}
