import { useMemo } from 'react';
import { engine, seekEvent } from '../../app/engine.ts';
import { causedAt, type Caused as Cause, type TalkLine } from '../../core/trace/device-talk.ts';
import { gazes, useLooked } from '../shell/useGaze.ts';
import { useMessages } from '../messages/useMessages.ts';
import { shown } from './shown.ts';
import { words } from './words.ts';

function Line({ line: { event, by, text, more } }: { line: TalkLine }) {
  const looked = useLooked(event);
  const client = by === 'client';
  return (
    <li>
      <button
        type="button"
        {...gazes(event)}
        onClick={() => seekEvent(event)}
        data-looked={looked ? '' : undefined}
        className={`flex w-full gap-1.5 rounded-control px-1.5 py-px text-left hover:bg-raised ${looked ? 'bg-raised' : ''}`}
      >
        <span className={`mono text-small ${client ? 'text-client' : 'text-server'}`} aria-hidden="true">
          {client ? '›' : '‹'}
        </span>
        <span className="sr-only">{client ? words.client : words.server}</span>
        <span className={`mono min-w-0 text-small wrap-anywhere ${client ? 'text-client' : 'text-server'}`}>
          <span translate="no" data-wire="">
            {shown(text, 160)}
          </span>
          {more > 0 && <span className="ml-1.5 font-sans text-tiny text-soft">{words.more(more)}</span>}
        </span>
      </button>
    </li>
  );
}
const commandsIn = ({ lines }: Cause): number => lines.filter(({ by }) => by === 'client').length;

function Said({ cause, label }: { cause: Cause; label: string }) {
  if (cause.lines.length === 0) return <p className="px-1.5 text-small text-soft">{words.silent}</p>;
  return (
    <ol
      aria-label={label}
      className="max-h-60 overflow-y-auto"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
      tabIndex={0}
    >
      {cause.lines.map((line, i) => (
        <Line key={i} line={line} />
      ))}
    </ol>
  );
}
const MOST = 8;
/** The commands that a click has caused, each a way to its place in the trace. */
export function Caused({ host, count }: { host: string; count: number }) {
  const { sequence } = useMessages();
  const titleOf = ({ deed }: Cause): string => (deed ? sequence.deeds[deed.does] : words.told);
  const [latest, ...earlier] = useMemo(
    () => causedAt(engine.getState().trace, host, count, MOST),
    [host, count],
  );
  if (!latest) return null;
  const label = latest.deed ? words.caused : words.told;
  return (
    <div className="flex min-w-0 flex-col gap-1 px-4" data-caused="">
      <p className="flex items-baseline justify-between gap-2 border-t border-line pt-2 text-small">
        <span className="text-soft">{label}</span>
        <span className="text-tiny text-soft">
          {latest.deed ? `${titleOf(latest)} · ${words.commands(commandsIn(latest))}` : ''}
        </span>
      </p>
      <Said cause={latest} label={label} />
      {earlier.length > 0 && (
        <details>
          <summary className="min-h-7 text-small text-soft hover:text-text">{words.earlier}</summary>
          {earlier.map((cause) => (
            <details key={cause.event} className="pl-2">
              <summary className="min-h-7 text-small">
                {titleOf(cause)}{' '}
                <span className="text-tiny text-soft">{words.commands(commandsIn(cause))}</span>
              </summary>
              <Said cause={cause} label={titleOf(cause)} />
            </details>
          ))}
        </details>
      )}
    </div>
  );
}
