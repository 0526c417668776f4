import { Search } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useState, type KeyboardEvent } from 'react';
import { Dialog } from '../shell/Dialog.tsx';
import { closeDialog } from '../shell/settings.ts';
import { words, type Act } from './act.ts';
import { acts } from './acts.ts';
import { found } from './found.ts';
import { Narrow } from './Narrow.tsx';

const MOST = 80;
/** Where an arrow leads. */
const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  PageDown: (at, last) => Math.min(last, at + 8),
  PageUp: (at) => Math.max(0, at - 8),
};
/** The dialog gives the focus back before the act may take it. */
function perform({ run }: Act): void {
  closeDialog();
  requestAnimationFrame(run);
}
function Option({ act, id, chosen, choose }: { act: Act; id: string; chosen: boolean; choose: () => void }) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- keys are the field's, which names it
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      ref={(element) => {
        if (chosen) element?.scrollIntoView({ block: 'nearest' });
      }}
      onPointerMove={choose}
      onClick={() => perform(act)}
      className="flex cursor-pointer items-baseline gap-3 rounded-control px-2.5 py-1.5 aria-selected:bg-raised"
    >
      <span className="min-w-0 flex-1">
        {act.wire ? (
          <span className="mono text-wire" translate="no" data-wire="">
            {act.title}
          </span>
        ) : (
          act.title
        )}
        {act.about !== undefined && <span className="block text-small text-soft">{act.about}</span>}
      </span>
      <span className="flex shrink-0 gap-1" translate="no">
        {act.shown?.map((key) => (
          <kbd key={key} className="kbd">
            {key}
          </kbd>
        ))}
      </span>
      <span className="w-16 shrink-0 text-right text-small text-faint">{words.groups[act.group]}</span>
    </div>
  );
}
function List() {
  const all = useMemo(() => acts(), []);
  const [query, ask] = useState('');
  const wanted = useDeferredValue(query);
  const fitting = useMemo(() => found(all, wanted), [all, wanted]);
  const [at, choose] = useState(0);
  const id = useId();
  const shown = fitting.slice(0, MOST);
  const chosen = Math.min(at, shown.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    const act = shown[chosen];
    if (move && shown.length > 0) choose(move(chosen, shown.length - 1));
    else if (event.key === 'Enter' && act && !event.nativeEvent.isComposing) perform(act);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="relative mb-2">
        <Search
          className="pointer-events-none absolute top-3 left-3 size-4 text-faint"
          strokeWidth={1.8}
          aria-hidden="true"
        />
        <input
          role="combobox"
          aria-label={words.search}
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={chosen < 0 ? undefined : `${id}-${chosen}`}
          placeholder={words.search}
          value={query}
          onChange={(event) => {
            ask(event.target.value);
            choose(0);
          }}
          onKeyDown={onKeyDown}
          data-first=""
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="h-10 w-full rounded-control border border-edge bg-ground pr-2 pl-9 text-lead placeholder:text-faint"
        />
      </div>
      <p role="status" className={shown.length > 0 ? 'sr-only' : 'px-2.5 py-2 text-soft'}>
        {shown.length > 0 ? words.found(fitting.length) : words.nothing}
      </p>
      <div
        id={id}
        role="listbox"
        aria-label={words.title}
        className="max-h-[50dvh] overflow-y-auto"
        hidden={shown.length === 0}
      >
        {shown.map((act, i) => (
          <Option key={act.id} act={act} id={`${id}-${i}`} chosen={i === chosen} choose={() => choose(i)} />
        ))}
      </div>
      {fitting.length > MOST && (
        <p className="px-2.5 pt-2 text-small text-faint">{words.more(fitting.length - MOST)}</p>
      )}
    </>
  );
}
/** Everything one can do, by name. */
export const Palette = () => (
  <Dialog name="palette" title={words.title}>
    <Narrow />
    <List />
  </Dialog>
);
