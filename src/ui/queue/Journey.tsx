import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { epochOf, seekEvent } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import type { Life, Station } from '../../core/trace/life.ts';
import { unfollow } from '../shell/follow.ts';
import { gazes, useLooked } from '../shell/useGaze.ts';
import { boxName, clockText, shortName, visible } from '../shell/words.ts';
import { words } from './words.ts';

const TONE: Readonly<Partial<Record<Station['what'], string>>> = {
  written: 'border-client bg-client-glow',
  'put off': 'border-refusal bg-refusal-glow',
  refused: 'border-refusal bg-refusal-glow',
  dropped: 'border-refusal bg-refusal-glow',
  laid: 'border-server bg-server',
  fetched: 'border-client bg-client',
};
function Stop({ station, last }: { station: Station; last: boolean }) {
  const epoch = useEngine(epochOf);
  const at = useEngine((s) => s.trace[station.event]?.at ?? 0);
  const looked = useLooked(station.event);
  const { what, host, text } = station;
  // exchangers by their full names: half of them are called mx
  const data = what === 'laid' ? boxName(text) : what === 'fetched' ? shortName(text) : text;
  return (
    <li className="relative pl-6">
      {!last && (
        <span className="absolute top-3 bottom-[-0.75rem] left-[0.3125rem] w-px bg-edge" aria-hidden="true" />
      )}
      <span
        className={`absolute top-[0.4375rem] left-0 size-[0.6875rem] rounded-full border-2 ${TONE[what] ?? 'border-edge bg-pane'}`}
        aria-hidden="true"
      />
      <button
        type="button"
        onClick={() => seekEvent(station.event)}
        {...gazes(station.event)}
        className={`grid w-full grid-cols-[1fr_auto] gap-x-2 rounded-control px-1.5 py-0.5 text-left hover:bg-raised ${looked ? 'bg-raised' : ''}`}
      >
        <span className="min-w-0 text-small wrap-anywhere">
          {words.stations[what](shortName(host), visible(data))}
        </span>
        <span className="mono text-tiny leading-[1.125rem] text-time" translate="no" data-wire="">
          {clockText(epoch, at).slice(3)}
        </span>
      </button>
    </li>
  );
}
/** What one machine asks the DNS in a row is one stop. */
function together(stations: readonly Station[]): readonly Station[] {
  return stations.reduce<readonly Station[]>((sofar, station) => {
    const last = sofar.at(-1);
    if (last?.what !== 'asked' || station.what !== 'asked' || last.host !== station.host)
      return [...sofar, station];
    return [...sofar.slice(0, -1), { ...last, text: `${last.text}, ${station.text}` }];
  }, []);
}
/** From the line that ended it to whoever fetched it: one stop for each thing worth saying. */
export function Journey({ life: { stations } }: { life: Life }) {
  const told = together(stations);
  const ref = useRef<HTMLElement>(null);
  // it stands above the letters, and whoever has asked for it below may look at the last of them. What the call returns is a promise in
  // newer browsers, and React would take it for what is to be called at the end
  useEffect(() => {
    ref.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section
      ref={ref}
      aria-label={words.life}
      className="border-b border-line px-4 pt-3 pb-3"
      data-life={stations.length}
    >
      <div className="mb-1 flex items-center justify-between gap-3">
        <h3 className="text-small font-[600]">{words.life}</h3>
        <button
          type="button"
          aria-label={words.unfollow}
          onClick={unfollow}
          className="grid size-7 place-items-center rounded-control text-soft hover:bg-raised hover:text-text"
        >
          <X className="size-4" aria-hidden="true" />
        </button>
      </div>
      <ol className="grid gap-0.5">
        {told.map((station, i) => (
          <Stop key={`${station.event} ${station.what}`} station={station} last={i === told.length - 1} />
        ))}
      </ol>
    </section>
  );
}
