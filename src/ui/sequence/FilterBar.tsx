import { ListFilter, X } from 'lucide-react';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { engine } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { protocolsOf } from '../../core/trace/spoken.ts';
import { filterMessages } from '../messages/filter.ts';
import { part } from '../messages/part.ts';
import { consoleField } from '../shell/focus.ts';
import { FIELD, filter } from './filter.ts';
import { fitsOf } from './filtering.ts';
import { parse, type Fault } from './grammar.ts';

const words = part(filterMessages, 'filter');
const MOST = 4;

const saidOf = (fault: Fault): string => {
  const { faults } = words;
  return fault.kind === 'quote' ? faults.quote : faults[fault.kind](fault.word);
};
function apply(text: string): void {
  const parsed = parse(text);
  const all = parsed.filter && parsed.filter.length > 0;
  // a filter that is being written keeps what was shown by the last one that could be read
  if (parsed.filter) filter.setState({ text, fits: all ? fitsOf(parsed.filter) : undefined });
}
/** What the trace itself suggests: its protocols, its connections, what was refused. */
function useSuggested(): readonly { readonly term: string; readonly label: string }[] {
  const version = useEngine((s) => s.version);
  return useMemo(() => {
    const spoken = protocolsOf(engine.getState().trace);
    const protocols = [...new Set([...spoken.values()].map((it) => it.replace(/-client$/, '')))];
    const conns = [...spoken.keys()].slice(-MOST);
    return [
      ...protocols.map((term) => ({ term, label: term })),
      ...(conns.length > 1 ? conns.map((n) => ({ term: `#${n}`, label: words.connection(n) })) : []),
      { term: 'is:refused', label: words.refused },
    ];
    // the trace grows in place
    // oxlint-disable-next-line react/exhaustive-deps
  }, [version]);
}
const termsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
const toggled = (text: string, term: string): string =>
  (termsOf(text).includes(term) ? termsOf(text).filter((it) => it !== term) : [...termsOf(text), term]).join(
    ' ',
  );

/** One field as in an analyser, and the terms one would write most, to press. */
export function FilterBar({ shown, of }: { shown: number; of: number }) {
  const [text, write] = useState(() => filter.getState().text);
  const [open, show] = useState(false);
  const id = useId();
  const suggested = useSuggested();
  const { fault } = parse(text);
  const set = (next: string): void => {
    write(next);
    apply(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (text === '') consoleField()?.focus();
    else set('');
  };
  return (
    <div
      className="shrink-0 border-b border-line"
      onFocus={() => show(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) show(false);
      }}
    >
      <div className="flex h-8 items-center gap-2 px-3 text-small">
        <ListFilter className="size-3.5 shrink-0 text-soft" strokeWidth={1.8} aria-hidden="true" />
        <input
          id={FIELD}
          type="text"
          value={text}
          onChange={({ target }) => set(target.value)}
          onKeyDown={onKeyDown}
          placeholder={words.hint}
          aria-label={words.label}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-said`}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          className={`mono min-w-0 flex-1 self-stretch rounded-control bg-transparent px-1 text-small outline-offset-[-2px] placeholder:text-faint ${fault ? 'text-refusal' : ''}`}
        />
        {text !== '' && (
          <>
            <span className="shrink-0 text-tiny text-soft">{words.shown(shown, of)}</span>
            <button
              type="button"
              aria-label={words.clear}
              onClick={() => set('')}
              className="grid size-6 place-items-center rounded-control text-soft hover:text-text"
            >
              <X className="size-3.5" aria-hidden="true" />
            </button>
          </>
        )}
      </div>
      {(open || text !== '') && (
        <div role="group" aria-label={words.chips} className="flex flex-wrap gap-1 px-3 pb-1.5">
          {suggested.map(({ term, label }) => (
            <button
              key={term}
              type="button"
              aria-pressed={termsOf(text).includes(term)}
              onClick={() => set(toggled(text, term))}
              className="h-6 rounded-full border border-line px-2 text-tiny text-soft hover:border-edge hover:text-text aria-pressed:border-edge aria-pressed:bg-raised aria-pressed:text-text"
            >
              {label}
            </button>
          ))}
        </div>
      )}
      <p
        id={`${id}-said`}
        role="status"
        className={`px-3 text-tiny ${fault ? 'pb-1.5 text-refusal' : open ? 'pb-1.5 text-soft' : 'sr-only'}`}
      >
        {fault ? saidOf(fault) : text !== '' && shown === 0 ? words.nothing : words.help}
      </p>
    </div>
  );
}
