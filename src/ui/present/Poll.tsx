import { Check, Minus, X } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { closePoll, poll, raiseHand, stageOf, type Poll as Asked, type Stage } from '../../app/poll.ts';
import { useEngine } from '../../app/useEngine.ts';
import { guessesFor, type Guess } from '../../core/trace/guesses.ts';
import { useMessages } from '../messages/useMessages.ts';
import { words } from './words.ts';

const m = words.poll;
const LETTERS = ['A', 'B', 'C', 'D'] as const;

interface OptionProps {
  readonly nth: number;
  readonly guess: Guess;
  readonly hands: number;
  readonly most: number;
  readonly open: boolean;
  /** It may be seen which is right. */
  readonly known: boolean;
}
function Option({ nth, guess: { code, when, right }, hands, most, open, known }: OptionProps) {
  const { declared } = useMessages();
  const letter = LETTERS[nth] ?? '';
  const marked = known && right;
  return (
    <li
      className="relative flex items-stretch overflow-hidden rounded-thing border border-line bg-raised data-right:border-server"
      data-right={marked ? '' : undefined}
    >
      <span
        aria-hidden="true"
        className="absolute inset-x-0 bottom-0 h-1 origin-left bg-time transition-transform duration-200"
        style={{ scale: `${most === 0 ? 0 : hands / most} 1` }}
      />
      <button
        type="button"
        disabled={!open}
        onClick={() => raiseHand(nth)}
        className="grid min-w-0 flex-1 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-3 py-2 text-left max-desk:min-h-10 max-desk:py-1 enabled:hover:bg-pane"
      >
        <span className="text-soft" translate="no">
          {letter}
        </span>
        <span className="min-w-0 max-desk:flex max-desk:items-baseline max-desk:gap-2">
          <span className="flex items-center gap-2 max-desk:shrink-0">
            <span className="mono text-wire font-[600]" translate="no" data-wire="">
              {code}
            </span>
            {marked && (
              <span className="flex items-center gap-1 text-tiny text-server">
                <Check className="size-3.5" strokeWidth={2.4} aria-hidden="true" />
                {m.right}
              </span>
            )}
          </span>
          <span className="block text-small text-soft max-desk:line-clamp-2">{declared(when)}</span>
        </span>
        <span aria-hidden="true" className="mono text-lead tabular-nums">
          {hands}
        </span>
        <span className="sr-only">
          {m.hands(hands)}
          {open && `, ${m.more}`}
        </span>
      </button>
      {open && (
        <button
          type="button"
          disabled={hands === 0}
          aria-label={m.less(letter)}
          onClick={() => raiseHand(nth, -1)}
          className="border-l border-line px-2 text-soft enabled:hover:text-text disabled:opacity-40"
        >
          <Minus className="size-4" strokeWidth={1.8} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
function told(stage: Stage, guesses: readonly Guess[], hands: Asked['hands']): string {
  const at = guesses.findIndex(({ right }) => right);
  const all = hands.reduce((sum, n) => sum + n, 0);
  return stage === 'told' ? m.told(guesses[at]?.code ?? '', hands[at] ?? 0, all) : m.what;
}
/** What the class is asked, and how many are of which opinion; when the reply has come, who was right. */
export function Poll() {
  const asked = useStore(poll, (s) => s.asked);
  const stage = useEngine((s): Stage => (asked ? stageOf(s, asked) : 'over'));
  const trace = useEngine((s) => s.trace);
  const reply = asked?.reply ?? -1;
  const guesses = useMemo(() => guessesFor(trace, reply), [trace, reply]);
  if (!asked || stage === 'over' || guesses.length !== asked.hands.length) return null;
  const most = Math.max(...asked.hands);
  return (
    <section aria-label={m.title} data-poll={stage} className="grid gap-2">
      <div className={stage === 'told' ? 'flex items-center justify-between gap-3' : 'sr-only'}>
        <p role="status" className="font-[560]">
          {told(stage, guesses, asked.hands)}
        </p>
        {stage === 'told' && (
          <button type="button" aria-label={m.close} onClick={closePoll} className="control size-8 p-0">
            <X className="size-4" strokeWidth={1.8} aria-hidden="true" />
          </button>
        )}
      </div>
      <ol className="grid grid-cols-[repeat(auto-fit,minmax(min(10rem,100%),1fr))] gap-2 max-desk:grid-cols-1 max-desk:gap-1.5">
        {guesses.map((guess, nth) => (
          <Option
            key={guess.code}
            nth={nth}
            guess={guess}
            hands={asked.hands[nth] ?? 0}
            most={most}
            open={stage === 'open'}
            known={stage === 'told'}
          />
        ))}
      </ol>
    </section>
  );
}
