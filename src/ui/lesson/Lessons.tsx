import { ArrowRight, Check } from 'lucide-react';
import { lessons } from 'virtual:lessons';
import { Link } from 'wouter';
import type { Entry as Known } from '../../course/lesson.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useShelf } from './kept.ts';
import { Inline } from './Prose.tsx';

function Entry({ lesson, met }: { lesson: Known; met: number }) {
  const { lesson: words } = useMessages();
  const all = lesson.steps.length;
  const done = met >= all;
  return (
    <li>
      <Link
        href={`/learn/${lesson.id.toLowerCase()}`}
        className="group block rounded-thing border border-line bg-raised px-4 py-3.5 transition-colors duration-[120ms] hover:border-edge"
      >
        <span className="flex items-baseline justify-between gap-3 text-small text-faint">
          <span>
            <span translate="no" data-wire="">
              {lesson.id}
            </span>{' '}
            · {words.minutes(lesson.minutes)}
          </span>
          <span className={`flex items-center gap-1 ${done ? 'text-met' : ''}`}>
            {done && <Check className="size-3.5" strokeWidth={2.4} aria-hidden="true" />}
            {words.progress(met, all)}
          </span>
        </span>
        <span className="mt-1 flex items-center justify-between gap-3">
          <span className="text-lead font-[600]" lang="en" translate="no">
            {lesson.title}
          </span>
          <ArrowRight
            className="size-4 shrink-0 text-faint group-hover:text-text"
            strokeWidth={1.8}
            aria-hidden="true"
          />
        </span>
        <span className="mt-1 block text-soft">
          <Inline of={lesson.objective} />
        </span>
        <span className="mt-3 flex gap-1" aria-hidden="true">
          {lesson.steps.map((id, i) => (
            <span key={id} className={`h-1 flex-1 rounded-full ${i < met ? 'bg-met' : 'bg-line'}`} />
          ))}
        </span>
      </Link>
    </li>
  );
}
/** All lessons by track, with how far one has come in each. */
export function Lessons() {
  const { lesson: words } = useMessages();
  const shelf = useShelf();
  const tracks = [...new Set(lessons.map(({ track }) => track))];
  return (
    <div className="flex flex-col gap-5 px-[1.375rem] pt-[1.375rem] pb-6">
      <header>
        <h2 className="text-title font-[640] tracking-[-0.018em]">{words.tracks}</h2>
        <p className="mt-2 text-soft">{words.intro}</p>
      </header>
      {tracks.map((track) => (
        <section key={track} aria-label={track.toUpperCase()} data-names="">
          <h3 className="mb-2 text-small text-soft" translate="no" data-wire="">
            {track.toUpperCase()}
          </h3>
          <ul className="grid gap-2.5">
            {lessons
              .filter((lesson) => lesson.track === track)
              .map((lesson) => (
                <Entry key={lesson.id} lesson={lesson} met={shelf[lesson.id]?.met ?? 0} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
