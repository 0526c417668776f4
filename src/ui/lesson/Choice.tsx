import { useId, type ReactNode } from 'react';
import type { Choice as Question } from '../../course/lesson.ts';
import { textOf } from '../../course/text.ts';
import { useLateMessages } from '../messages/late.ts';
import { useMessages } from '../messages/useMessages.ts';
import { Inline, Prose } from './Prose.tsx';
import { Verdict } from './Verdict.tsx';

interface Props {
  readonly title: string;
  readonly question: Question;
  /** Index of the option taken; undefined: none yet. */
  readonly taken: number | undefined;
  /** Right or wrong, and why: not before it has been seen. */
  readonly reveal: boolean;
  /** What was taken is taken. */
  readonly final?: boolean;
  readonly take: (option: number) => void;
  /** Between the question and why it is so. */
  readonly children?: ReactNode;
}
const tone = (reveal: boolean, right: boolean, taken: boolean): string => {
  if (reveal && right) return 'border-met text-text';
  if (taken) return reveal ? 'border-refusal text-text' : 'border-text bg-ground text-text';
  return 'border-line text-soft hover:border-edge hover:text-text';
};
/** Letters: so long an answer has another beside it, even where the guide is narrow. */
const SHORT = 12;
/** A question with a few answers, of which one is taken. */
export function Choice({ title, question, taken, reveal, final = reveal, take, children }: Props) {
  const { machine } = useMessages();
  const { lesson } = useLateMessages();
  const id = useId();
  const right = taken === question.answer;
  const short = question.options.every((option) => textOf(option).length <= SHORT);
  return (
    <section
      aria-labelledby={id}
      className="rounded-[0.6875rem] border border-line bg-raised px-3.5 pt-3 pb-3.5"
    >
      <p className="text-tiny text-faint">{title}</p>
      <h4 id={id} className="mb-2 font-[600]">
        <Inline of={question.q} />
      </h4>
      <div
        role="radiogroup"
        aria-labelledby={id}
        className={short ? 'flex flex-wrap gap-1.5' : 'grid gap-1.5'}
      >
        {question.options.map((option, i) => (
          <label
            key={i}
            className={`flex cursor-pointer items-center justify-center gap-2 rounded-control border px-2.5 py-1.5 text-center transition-colors duration-[120ms] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 ${short ? 'flex-1' : 'justify-start text-left'} ${tone(reveal, i === question.answer, i === taken)} ${final ? 'cursor-default' : ''}`}
          >
            <input
              type="radio"
              name={id}
              className="sr-only"
              checked={i === taken}
              disabled={final}
              onChange={() => take(i)}
            />
            <Inline of={option} />
            {reveal && (i === question.answer || i === taken) && <Verdict right={i === question.answer} />}
          </label>
        ))}
      </div>
      {children && <div className="mt-2.5">{children}</div>}
      {reveal && taken !== undefined && (
        <div role="status" className="mt-2.5 text-small text-soft">
          <b className={`font-[560] ${right ? 'text-met' : 'text-refusal'}`}>
            {right ? lesson.right : lesson.wrong}
          </b>
          <Prose of={question.why} />
          {(question.nudges[taken] ?? []).map((nudge, i) => (
            <div key={i} className="mt-1 border-l-2 border-refusal pl-2.5">
              <Prose of={nudge} />
            </div>
          ))}
          {question.rfc !== undefined && (
            <p className="mt-1 text-tiny text-faint">{machine.rfc(question.rfc.replace('#', ' §'))}</p>
          )}
        </div>
      )}
    </section>
  );
}
