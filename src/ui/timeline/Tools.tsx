import {
  Bookmark as Flag,
  FastForward,
  Hand,
  Hourglass,
  Redo2,
  Undo2,
  X,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { engine, redo, skip, undo, worldAhead } from '../../app/engine.ts';
import { setGate } from '../../app/gate.ts';
import { MOST_MARKS } from '../../app/notes.ts';
import { useEngine } from '../../app/useEngine.ts';
import { pending, queuesAt } from '../../core/trace/queues.ts';
import { messagesNow } from '../messages/useMessages.ts';
import { keepPlace } from '../shell/keep-place.ts';
import { Popover } from '../shell/Popover.tsx';
import { spanText } from '../shell/words.ts';
import { gotoBookmark, removeBookmark, setBookmark, useBookmarks, useSaid } from './bookmarks.ts';
import { Cut } from './Cut.tsx';
import { obeyOrders } from './orders.ts';
import { words } from './words.ts';

obeyOrders();
keepPlace();

interface IconProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onClick: () => void;
}
const IconButton = ({ icon: Icon, label, onClick }: IconProps) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    onClick={onClick}
    className="grid size-8 place-items-center rounded-[0.5625rem] border border-line text-soft hover:border-edge hover:text-text"
  >
    <Icon className="size-[0.9375rem]" strokeWidth={1.8} aria-hidden="true" />
  </button>
);
/** What comes next by itself: when, and what it is. */
function useDue(): { readonly span: string; readonly what: string } | undefined {
  const version = useEngine((s) => s.version);
  const time = useEngine((s) => (s.live ? -1 : s.time));
  const s = engine.getState();
  const world = version >= 0 && time !== undefined ? worldAhead(s) : undefined;
  const due = world && s.lab?.nextDue(world);
  const start = s.timeline.worlds[0];
  if (!world || due === undefined || !start) return undefined;
  const tries = pending(queuesAt(start, s.trace, s.trace.length)).map(({ until }) => until);
  const what = tries.includes(due) ? words.retry : world.conns.length > 0 ? words.patience : words.something;
  return { span: spanText(due - world.now, messagesNow()), what };
}
function Skip() {
  const due = useDue();
  // nothing due: it stays where it is, since the keyboard may be on it
  return (
    <button
      type="button"
      aria-disabled={!due}
      onClick={() => void skip()}
      className="control w-full justify-start text-left text-text aria-disabled:border-transparent aria-disabled:px-0 aria-disabled:text-small aria-disabled:text-soft"
    >
      {due && <FastForward className="size-4 shrink-0" strokeWidth={1.8} aria-hidden="true" />}
      {due ? `${words.skip(due.span)} ${due.what}` : words.nothingDue}
    </button>
  );
}
function Bookmarks() {
  const all = useBookmarks();
  return (
    <>
      <ul>
        {all.map(({ n, event, label }) => (
          <li key={n} className="flex items-center gap-1">
            <button
              type="button"
              onClick={() => gotoBookmark(n)}
              aria-label={words.flag(n, label || words.atStart)}
              className="flex min-w-0 flex-1 items-baseline gap-2 rounded-control px-2 py-1 text-left text-soft hover:bg-raised hover:text-text"
            >
              <span className="kbd">{n}</span>
              <span className="mono min-w-0 truncate text-small" translate="no" data-wire="">
                {label === '' ? words.atStart : label}
              </span>
              <span className="ml-auto shrink-0 text-tiny text-faint">{words.atEvent(event + 1)}</span>
            </button>
            <button
              type="button"
              aria-label={words.remove(n)}
              onClick={() => removeBookmark(n)}
              className="grid size-7 place-items-center rounded-control text-faint hover:text-text"
            >
              <X className="size-3.5" aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        aria-disabled={all.length >= MOST_MARKS}
        onClick={() => setBookmark()}
        className="control mt-1 w-full justify-start text-text aria-disabled:text-soft"
      >
        <Flag className="size-4" strokeWidth={1.8} aria-hidden="true" />
        {all.length >= MOST_MARKS ? words.full : words.mark}
      </button>
    </>
  );
}
const Part = ({ title, children }: { title?: string; children: ReactNode }) => (
  <div className="border-t border-line px-3 py-2.5 first:border-0">
    {title !== undefined && <h2 className="pb-1.5 text-small text-soft">{title}</h2>}
    {children}
  </div>
);
function Gate() {
  const gated = useEngine((s) => s.gated);
  return (
    <label className="flex cursor-pointer items-start gap-2.5">
      <input
        type="checkbox"
        checked={gated}
        onChange={() => setGate(!gated)}
        className="mt-1 accent-[var(--color-text)]"
      />
      <span>
        {words.gate}
        <span className="block text-small text-soft">{words.gateMeans}</span>
      </span>
    </label>
  );
}
/** A gate that is on says so, and is turned off where it says it. */
function GateMark() {
  const gated = useEngine((s) => s.gated);
  if (!gated) return null;
  return (
    <button
      type="button"
      aria-pressed="true"
      title={words.gateMeans}
      onClick={() => setGate(false)}
      className="control h-8 min-h-8 gap-1.5 border-time bg-raised px-2 max-[480px]:px-1.5 text-small whitespace-nowrap text-text"
    >
      <Hand className="size-3.5 shrink-0 text-time" strokeWidth={1.8} aria-hidden="true" />
      <span className="max-[1180px]:sr-only">{words.gate}</span>
    </button>
  );
}
/** Undo and redo; behind a button what else one may do with time. */
export function Tools() {
  const said = useSaid();
  return (
    <>
      <div className="flex gap-1.5 max-[1180px]:hidden">
        <IconButton icon={Undo2} label={words.undo} onClick={undo} />
        <IconButton icon={Redo2} label={words.redo} onClick={redo} />
      </div>
      <Popover
        title={words.title}
        face={<Hourglass className="size-3.5" strokeWidth={1.8} aria-hidden="true" />}
        className="h-8 px-2.5 max-[480px]:px-1.5"
        sheet="bottom-24 left-5 max-h-[calc(100dvh-7rem)] w-[min(24rem,calc(100vw-2.5rem))]"
      >
        <Part>
          <div className="flex gap-2">
            <button type="button" onClick={undo} className="control flex-1">
              <Undo2 className="size-4" strokeWidth={1.8} aria-hidden="true" />
              {words.undo}
            </button>
            <button type="button" onClick={redo} className="control flex-1">
              <Redo2 className="size-4" strokeWidth={1.8} aria-hidden="true" />
              {words.redo}
            </button>
          </div>
        </Part>
        <Part>
          <Skip />
        </Part>
        <Part>
          <Gate />
        </Part>
        <Part title={words.bookmarks}>
          <Bookmarks />
        </Part>
        <Part title={words.cut}>
          <Cut />
        </Part>
      </Popover>
      <GateMark />
      <output className={said === '' ? 'sr-only' : 'max-w-52 text-small text-soft'}>{said}</output>
    </>
  );
}
