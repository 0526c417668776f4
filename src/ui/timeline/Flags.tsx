import { useEngine } from '../../app/useEngine.ts';
import { gotoBookmark, useBookmarks } from './bookmarks.ts';
import { words } from './words.ts';

/** Bookmarks of this branch, over the moments they mark. */
export function Flags() {
  const all = useBookmarks();
  const branch = useEngine((s) => s.branch);
  const { shown, total } = useEngine((s) => s.schedule);
  if (total <= 0) return null;
  return all
    .filter((it) => it.branch === branch)
    .map(({ n, event, label }) => (
      <button
        key={n}
        type="button"
        onClick={() => gotoBookmark(n)}
        aria-label={words.flag(n, label || words.atStart)}
        title={label}
        style={{ left: `${Math.min(1, (shown[event]?.end ?? 0) / total) * 100}%` }}
        className="absolute top-0.5 z-10 grid size-4 -translate-x-1/2 place-items-center rounded-[0.25rem] border border-time bg-pane text-tiny leading-none text-time before:absolute before:-inset-1 hover:bg-raised short:hidden"
      >
        {n}
      </button>
    ));
}
