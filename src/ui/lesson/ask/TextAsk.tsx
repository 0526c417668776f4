import { Check } from 'lucide-react';
import { useLateMessages } from '../../messages/late.ts';
import type { AskProps } from './Ask.tsx';

/** A word, a number or a line. */
export function TextAsk({ given, right, answer, labelledBy }: AskProps) {
  const { lesson } = useLateMessages();
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('answer');
        answer(typeof text === 'string' ? text : '');
      }}
    >
      <input
        key={given}
        aria-labelledby={labelledBy}
        name="answer"
        defaultValue={given}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className={`mono min-w-0 flex-1 rounded-control border bg-ground px-2.5 py-1.5 text-wire ${right ? 'border-met' : 'border-edge'}`}
      />
      <button type="submit" className="control" aria-label={lesson.check}>
        {right ? <Check className="size-4 text-met" strokeWidth={2.2} aria-hidden="true" /> : lesson.check}
      </button>
    </form>
  );
}
