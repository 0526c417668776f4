import type { ReactNode } from 'react';

interface Props {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
  readonly children: ReactNode;
}
/** One thing that is on or off, and its words. */
export const Switch = ({ on, set, children }: Props) => (
  <label className="flex cursor-pointer items-start gap-2.5 py-1 text-soft hover:text-text">
    <input
      type="checkbox"
      role="switch"
      aria-checked={on}
      checked={on}
      onChange={(event) => set(event.currentTarget.checked)}
      className="peer sr-only"
    />
    <span
      aria-hidden="true"
      className="relative mt-0.5 h-4 w-7 shrink-0 rounded-full border border-edge transition-colors duration-[120ms] peer-checked:border-text peer-checked:bg-text peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 after:absolute after:top-[2px] after:left-[2px] after:size-2.5 after:rounded-full after:bg-edge after:transition-transform after:duration-[120ms] peer-checked:after:translate-x-3 peer-checked:after:bg-ground"
    />
    <span>{children}</span>
  </label>
);
