import { Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { below, Link, useRoute } from '../shell/route.tsx';
import { engine, undo } from '../../app/engine.ts';
import { without } from '../../app/branches.ts';
import { useEngine } from '../../app/useEngine.ts';
import { keepPlace } from '../shell/keep-place.ts';
import { useScene } from '../shell/scene.ts';
import { WorldButton } from '../shell/WorldButton.tsx';
import { worldName } from '../shell/worldName.ts';
import { changesIn, type Done } from './changes.ts';
import { changeText } from './changeText.ts';
import { ChangeList } from './ChangeList.tsx';
import { MachineList } from './MachineList.tsx';
import { MachinePage } from './MachinePage.tsx';
import { NamesPage } from './NamesPage.tsx';
import { words } from './words.ts';
import { useTitle } from '../shell/useTitle.ts';

keepPlace();
const TABS = [
  { to: '/world', name: 'machines' },
  { to: '/world/names', name: 'names' },
  { to: '/world/changes', name: 'changes' },
] as const;

/** The latest change before the moment on screen, and the way back from it. */
function Latest({ change }: { change: Done }) {
  const text = changeText(change.change);
  const takeBack = (): void => {
    if (change.latest) undo();
    else without(change.input, words.without(text));
  };
  return (
    <div className="sticky bottom-0 -mx-[1.375rem] mt-auto flex items-center gap-3 border-t border-line bg-pane px-[1.375rem] py-2">
      <p role="status" className="min-w-0 flex-1 text-small text-soft">
        {change.expected === '' ? words.last : words.refused}
        <span className="mono block truncate text-tiny text-text" translate="no" data-wire="" title={text}>
          {text}
        </span>
      </p>
      <button type="button" className="control chip" onClick={takeBack}>
        <Undo2 className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
        {words.undo}
      </button>
    </div>
  );
}

function Page({ path, changes }: { path: string; changes: readonly Done[] }) {
  const host = below(path, 'world/at');
  if (host !== '') return <MachinePage key={host} id={host} />;
  if (path === '/world/names') return <NamesPage />;
  if (path === '/world/changes') return <ChangeList changes={changes} />;
  return <MachineList />;
}

/** Machines, people, switches and names, as they are at this moment; each may be changed in the middle of everything. */
export function WorldPane() {
  useTitle(words.crumb);
  const world = useEngine((s) => s.world);
  const path = useRoute();
  const scene = useScene();
  const changes = useMemo(() => changesIn(engine.getState(), scene.event + 1), [scene]);
  const latest = changes.at(-1);
  const here = (to: string): boolean =>
    to === '/world' ? path === to || path.startsWith('/world/at/') : path === to;
  return (
    <div className="flex min-h-full flex-col gap-5 px-[1.375rem] pt-[1.375rem]" data-panel="world">
      <header>
        <WorldButton className="min-[1000px]:hidden" />
        <p className="text-small text-faint max-[999.98px]:hidden">
          {words.crumb} {worldName(world)}
        </p>
        <h2 className="mt-0.5 text-title font-[640] tracking-[-0.018em]">{words.title}</h2>
        <p className="mt-2 text-soft">{words.intro}</p>
      </header>
      <nav
        aria-label={words.parts}
        className="grid grid-cols-3 gap-0.5 rounded-[0.5625rem] border border-line p-0.5"
      >
        {TABS.map(({ to, name }) => (
          <Link
            key={to}
            href={to}
            aria-current={here(to) ? 'page' : undefined}
            className="rounded-control py-1 text-center text-small text-soft hover:text-text aria-[current]:bg-raised aria-[current]:text-text"
          >
            {words.tabs[name]}
            {name === 'changes' && changes.length > 0 && (
              <span className="mono text-tiny text-faint"> {changes.length}</span>
            )}
          </Link>
        ))}
      </nav>
      <div className="pb-6">
        <Page path={path} changes={changes} />
      </div>
      {latest && <Latest change={latest} />}
    </div>
  );
}
