import { useId } from 'react';
import type { Question } from '../../../course/lesson.ts';
import type { AskProgress } from '../../../course/progress.ts';
import { useLateMessages } from '../../messages/late.ts';
import { Inline } from '../Prose.tsx';
import { DecodeAsk } from './DecodeAsk.tsx';
import { GapsAsk } from './GapsAsk.tsx';
import { PickAsk } from './PickAsk.tsx';
import { RecordAsk } from './RecordAsk.tsx';
import { ReplyAsk } from './ReplyAsk.tsx';
import { SortAsk } from './SortAsk.tsx';
import { TextAsk } from './TextAsk.tsx';

export interface AskProps<Q = Question> {
  readonly question: Q;
  readonly given: string;
  readonly right: boolean;
  readonly answer: (text: string) => void;
  /** Of the element that says what is asked. */
  readonly labelledBy: string;
}
interface Props {
  readonly question: Question;
  readonly progress: AskProgress;
  readonly answer: (text: string) => void;
}
function Kind({ question, ...rest }: AskProps) {
  switch (question.kind) {
    case 'text':
    case 'measure':
      return <TextAsk {...rest} question={question} />;
    case 'sort':
      return <SortAsk {...rest} question={question} />;
    case 'gaps':
      return <GapsAsk {...rest} question={question} />;
    case 'wrong':
      return <PickAsk {...rest} question={question} />;
    case 'reply':
      return <ReplyAsk {...rest} question={question} />;
    case 'decode':
      return <DecodeAsk {...rest} question={question} />;
    case 'record':
      return <RecordAsk {...rest} question={question} />;
  }
}
/** A question; it says at once whether the answer is right. */
export function Ask({ question, progress, answer }: Props) {
  const { lesson } = useLateMessages();
  const id = useId();
  const { given, right } = progress;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5" data-ask={question.id} data-right={right}>
      <p id={id} className="font-[560] text-text">
        <Inline of={question.q} />
      </p>
      <Kind question={question} given={given} right={right} answer={answer} labelledBy={id} />
      <p role="status" className={`text-small empty:hidden ${right ? 'text-met' : 'text-refusal'}`}>
        {given === '' ? '' : right ? lesson.right : lesson.wrong}
      </p>
    </div>
  );
}
