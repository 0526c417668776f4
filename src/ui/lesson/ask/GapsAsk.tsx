import { Check } from 'lucide-react';
import type { Question, TalkLine } from '../../../course/lesson.ts';
import { useLateMessages } from '../../messages/late.ts';
import { Voice } from '../Talk.tsx';
import type { AskProps } from './Ask.tsx';

type Gaps = Extract<Question, { kind: 'gaps' }>;
const GAP = '▢';

/** A conversation with words left out. */
export function GapsAsk({ question, given, right, answer, labelledBy }: AskProps<Gaps>) {
  const { lesson } = useLateMessages();
  const words = given.split('\n');
  const gapAt = new Map<TalkLine, number>();
  for (const line of question.talk) if (line.text.includes(GAP)) gapAt.set(line, gapAt.size);
  const field = (line: TalkLine, at: number) => {
    const [before = '', after = ''] = line.text.split(GAP);
    return (
      <>
        {before}
        <input
          name={`gap-${at}`}
          aria-label={lesson.gap(at + 1, question.words.length)}
          defaultValue={words[at] ?? ''}
          size={Math.max(4, question.words[at]?.length ?? 0)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className={`rounded border bg-pane px-1 text-text ${right ? 'border-met' : 'border-edge'}`}
        />
        {after}
      </>
    );
  };
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const text = question.words.map((_word, i) => form.get(`gap-${i}`));
        answer(text.map((word) => (typeof word === 'string' ? word.trim() : '')).join('\n'));
      }}
    >
      <ol
        aria-labelledby={labelledBy}
        className="mono grid gap-1 rounded-control border border-line bg-ground px-2.5 py-2 text-small"
      >
        {question.talk.map((line, i) => {
          const at = gapAt.get(line);
          return (
            <li key={i}>
              <Voice line={line}>{at === undefined ? undefined : field(line, at)}</Voice>
            </li>
          );
        })}
      </ol>
      <button type="submit" className="control justify-self-start" aria-label={lesson.check}>
        {right ? <Check className="size-4 text-met" strokeWidth={2.2} aria-hidden="true" /> : lesson.check}
      </button>
    </form>
  );
}
