import { bringBack } from '../../app/attic.ts';
import { dismissProblem } from '../../app/sessions.ts';
import { useEngine } from '../../app/useEngine.ts';
import { useState, type ReactNode } from 'react';
import { useLateMessages } from '../messages/late.ts';
import { useMessages } from '../messages/useMessages.ts';
import { whenHere } from './arrive.ts';

const Notice = ({ children }: { children: ReactNode }) => (
  <div className="flex animate-[appear_160ms_ease-out] items-center gap-3 rounded-thing border border-edge bg-raised py-2 pr-2 pl-4">
    {children}
  </div>
);

/** What has just happened to the whole screen, and how to take it back: between the panes and the timeline, so that it hides nothing of them. */
export function Notices() {
  const { shell } = useMessages();
  const { notices } = useLateMessages();
  const attic = useEngine((s) => s.attic);
  const problem = useEngine((s) => s.problem);
  const [seen, see] = useState<unknown>(undefined);
  // the offer stands until something is typed: then there is a new story to lose
  const typed = useEngine((s) => s.timeline.inputs.length > 0);
  const startedOver = attic.length > 0 && attic !== seen && !typed;
  return (
    <output className="flex shrink-0 flex-col items-center gap-2 border-t border-line px-4 py-1.5 short:-order-1 empty:hidden">
      {problem && (
        <Notice>
          <span>{problem.kind === 'engine' ? notices.engine(problem.detail) : notices[problem.kind]}</span>
          <button type="button" className="control chip" onClick={dismissProblem}>
            {shell.dismiss}
          </button>
        </Notice>
      )}
      {startedOver && (
        <Notice>
          <span>{notices.startedOver}</span>
          <button
            type="button"
            className="control chip text-text"
            onClick={() => whenHere(() => bringBack(attic[0]))}
          >
            {notices.undo}
          </button>
          <button type="button" className="control chip" onClick={() => see(attic)}>
            {shell.dismiss}
          </button>
        </Notice>
      )}
    </output>
  );
}
