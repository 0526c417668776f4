import { useEffect } from 'react';
import { useStore } from 'zustand';
import { ENGINE } from '../../app/save.ts';
import { deedsOf } from '../../app/share/seen.ts';
import type { Opened } from '../../app/share/open.ts';
import { focusConsole } from '../shell/keys.ts';
import { goInstead, Link } from '../shell/route.tsx';
import { useTitle } from '../shell/useTitle.ts';
import { worldName } from '../shell/worldName.ts';
import { answersTo, lineOf } from './deeds.ts';
import { comeBack, followLink, outcome } from './opening.ts';
import { words } from './words.ts';

const MOST = 8;
const linesOf = (said: readonly string[]): readonly string[] => (said.length === 0 ? [words.silent] : said);
/** Where it goes another way than it went for its sender: what was done, and what is said to it now. */
function Changed({ opened: { session, changed, engine } }: { opened: Opened }) {
  const timeline = session.branches.find(({ id }) => id === session.branch)?.timeline;
  const deeds = timeline ? deedsOf(timeline) : [];
  const versions = words.engine(engine, ENGINE);
  return (
    <div className="grid gap-2">
      {versions !== '' && <p className="text-soft">{versions}</p>}
      <p className="text-soft">{changed.length === 0 ? words.same : words.changed(changed.length)}</p>
      <ul className="grid gap-2 empty:hidden">
        {timeline &&
          changed.slice(0, MOST).map((place) => (
            <li key={place} className="border-t border-line pt-2">
              <p className="mono text-small text-client" translate="no" data-wire="">
                › {lineOf(timeline, deeds[place] ?? 0)}
              </p>
              <div className="mono text-small text-server">
                <span className="sr-only">{words.now}</span>
                {linesOf(answersTo(timeline, deeds, place)).map((line, i) => (
                  <p key={i} translate="no" data-wire="">
                    ‹ {line}
                  </p>
                ))}
              </div>
            </li>
          ))}
      </ul>
      {changed.length > MOST && <p className="text-small text-faint">{words.more(changed.length - MOST)}</p>}
    </div>
  );
}
function Here({ opened }: { opened: Opened }) {
  const { session } = opened;
  const timeline = session.branches.find(({ id }) => id === session.branch)?.timeline;
  return (
    <>
      <p className="text-soft">
        {words.opened(timeline ? deedsOf(timeline).length : 0, worldName(session.world))}
      </p>
      <Changed opened={opened} />
    </>
  );
}
/** What came of a link or a file: it is open, and this is what its sender saw otherwise; or it is not, and this is why. */
export function Shared({ code = '' }: { code?: string }) {
  const it = useStore(outcome);
  useEffect(() => {
    let here = true;
    // whoever has gone on meanwhile stays there
    const instead = (path: string): void => {
      if (here) goInstead(path);
    };
    if (code !== '') void followLink(code).then(() => instead('/shared'));
    else if (it.kind === 'none')
      void comeBack().then((there) => {
        if (!there) instead('/');
      });
    return () => {
      here = false;
    };
  }, [code, it]);
  const refused = it.kind === 'refused';
  useTitle(refused ? words.notOpened : words.shared);
  return (
    <div className="grid gap-4 p-[1.375rem] wrap-anywhere" data-panel="shared" role="status">
      <h2 className="text-title font-[640] tracking-[-0.018em]">
        {refused ? words.notOpened : words.shared}
      </h2>
      {it.kind === 'opening' && <p className="text-soft">{words.opening}</p>}
      {it.kind === 'opened' && <Here opened={it.opened} />}
      {refused && <p>{it.entry > 0 ? words.noEntry(it.entry) : words.faults[it.fault]}</p>}
      <p className="text-soft">{refused ? words.kept : words.yours}</p>
      <div className="flex flex-wrap gap-2">
        {!refused && (
          <button type="button" className="control border-edge text-text" onClick={focusConsole}>
            {words.see}
          </button>
        )}
        <Link href="/" className="control">
          {refused ? words.toLab : words.own}
        </Link>
      </div>
    </div>
  );
}
