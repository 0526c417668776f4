import { useStore } from 'zustand';
import { Hand } from 'lucide-react';
import { isHolding, letCome } from '../../app/gate.ts';
import { canAsk, poll, toggleAsked } from '../../app/poll.ts';
import { useEngine } from '../../app/useEngine.ts';
import { whenShown } from '../shell/later.tsx';
import { useSettings } from '../shell/useSettings.ts';
import { words } from './words.ts';

const Poll = whenShown(async () => (await import('../present/Poll.tsx')).Poll);

/** Time stands before a reply: what will it say? */
export function Held() {
  const held = useEngine(isHolding);
  const asked = useStore(poll, (s) => s.asked !== undefined);
  const classroom = useSettings((s) => s.theme === 'projector');
  const asks = useEngine((s) => (classroom || asked) && canAsk(s));
  return (
    <>
      <output className={held ? '' : 'sr-only'}>
        {held && (
          <div className="flex min-h-12 flex-wrap items-center justify-center gap-x-4 gap-y-1 border-b border-line px-3 py-1.5">
            <Hand className="size-4 text-time" strokeWidth={1.8} aria-hidden="true" />
            <span className="font-[560]">{words.held}</span>
            <button type="button" onClick={letCome} className="control min-h-8 bg-raised text-text">
              {words.letCome} <kbd className="kbd">Space</kbd>
            </button>
            {asks && (
              <button
                type="button"
                aria-pressed={asked}
                onClick={toggleAsked}
                className="control min-h-8 bg-raised text-text aria-pressed:border-time"
              >
                {words.ask}
              </button>
            )}
          </div>
        )}
      </output>
      {asked && (
        <div className="border-b border-line px-5 py-2 empty:hidden max-desk:px-3">
          <Poll />
        </div>
      )}
    </>
  );
}
