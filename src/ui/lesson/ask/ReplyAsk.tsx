import type { Question } from '../../../course/lesson.ts';
import { useLateMessages } from '../../messages/late.ts';
import { Talk } from '../Talk.tsx';
import { Verdict } from '../Verdict.tsx';
import type { AskProps } from './Ask.tsx';

type Reply = Extract<Question, { kind: 'reply' }>;

/** What will the server say to this? Shown once somebody has said what they think. */
export function ReplyAsk({ question, given, right, answer, labelledBy }: AskProps<Reply>) {
  const { lesson } = useLateMessages();
  const asked = [...question.talk, { who: 'client', text: question.line } as const];
  return (
    <div className="grid gap-2">
      <Talk lines={right ? [...asked, ...question.said] : asked} label={lesson.transcript} />
      <div role="radiogroup" aria-labelledby={labelledBy} className="flex flex-wrap gap-1.5">
        {question.options.map((option, i) => {
          const taken = given === String(i);
          return (
            <label
              key={option}
              className={`mono inline-flex cursor-pointer items-center gap-1.5 rounded-control border px-2.5 py-1 text-small has-focus-visible:outline-2 has-focus-visible:outline-offset-2 ${taken ? (right ? 'border-met text-text' : 'border-refusal text-text') : 'border-line text-soft hover:border-edge hover:text-text'}`}
            >
              <input
                type="radio"
                name={labelledBy}
                className="sr-only"
                checked={taken}
                onChange={() => answer(String(i))}
              />
              {option}
              {taken && <Verdict right={right} />}
            </label>
          );
        })}
      </div>
    </div>
  );
}
