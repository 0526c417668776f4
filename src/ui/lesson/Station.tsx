import { Check } from 'lucide-react';
import { useId } from 'react';
import { Link } from '../shell/route.tsx';
import type { Entry } from '../../course/lesson.ts';
import { useLateMessages } from '../messages/late.ts';
import { addressOf, missing, standingOf, type Standing } from './course.ts';
import type { Shelf } from './work.ts';
import { Inline } from './Prose.tsx';

const FULL = 2 * Math.PI * 6;
/** How far one has come: a ring that closes, then a tick. */
function Ring({ standing, share }: { standing: Standing; share: number }) {
  return (
    <span
      aria-hidden="true"
      className="relative z-[1] grid size-[1.375rem] shrink-0 place-items-center rounded-full bg-ground group-hover:bg-raised"
    >
      {standing === 'done' ? (
        <span className="grid size-4 place-items-center rounded-full bg-met text-ground">
          <Check className="size-2.5" strokeWidth={3.5} />
        </span>
      ) : (
        <svg viewBox="0 0 16 16" className="size-4 -rotate-90">
          <circle
            cx="8"
            cy="8"
            r="6"
            fill="none"
            strokeWidth="1.6"
            className={standing === 'later' ? 'stroke-edge opacity-60' : 'stroke-edge'}
            strokeDasharray={standing === 'later' ? '1.6 2.2' : undefined}
          />
          {standing === 'begun' && (
            <circle
              cx="8"
              cy="8"
              r="6"
              fill="none"
              strokeWidth="2.4"
              className="stroke-met"
              strokeDasharray={`${FULL * share} ${FULL}`}
            />
          )}
        </svg>
      )}
    </span>
  );
}
/** One lesson on the line of its track. */
export function Station({ entry, shelf, next }: { entry: Entry; shelf: Shelf; next: boolean }) {
  const { lesson: words } = useLateMessages();
  const id = useId();
  const { steps, prereqs, minutes } = entry;
  const standing = standingOf(entry, shelf);
  const met = Math.min(shelf[entry.id]?.met ?? 0, steps.length);
  const before = missing(prereqs, shelf);
  const note =
    standing === 'later'
      ? words.after(before.join(', '))
      : standing === 'begun'
        ? words.progress(met, steps.length)
        : words.minutes(minutes);
  return (
    <li>
      <Link
        href={addressOf(entry.id)}
        aria-describedby={id}
        className={`group flex items-center gap-2.5 rounded-control py-1 pr-2 transition-colors duration-[120ms] hover:bg-raised ${next ? 'bg-raised' : ''}`}
      >
        <Ring standing={standing} share={met / steps.length} />
        <span
          className={`w-6 shrink-0 text-small ${standing === 'done' ? 'text-met' : 'text-faint'}`}
          translate="no"
          data-wire=""
        >
          {entry.id}
        </span>
        <span
          className={`min-w-0 flex-1 ${standing === 'done' || standing === 'later' ? 'text-soft' : 'text-text'} ${next ? 'font-[560]' : ''} group-hover:text-text`}
          lang="en"
          translate="no"
        >
          {entry.title}
        </span>
        <span className="shrink-0 text-small text-faint">{note}</span>
      </Link>
      <span id={id} className="sr-only">
        {words.standing[standing]}. <Inline of={entry.objective} />
      </span>
    </li>
  );
}
