import { Hand } from 'lucide-react';
import { isHolding, letCome } from '../../app/gate.ts';
import { useEngine } from '../../app/useEngine.ts';
import { words } from './words.ts';

/** Time stands before a reply: what will it say? */
export function Held() {
  const held = useEngine(isHolding);
  return (
    <output className={held ? '' : 'sr-only'}>
      {held && (
        <div className="flex min-h-12 flex-wrap items-center justify-center gap-x-4 gap-y-1 border-b border-line px-3 py-1.5">
          <Hand className="size-4 text-time" strokeWidth={1.8} aria-hidden="true" />
          <span className="font-[560]">{words.held}</span>
          <button type="button" onClick={letCome} className="control min-h-8 bg-raised text-text">
            {words.letCome} <kbd className="kbd">Space</kbd>
          </button>
        </div>
      )}
    </output>
  );
}
