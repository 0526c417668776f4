import { Check } from 'lucide-react';
import type { Question, RecordTest } from '../../../course/lesson.ts';
import { useLateMessages } from '../../messages/late.ts';
import type { AskProps } from './Ask.tsx';

type RecordQuestion = Extract<Question, { kind: 'record' }>;

function useSaid(): (test: RecordTest) => string {
  const { lesson } = useLateMessages();
  return (test) => {
    if ('to' in test)
      return test.hosts.length === 0 ? lesson.noMail(test.to) : lesson.goesTo(test.to, test.hosts);
    return 'spf' in test
      ? lesson.spf(test.spf, test.from, test.is)
      : lesson.answers(test.ask, test.type, test.is);
  };
}
/** Lines of a zone file, judged by what comes of them. */
export function RecordAsk({ question, given, right, answer, labelledBy }: AskProps<RecordQuestion>) {
  const { lesson } = useLateMessages();
  const said = useSaid();
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('answer');
        answer(typeof text === 'string' ? text : '');
      }}
    >
      <ul className="grid gap-0.5 text-small text-soft">
        {question.tests.map((test) => (
          <li key={said(test)} className="[overflow-wrap:anywhere]">
            {said(test)}
          </li>
        ))}
      </ul>
      <textarea
        key={given}
        aria-labelledby={labelledBy}
        name="answer"
        defaultValue={given}
        rows={3}
        spellCheck={false}
        autoCapitalize="off"
        className={`mono rounded-control border bg-ground px-2.5 py-1.5 text-wire ${right ? 'border-met' : 'border-edge'}`}
      />
      <button type="submit" className="control justify-self-start" aria-label={lesson.check}>
        {right ? <Check className="size-4 text-met" strokeWidth={2.2} aria-hidden="true" /> : lesson.check}
      </button>
    </form>
  );
}
