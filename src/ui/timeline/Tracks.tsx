import { switchBranch } from '../../app/branches.ts';
import { useEngine } from '../../app/useEngine.ts';
import { useMessages } from '../messages/useMessages.ts';
import { LIST, nameOf } from './branches.ts';
import { sharedInputs } from './shared.ts';
import { words } from './words.ts';

/** Each as high as a finger or a shaky hand needs (WCAG 2.2, 2.5.8); what there is no room for is in the list. */
const MOST = 2;
/** No track begins further to the right: there must be room for its name. */
const LATEST = 0.86;

/** Right below the line, and no lower than the page. */
const topOf = (row: number): string => `${1.875 + row * 1.5}rem`;
/** The list's own button has the keyboard then, and gets it back: what follows it is what has opened. */
function openList(): void {
  document.querySelector<HTMLElement>(`[popovertarget="${LIST}"]`)?.focus();
  document.getElementById(LIST)?.showPopover();
}
/** The other futures, where they leave this one. */
export function Tracks() {
  const messages = useMessages();
  const branches = useEngine((s) => s.branches);
  const current = useEngine((s) => s.branches.find((b) => b.id === s.branch));
  const schedule = useEngine((s) => s.schedule);
  if (!current || branches.length < 2 || schedule.total <= 0) return null;
  const others = branches.filter((b) => b !== current);
  const more = others.length - MOST;
  return (
    <>
      {others.slice(-MOST).map((branch, i) => {
        const shared = sharedInputs(branches, current, branch);
        const event = current.timeline.ends[Math.min(shared, current.timeline.inputs.length)] ?? 0;
        const from = Math.min(LATEST, (schedule.shown[event]?.start ?? schedule.total) / schedule.total);
        const beside = more > 0 && i === MOST - 1 ? '6rem' : '0px';
        return (
          <button
            key={branch.id}
            type="button"
            onClick={() => switchBranch(branch.id)}
            title={nameOf(branch, messages)}
            style={{
              left: `min(${from * 100}%, 100% - 6rem - ${beside})`,
              top: topOf(i),
              // what stands beside the track is not written over
              maxWidth: `min(14rem, max(6rem, ${(1 - from) * 100}% - ${beside}))`,
            }}
            className="absolute flex h-6 items-center gap-1.5 text-tiny text-faint hover:text-text"
          >
            <svg
              viewBox="0 0 26 24"
              className="h-6 w-6.5 shrink-0 overflow-visible"
              fill="none"
              stroke="var(--color-edge)"
              strokeWidth="1.5"
              strokeDasharray="2 3"
              aria-hidden="true"
            >
              <path d={i === 0 ? 'M1 5C2 9 6 12 24 12' : 'M1 -19C2 5 6 12 24 12'} />
            </svg>
            <span className="truncate" translate="no" data-wire="">
              {nameOf(branch, messages)}
            </span>
          </button>
        );
      })}
      {more > 0 && (
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={openList}
          className="absolute right-0 h-6 max-w-24 truncate rounded-control px-2 text-tiny text-soft underline underline-offset-4 hover:text-text"
          style={{ top: topOf(MOST - 1) }}
        >
          {words.more(more)}
        </button>
      )}
    </>
  );
}
