import { Check, Flag, Hash, PenLine, Reply, Trash2, type LucideIcon } from 'lucide-react';
import type { Done } from '../../core/trace/mail-list.ts';
import { visible } from '../shell/words.ts';

/** A mark beside each word: none is told apart by its colour. */
const MARKS: Readonly<Record<string, LucideIcon>> = {
  '\\Seen': Check,
  '\\Answered': Reply,
  '\\Flagged': Flag,
  '\\Deleted': Trash2,
  '\\Draft': PenLine,
};
function Chip({ flag, how }: { flag: string; how: '' | '+' | '−' }) {
  const Mark = MARKS[flag] ?? Hash;
  const tone =
    how === '−'
      ? 'border-refusal text-soft line-through'
      : how === '+'
        ? 'border-server text-text'
        : 'border-transparent text-soft';
  return (
    <span
      className={`mono inline-flex shrink-0 items-center gap-0.5 rounded-control border px-0.5 text-tiny leading-[0.875rem] ${tone}`}
      translate="no"
      data-wire=""
    >
      {how}
      <Mark className="size-2.5" strokeWidth={2} aria-hidden="true" />
      {visible(flag)}
    </span>
  );
}
/** The flags of a message. Those that came and went in this step are marked so and stand first: there may be room for no more. */
export const Flags = ({ flags, done }: { flags: readonly string[]; done: Done }) => (
  <>
    {done.added.map((flag) => (
      <Chip key={flag} flag={flag} how="+" />
    ))}
    {done.taken.map((flag) => (
      <Chip key={`-${flag}`} flag={flag} how="−" />
    ))}
    {flags
      .filter((flag) => !done.added.includes(flag))
      .map((flag) => (
        <Chip key={flag} flag={flag} how="" />
      ))}
  </>
);
