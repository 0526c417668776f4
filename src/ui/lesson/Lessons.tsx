import { ArrowRight } from 'lucide-react';
import { Link } from '../shell/route.tsx';
import type { Entry } from '../../course/lesson.ts';
import { useLateMessages } from '../messages/late.ts';
import { addressOf, allTracks, course, nextOf, path, standingOf } from './course.ts';
import { InEnglish } from './InEnglish.tsx';
import { useShelf } from './kept.ts';
import type { Shelf } from './work.ts';
import { Own } from './own/Own.tsx';
import { ProgressTools } from './ProgressTools.tsx';
import { Inline } from './Prose.tsx';
import { Station } from './Station.tsx';
import { useTitle } from '../shell/useTitle.ts';

/** What to do now. */
function NextUp({ entry, shelf }: { entry: Entry; shelf: Shelf }) {
  const { lesson: words } = useLateMessages();
  const begun = standingOf(entry, shelf) === 'begun';
  return (
    <section aria-label={words.next} className="rounded-thing border border-line bg-raised px-4 py-3.5">
      <p className="text-small text-faint">
        <span translate="no" data-wire="">
          {entry.id}
        </span>{' '}
        · {words.minutes(entry.minutes)}
      </p>
      <h3 className="mt-0.5 text-lead font-[600]" lang="en" translate="no">
        {entry.title}
      </h3>
      <p className="mt-1 text-soft">
        <Inline of={entry.objective} />
      </p>
      <Link href={addressOf(entry.id)} className="control mt-3 border-edge text-text">
        {begun ? words.goOn : words.begin}
        <ArrowRight className="size-4" strokeWidth={1.8} aria-hidden="true" />
      </Link>
    </section>
  );
}
/** The shortest way, lesson by lesson. */
function Path({ shelf }: { shelf: Shelf }) {
  const { lesson: words } = useLateMessages();
  const done = path.filter((entry) => standingOf(entry, shelf) === 'done');
  const left = path.filter((entry) => !done.includes(entry)).reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <section aria-label={words.path} className="grid gap-1.5">
      <p className="flex justify-between gap-3 text-small text-soft">
        <span>{words.path}</span>
        <span>{left === 0 ? words.pathDone : words.pathLeft(done.length, path.length, left)}</span>
      </p>
      <span className="flex gap-[3px]" aria-hidden="true">
        {path.map((entry) => (
          <span
            key={entry.id}
            lang="en"
            title={`${entry.id} ${entry.title}`}
            className={`h-1.5 flex-1 rounded-full ${standingOf(entry, shelf) === 'done' ? 'bg-met' : 'bg-line'}`}
          />
        ))}
      </span>
    </section>
  );
}
function Track({ id, shelf, next }: { id: string; shelf: Shelf; next: Entry | undefined }) {
  const { lesson: words } = useLateMessages();
  const track = allTracks.find((it) => it.id === id);
  const entries = course.filter((entry) => entry.track === id);
  if (!track || entries.length === 0) return null;
  const done = entries.filter((entry) => standingOf(entry, shelf) === 'done').length;
  return (
    <section aria-labelledby={`track-${id}`} data-names="">
      <header className="mb-1 flex items-baseline justify-between gap-3">
        <h3 id={`track-${id}`} className="font-[600]" lang="en" translate="no">
          {track.title}
        </h3>
        <span className="text-small text-faint">{words.progress(done, entries.length)}</span>
      </header>
      <p className="mb-1.5 text-small text-soft" lang="en" translate="no">
        {track.about}
      </p>
      <ul className="relative before:absolute before:top-4 before:bottom-4 before:left-[0.625rem] before:w-px before:bg-line">
        {entries.map((entry) => (
          <Station key={entry.id} entry={entry} shelf={shelf} next={entry.id === next?.id} />
        ))}
      </ul>
    </section>
  );
}
/** All lessons by track, how far one has come in each, and what to do now. */
export function Lessons() {
  const { lesson: words } = useLateMessages();
  useTitle(words.tracks);
  const shelf = useShelf();
  const next = nextOf(shelf);
  return (
    <div className="flex flex-col gap-6 px-[1.375rem] pt-[1.375rem] pb-6">
      <header>
        <h2 className="text-title font-[640] tracking-[-0.018em]">{words.tracks}</h2>
        <p className="mt-2 text-soft">{words.intro}</p>
        <InEnglish />
      </header>
      {next && <NextUp entry={next} shelf={shelf} />}
      <Path shelf={shelf} />
      {allTracks.map(({ id }) => (
        <Track key={id} id={id} shelf={shelf} next={next} />
      ))}
      <Own />
      <ProgressTools />
    </div>
  );
}
