import { ChevronRight, FastForward, Route } from 'lucide-react';
import { epochOf, seekEvent, skipTo } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import type { QueuedLetter, Turn } from '../../core/trace/queues.ts';
import { useMessages } from '../messages/useMessages.ts';
import { follow, useFollows } from '../shell/follow.ts';
import { gazes, useLooked } from '../shell/useGaze.ts';
import { clockText, shortName, spanText, visible } from '../shell/words.ts';
import { words } from './words.ts';

const TONE: Readonly<Record<QueuedLetter['status'], string>> = {
  fresh: 'bg-server',
  going: 'bg-client',
  waiting: 'bg-time',
  done: 'bg-edge',
};
const BAD: ReadonlySet<Turn['what']> = new Set(['deferred', 'failed', 'dropped']);

/** One thing that happened to it, and where in the story. */
function Happened({ turn, epoch }: { turn: Turn; epoch: number }) {
  const looked = useLooked(turn.event);
  const { what, by, reply, at } = turn;
  const details = [shortName(by), reply].filter((it) => it !== '').join(': ');
  return (
    <li>
      <button
        type="button"
        onClick={() => seekEvent(turn.event)}
        {...gazes(turn.event)}
        className={`grid w-full grid-cols-[4.6rem_1fr] gap-x-2 rounded-control px-1 py-0.5 text-left hover:bg-raised ${looked ? 'bg-server-glow' : ''}`}
      >
        <span className="mono text-tiny leading-5 text-time" translate="no" data-wire="">
          {clockText(epoch, at).slice(0, 8)}
        </span>
        <span className="min-w-0 text-small">
          <span className={BAD.has(what) ? 'text-refusal' : ''}>{words.turns[what]}</span>{' '}
          {details !== '' && (
            <span className="mono text-tiny wrap-anywhere text-soft" translate="no" data-wire="">
              {visible(details)}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
function Next({ letter, now, epoch }: { letter: QueuedLetter; now: number; epoch: number }) {
  const messages = useMessages();
  if (letter.status !== 'waiting' || letter.until < 0) return null;
  const clock = clockText(epoch, letter.until).slice(0, 5);
  const span = spanText(Math.max(0, letter.until - now), messages);
  return <span className="text-time">{words.next(clock, span)}</span>;
}
/** One letter in one queue: for whom, what it waits for, what was said about it last. */
export function QueuedItem({ letter, now }: { letter: QueuedLetter; now: number }) {
  const epoch = useEngine(epochOf);
  const { host, id, from, to, status, tries, reply, by, turns, until } = letter;
  const seed = turns[0]?.event ?? -1;
  const follows = useFollows(seed);
  return (
    <li className="border-t border-line py-2.5" data-letter={id}>
      <div className="flex items-baseline gap-2.5">
        <span className={`size-2 shrink-0 rounded-full ${TONE[status]}`} aria-hidden="true" />
        <div className="min-w-0 flex-1">
          <p className="truncate font-[560]" title={to.join(', ')} translate="no" data-wire="">
            {visible(to.join(', '))}
          </p>
          <p className="text-small text-soft">
            {words.status[status]} · <Wire>{shortName(host)}</Wire>
            {tries > 0 && ` · ${words.tries(tries)}`} <Next letter={letter} now={now} epoch={epoch} />
          </p>
          <p className="truncate text-tiny text-faint">
            <Wire>{id}</Wire> {words.from(from === '' ? words.nobody : visible(from))}
          </p>
          {reply !== '' && (
            <p className="mono mt-0.5 text-tiny wrap-anywhere text-soft" translate="no" data-wire="">
              ‹ {visible(reply)}
              {by !== '' && <span className="text-faint"> {shortName(by)}</span>}
            </p>
          )}
        </div>
      </div>
      <div className="mt-1.5 flex flex-wrap gap-1.5 pl-4.5">
        {seed >= 0 && (
          <button
            type="button"
            aria-pressed={follows}
            aria-label={words.followOf(id)}
            onClick={() => void follow(seed)}
            className="control chip min-h-7 gap-1.5 px-2.5 aria-pressed:border-text aria-pressed:text-text"
          >
            <Route className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
            {words.follow}
          </button>
        )}
        {status === 'waiting' && until >= 0 && (
          <button
            type="button"
            aria-label={words.skipTo(id)}
            onClick={() => skipTo(until)}
            className="control chip min-h-7 gap-1.5 px-2.5"
          >
            <FastForward className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
            {words.skip}
          </button>
        )}
      </div>
      {turns.length > 0 && (
        <details className="group mt-1 pl-4.5">
          <summary className="flex cursor-pointer list-none items-center gap-1 text-small text-soft hover:text-text [&::-webkit-details-marker]:hidden">
            <ChevronRight
              className="size-3 transition-transform duration-[120ms] group-open:rotate-90"
              strokeWidth={2}
              aria-hidden="true"
            />
            {words.history}
          </summary>
          <ol className="pt-1">
            {turns.map((turn) => (
              <Happened key={turn.event} turn={turn} epoch={epoch} />
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
const Wire = ({ children }: { children: string }) => (
  <span className="mono text-tiny" translate="no" data-wire="">
    {children}
  </span>
);
