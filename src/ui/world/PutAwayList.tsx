import { Undo2 } from 'lucide-react';
import { bringBack } from '../../app/attic.ts';
import { engine, epochOf } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { useLateMessages } from '../messages/late.ts';
import { whenHere } from '../shell/arrive.ts';
import { closePopover } from '../shell/Popover.tsx';
import { clockText } from '../shell/words.ts';
import { worldName } from '../shell/worldName.ts';
import { labelOf } from './putAway.ts';
import { words } from './words.ts';

/** What was put away, the last first: each comes back as it was, and what is here takes its place. */
export function PutAwayList() {
  const attic = useEngine((s) => s.attic);
  const { notices } = useLateMessages();
  if (attic.length === 0) return null;
  return (
    <section aria-label={words.putAway} className="border-t border-line pt-2">
      <h3 className="px-2 text-small text-soft">{words.putAway}</h3>
      <ul>
        {attic.map((kept, i) => {
          const { world, line, at } = labelOf(kept);
          return (
            <li key={i}>
              <button
                type="button"
                onClick={(event) => {
                  whenHere(() => bringBack(kept));
                  closePopover(event);
                }}
                className="grid w-full grid-cols-[1.25rem_1fr_auto] gap-x-1.5 rounded-control px-2 py-1.5 text-left hover:bg-raised"
              >
                <Undo2 className="mt-0.5 size-4 text-soft" strokeWidth={1.8} aria-hidden="true" />
                <span className="min-w-0">
                  <span className="block font-[560]">
                    <span className="sr-only">{notices.bringBack}: </span>
                    {worldName(world)}
                    {!kept.own && <span className="font-normal text-soft"> · {words.onlyShown}</span>}
                  </span>
                  {line === '' ? (
                    <span className="block text-small text-soft">{words.noLine}</span>
                  ) : (
                    <span
                      className="block truncate font-mono text-small text-soft"
                      translate="no"
                      data-wire=""
                      title={line}
                    >
                      {line}
                    </span>
                  )}
                </span>
                {at !== undefined && (
                  <span className="font-mono text-small text-faint tabular-nums" translate="no">
                    {clockText(epochOf(engine.getState()), at).slice(0, 8)}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
