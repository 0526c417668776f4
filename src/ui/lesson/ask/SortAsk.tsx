import { useState } from 'react';
import type { Question } from '../../../course/lesson.ts';
import { Inline } from '../Prose.tsx';
import { Verdict } from '../Verdict.tsx';
import type { AskProps } from './Ask.tsx';

type Sort = Extract<Question, { kind: 'sort' }>;
const NONE = -1;
const bins = (given: string, count: number): readonly number[] => {
  const numbers = given === '' ? [] : given.split(',').map(Number);
  return Array.from({ length: count }, (_none, i) => numbers[i] ?? NONE);
};

/** Each thing in its bin: a row of choices for each. Judged once all have one, and again after every change. */
export function SortAsk({ question, given, right, answer, labelledBy }: AskProps<Sort>) {
  const [put, change] = useState(() => bins(given, question.items.length));
  const choose = (item: number, bin: number): void => {
    const now = put.map((each, i) => (i === item ? bin : each));
    change(now);
    if (now.every((each) => each !== NONE)) answer(now.join(','));
  };
  return (
    <div role="group" aria-labelledby={labelledBy} className="grid gap-2">
      {question.items.map((item, i) => (
        <fieldset key={i} className="grid gap-1 rounded-control border border-line bg-raised px-2.5 py-2">
          <legend className="float-left text-text">
            <Inline of={item.text} />
          </legend>
          <div className="flex flex-wrap gap-1">
            {question.bins.map((bin, b) => (
              <label
                key={b}
                className={`inline-flex cursor-pointer items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-small transition-colors duration-[120ms] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 ${put[i] === b ? (right ? 'border-met text-text' : 'border-text bg-ground text-text') : 'border-line text-soft hover:border-edge hover:text-text'}`}
              >
                <input
                  type="radio"
                  name={`${labelledBy}-${i}`}
                  className="sr-only"
                  checked={put[i] === b}
                  onChange={() => choose(i, b)}
                />
                <Inline of={bin} />
                {right && put[i] === b && <Verdict right />}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
