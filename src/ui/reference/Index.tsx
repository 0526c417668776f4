import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { search, type Entry } from './entries.ts';
import { Row } from './Row.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { titleOf, words } from './words.ts';

/** As they are declared: one protocol after the other. */
const chaptersOf = (all: readonly Entry[]): readonly (readonly [string, readonly Entry[]])[] =>
  [...new Set(all.map(({ protocol }) => protocol))].map((id) => [
    id,
    all.filter(({ protocol }) => protocol === id),
  ]);
/** All entries, or those that fit what is asked for. */
export function Index({ all }: { all: readonly Entry[] }) {
  const [query, ask] = useState('');
  const wanted = useDeferredValue(query);
  const { declared } = useMessages();
  const found = useMemo(() => search(all, wanted, declared), [all, wanted, declared]);
  const chapters = wanted.trim() === '' ? chaptersOf(found) : [['', found] as const];
  return (
    <>
      <div className="relative">
        <Search
          className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-faint"
          strokeWidth={1.8}
          aria-hidden="true"
        />
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          onChange={(event) => ask(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          className="h-9 w-full rounded-control border border-edge bg-ground pr-2 pl-8.5 text-body placeholder:text-faint"
        />
      </div>
      <p role="status" className="text-small text-soft">
        {found.length === 0 ? words.nothing : words.found(found.length)}
      </p>
      {chapters.map(([protocol, its]) => (
        <section key={protocol} aria-label={protocol === '' ? words.commands : titleOf(protocol)}>
          {protocol !== '' && (
            <h3 className="mb-1.5 font-[640]" translate="no" data-wire="">
              {titleOf(protocol)}
            </h3>
          )}
          <ul>
            {its.map((entry) => (
              <Row key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
