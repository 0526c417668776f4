import { Play } from 'lucide-react';
import type { Act, Lesson } from '../../course/lesson.ts';
import { useLateMessages } from '../messages/late.ts';
import { useMessages } from '../messages/useMessages.ts';
import { doAtOnce } from './deeds.ts';

/** Which sections say so. */
export function Sources({ of }: { of: readonly string[] }) {
  const { machine } = useMessages();
  if (of.length === 0) return null;
  return (
    <p className="mt-1 flex flex-wrap gap-x-2 text-tiny text-faint">
      {of.map((rfc) => (
        <span key={rfc}>{machine.rfc(rfc.replace('#', ' §'))}</span>
      ))}
    </p>
  );
}
/** What others do when a button is pressed. */
export function Acts({ lesson, acts }: { lesson: Lesson; acts: readonly Act[] }) {
  const { lesson: words } = useLateMessages();
  if (acts.length === 0) return null;
  return (
    <div role="group" aria-label={words.acts} className="flex flex-wrap gap-2">
      {acts.map(({ id, title, does }) => (
        <button
          key={id}
          type="button"
          className="control text-text"
          // of a double click the second means nothing
          onClick={({ detail }) => detail < 2 && doAtOnce(lesson, does)}
        >
          <Play className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
          <span lang="en" translate="no">
            {title}
          </span>
        </button>
      ))}
    </div>
  );
}
