import { switchBranch } from '../../app/sessions.ts';
import { useEngine } from '../../app/useEngine.ts';
import { useMessages } from '../messages/useMessages.ts';
import { nameOf } from './branches.ts';
import { sharedInputs } from './shared.ts';

const MOST = 2;

/** The other futures, where they leave this one. */
export function Tracks() {
  const messages = useMessages();
  const branches = useEngine((s) => s.branches);
  const current = useEngine((s) => s.branches.find((b) => b.id === s.branch));
  const schedule = useEngine((s) => s.schedule);
  if (!current || branches.length < 2 || schedule.total <= 0) return null;
  const others = branches.filter((b) => b !== current).slice(-MOST);
  return others.map((branch, i) => {
    const shared = sharedInputs(branches, current, branch);
    const event = current.timeline.ends[Math.min(shared, current.timeline.inputs.length)] ?? 0;
    const from = Math.min(0.86, (schedule.shown[event]?.start ?? schedule.total) / schedule.total);
    return (
      <button
        key={branch.id}
        type="button"
        onClick={() => switchBranch(branch.id)}
        title={nameOf(branch, messages)}
        style={{
          left: `${from * 100}%`,
          top: `${2.25 + i * 1.125}rem`,
          // what stands beside the track is not written over
          maxWidth: `min(14rem, ${(1 - from) * 100}%)`,
        }}
        className="absolute flex h-4 items-center gap-1.5 text-tiny text-faint hover:text-text"
      >
        <svg
          viewBox="0 0 26 16"
          className="h-4 w-6.5 shrink-0"
          fill="none"
          stroke="var(--color-edge)"
          strokeWidth="1.5"
          strokeDasharray="2 3"
          aria-hidden="true"
        >
          <path d="M1 -10C2 6 6 9 24 9" />
        </svg>
        <span className="truncate" translate="no" data-wire="">
          {nameOf(branch, messages)}
        </span>
      </button>
    );
  });
}
