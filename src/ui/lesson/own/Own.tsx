import { FileUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { FileButton } from '../../shell/FileButton.tsx';
import { Link } from '../../shell/route.tsx';
import { useLateMessages } from '../../messages/late.ts';
import { useShelf } from '../kept.ts';
import { drop, ownName, useOwn } from './shelf.ts';
import { takeLesson, useTaking, type Taking } from './take.ts';

/** What there are no words for stays English, and says so. */
function Slip({ said }: { said: string }) {
  const { lesson: words } = useLateMessages();
  const told = words.slip(said);
  return (
    <span lang={told === said ? 'en' : undefined} translate="no">
      {told}
    </span>
  );
}
type Refused = Extract<Taking, { readonly kind: 'refused' }>;
/** Why a file was not taken, line by line. */
function Refusal({ refused: { file, complaints } }: { refused: Refused }) {
  const { lesson: words } = useLateMessages();
  return (
    <div role="alert" className="rounded-control border border-refusal px-3 py-2 text-small">
      <p className="mb-1 text-refusal">{words.refused(file)}</p>
      <ul className="grid gap-1">
        {complaints.slice(0, 8).map(({ line, column, message }) => (
          <li key={`${line}:${column}:${message}`} className="flex gap-2">
            <span className="mono shrink-0 text-faint">{words.place(line, column)}</span>
            <Slip said={message} />
          </li>
        ))}
      </ul>
    </div>
  );
}
function Brought() {
  const { lesson: words } = useLateMessages();
  const lessons = useOwn();
  const shelf = useShelf();
  return (
    <ul className="grid empty:hidden">
      {lessons.map(({ id, title, minutes, steps }) => (
        <li key={id} className="flex items-center gap-2">
          <Link
            href={`/learn/${ownName(id).toLowerCase()}`}
            className="flex min-w-0 flex-1 items-baseline gap-2.5 rounded-control px-1 py-1 hover:bg-raised"
          >
            <span className="w-6 shrink-0 text-small text-faint" translate="no" data-wire="">
              {id}
            </span>
            <span className="min-w-0 flex-1" lang="en" translate="no">
              {title}
            </span>
            <span className="shrink-0 text-small text-faint">
              {shelf[ownName(id)]?.met
                ? words.progress(shelf[ownName(id)]?.met ?? 0, steps)
                : words.minutes(minutes)}
            </span>
          </Link>
          <button
            type="button"
            aria-label={words.dropOwn(title)}
            title={words.dropOwn(title)}
            onClick={() => void drop(id)}
            className="grid size-6 place-items-center rounded-control text-faint hover:text-text"
          >
            <X className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
/** Lessons of one's own: a file is chosen, or dropped on the page, checked, and taken or refused. */
export function Own() {
  const { lesson: words } = useLateMessages();
  const taking = useTaking();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // whoever drops a file may have dropped it elsewhere
    if (taking.kind !== 'none') section.current?.scrollIntoView({ block: 'center' });
  }, [taking]);
  return (
    <section
      ref={section}
      aria-label={words.own}
      className="grid grid-cols-[minmax(0,1fr)] gap-2 border-t border-line pt-4"
    >
      <h3 className="text-small text-soft">{words.own}</h3>
      <Brought />
      <FileButton
        label={words.dropHere}
        accept=".md,text/markdown"
        take={(file) => void takeLesson(file)}
        className="flex items-center justify-center gap-2 rounded-thing border border-dashed border-edge px-4 py-4 text-soft transition-colors duration-[120ms] hover:border-edge hover:text-text"
      >
        <FileUp className="size-4" strokeWidth={1.7} aria-hidden="true" />
      </FileButton>
      <p role="status" className="text-small text-soft empty:hidden">
        {taking.kind === 'checking' && words.checking(taking.file)}
        {taking.kind === 'taken' && words.taken(taking.title)}
      </p>
      {taking.kind === 'refused' && <Refusal refused={taking} />}
    </section>
  );
}
