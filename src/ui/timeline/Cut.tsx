import { Unplug } from 'lucide-react';
import { useState } from 'react';
import { cut, engine } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { shortName } from '../shell/words.ts';
import { cableOf } from './cable.ts';
import { FURTHEST, octetsAt, octetsIn, placeOf, PLACES } from './reach.ts';
import { words } from './words.ts';

/** The cable breaks when so many octets more have passed: an input like any other, kept in the journal. */
export function Cut() {
  const conn = useEngine((s) => cableOf(s)?.id ?? 0);
  const cable = cableOf(engine.getState());
  const [after, wait] = useState(0);
  if (!cable) return <p className="text-small text-soft">{words.noCable}</p>;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p className="mono basis-full text-small text-soft" translate="no" data-wire="">
        {`${shortName(cable.a.host)} – ${shortName(cable.b.host)} ${cable.port}`}
      </p>
      <input
        type="range"
        min={0}
        max={PLACES}
        value={placeOf(after)}
        aria-label={words.octets}
        aria-valuetext={words.cutAfter(after)}
        onChange={({ target }) => wait(octetsAt(Number(target.value)))}
        className="h-6 min-w-0 flex-1 accent-[var(--color-refusal)]"
      />
      <input
        type="number"
        min={0}
        max={FURTHEST}
        value={after}
        aria-label={words.octets}
        onChange={({ target }) => wait(octetsIn(target.value))}
        className="mono w-28 rounded-control border border-edge bg-ground px-2 py-1 text-small"
      />
      <button type="button" onClick={() => cut(conn, after)} className="control basis-full text-text">
        <Unplug className="size-4" strokeWidth={1.8} aria-hidden="true" />
        {words.cut} {words.cutAfter(after)}
      </button>
    </div>
  );
}
