import type { Question } from '../../../course/lesson.ts';
import { Voice } from '../Talk.tsx';
import { Verdict } from '../Verdict.tsx';
import type { AskProps } from './Ask.tsx';

type Wrong = Extract<Question, { kind: 'wrong' }>;

/** A conversation in which one line, the first that is wrong, is to be found. */
export function PickAsk({ question, given, right, answer, labelledBy }: AskProps<Wrong>) {
  return (
    <ol
      aria-labelledby={labelledBy}
      className="mono grid rounded-control border border-line bg-ground p-1 text-small"
    >
      {question.talk.map((line, i) => {
        const taken = given === String(i);
        const mine = line.who === 'client' || line.who === 'shell';
        return (
          <li key={i}>
            {mine ? (
              <button
                type="button"
                aria-pressed={taken}
                onClick={() => answer(String(i))}
                className={`flex w-full items-center justify-between gap-2 rounded border px-1.5 py-0.5 text-left ${taken ? (right ? 'border-met' : 'border-refusal') : 'border-transparent hover:border-edge'}`}
              >
                <span className="min-w-0">
                  <Voice line={line} />
                </span>
                {taken && <Verdict right={right} />}
              </button>
            ) : (
              <div className="border border-transparent px-1.5 py-0.5">
                <Voice line={line} />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
