import type { Question } from '../../../course/lesson.ts';
import type { AskProps } from './Ask.tsx';
import { TextAsk } from './TextAsk.tsx';

type Decode = Extract<Question, { kind: 'decode' }>;

/** Octets to be read. */
export function DecodeAsk({ question, ...rest }: AskProps<Decode>) {
  return (
    <div className="grid gap-2">
      <p
        className="mono rounded-control border border-line bg-ground px-2.5 py-2 text-wire [overflow-wrap:anywhere]"
        translate="no"
        data-wire=""
      >
        {question.octets}
      </p>
      <TextAsk {...rest} question={question} />
    </div>
  );
}
