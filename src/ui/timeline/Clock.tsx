import { useRef } from 'react';
import { epochOf } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useFrame, useScene } from '../shell/scene.ts';
import { clockText } from '../shell/words.ts';
import { nameOf } from './branches.ts';

/** The world's clock, and where in the story we are. */
export function Clock() {
  const messages = useMessages();
  const scene = useScene();
  const digits = useRef<HTMLSpanElement>(null);
  const total = useEngine((s) => s.trace.length);
  const several = useEngine((s) => s.branches.length > 1);
  const branch = useEngine((s) => s.branches.find((b) => b.id === s.branch));
  useFrame(({ now }, state) => {
    if (digits.current && state.lab) digits.current.textContent = clockText(epochOf(state), now);
  });
  const { timeline } = messages;
  return (
    <div className="text-right whitespace-nowrap max-[360px]:text-pretty max-[360px]:whitespace-normal">
      <div className="mono text-wire text-time short:leading-4" translate="no" data-wire="">
        <span ref={digits} data-clock="" />
      </div>
      <div
        // as wide as it will be at the end: what stands beside it does not move with time
        data-widest={total === 0 ? undefined : timeline.at(total, total)}
        className={`text-small text-faint tabular-nums short:leading-4 after:invisible after:block after:h-0 after:overflow-hidden max-[360px]:after:hidden after:content-[attr(data-widest)] ${total === 0 ? 'max-[360px]:sr-only' : ''}`}
      >
        {total === 0 ? timeline.empty : timeline.at(scene.event + 1, total)}
        {several && branch && (
          <span className="max-desk:hidden"> · {timeline.branch(nameOf(branch, messages))}</span>
        )}
      </div>
    </div>
  );
}
