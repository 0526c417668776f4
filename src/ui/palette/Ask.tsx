import { Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { fetchAll } from '../../app/parts.ts';
import { Arriving } from '../shell/Arriving.tsx';
import { Dialog } from '../shell/Dialog.tsx';
import { whenShown } from '../shell/later.tsx';
import { closeDialog } from '../shell/settings.ts';
import { words, type Act } from './act.ts';
import { meant, type Offered } from './found.ts';
import { Narrow } from './Narrow.tsx';

/** What the field tells the list, and the list the field. */
export interface Asked {
  readonly query: string;
  /** Which of those that fit is pointed at. */
  readonly at: number;
  readonly choose: (at: number) => void;
  /** Of the list; its options are called by it and their number. */
  readonly id: string;
  /** Told what is shown, whenever it changes. */
  readonly offer: (offered: Offered) => void;
}
const Palette = whenShown(async () => {
  await fetchAll(); // the whole manual is in it
  return (await import('./Palette.tsx')).Palette;
}, Arriving);

/** Where an arrow leads. */
const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  PageDown: (at, last) => Math.min(last, at + 8),
  PageUp: (at) => Math.max(0, at - 8),
};
/** The dialog gives the focus back before the act may take it. */
export function perform({ run }: Act): void {
  closeDialog();
  requestAnimationFrame(run);
}
/** The field comes before the list: what is typed meanwhile stands in it. */
function Field() {
  const [query, ask] = useState('');
  const [at, choose] = useState(0);
  const [offered, offer] = useState<Offered>();
  const id = useId();
  const last = (offered?.shown.length ?? 0) - 1;
  const chosen = Math.min(at, last);
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    const act = event.key === 'Enter' && offered ? meant(offered, query, at) : undefined;
    if (move && last >= 0) choose(move(chosen, last));
    else if (act && !event.nativeEvent.isComposing) perform(act);
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
          aria-expanded={offered !== undefined}
          aria-controls={offered && id}
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
      <Palette query={query} at={at} choose={choose} id={id} offer={offer} />
    </>
  );
}
/** Everything one can do, by name. */
export const Ask = () => (
  <Dialog name="palette" title={words.title}>
    <Narrow />
    <Field />
  </Dialog>
);
