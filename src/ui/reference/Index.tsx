import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { search, type Entry } from './entries.ts';
import { Row } from './Row.tsx';
import { words } from './words.ts';

const MOST = 60;
/** All entries, or those that fit what is asked for. */
export function Index({ all }: { all: readonly Entry[] }) {
  const [query, ask] = useState('');
  const wanted = useDeferredValue(query);
  const found = useMemo(() => search(all, wanted), [all, wanted]);
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
      <ul aria-label={words.commands}>
        {found.slice(0, MOST).map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </ul>
      {found.length > MOST && <p className="text-small text-soft">{words.more(found.length - MOST)}</p>}
    </>
  );
}
