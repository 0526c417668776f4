import { ArrowLeft } from 'lucide-react';
import { useMemo } from 'react';
import { below, Link, useRoute } from '../shell/route.tsx';
import { Command } from './Command.tsx';
import { at, entries, nameOf } from './entries.ts';
import { Extension } from './Extension.tsx';
import { Index } from './Index.tsx';
import { words } from './words.ts';
import { useTitle } from '../shell/useTitle.ts';

/** The manual of every protocol here, read from what the servers run on. */
export function Reference() {
  const all = useMemo(() => entries(), []);
  const wanted = below(useRoute(), 'reference');
  const entry = at(all, wanted);
  useTitle(entry ? `${nameOf(entry)} · ${words.crumb}` : words.crumb);
  return (
    <div className="grid content-start gap-4 px-[1.375rem] pt-[1.375rem] pb-6" data-panel="reference">
      {wanted === '' ? (
        <>
          <header>
            <p className="text-small text-faint">{words.crumb}</p>
            <h2 className="mt-0.5 text-title font-[640] tracking-[-0.018em]">{words.title}</h2>
            <p className="mt-2 text-soft">{words.intro}</p>
          </header>
          <Index all={all} />
        </>
      ) : (
        <>
          <h2 className="sr-only">{words.crumb}</h2>
          <Link
            href="/reference"
            className="inline-flex touch:min-h-6 items-center gap-1.5 justify-self-start text-small text-soft hover:text-text"
          >
            <ArrowLeft className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
            {words.back}
          </Link>
          {!entry && <p className="text-soft">{words.missing}</p>}
          {entry?.kind === 'command' && <Command protocol={entry.protocol} verb={entry.verb} />}
          {entry?.kind === 'extension' && <Extension entry={entry} all={all} />}
        </>
      )}
    </div>
  );
}
