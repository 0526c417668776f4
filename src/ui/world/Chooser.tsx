import { Check } from 'lucide-react';
import { whenHere } from '../shell/arrive.ts';
import { closePopover } from '../shell/Popover.tsx';
import { Link } from '../shell/route.tsx';
import { enterWorld } from '../../app/sessions.ts';
import { useEngine } from '../../app/useEngine.ts';
import { WORLD_NAMES } from '../../course/world-names.ts';
import { worldName } from '../shell/worldName.ts';
import { PutAwayList } from './PutAwayList.tsx';
import { words } from './words.ts';

/** Every world one can begin in, with what is special about it. */
export function Chooser() {
  const now = useEngine((s) => s.world);
  return (
    <div className="grid gap-2 p-2">
      <p className="px-2 pt-1 text-small text-soft">{words.choose}</p>
      <ul>
        {WORLD_NAMES.map((world) => (
          <li key={world}>
            <button
              type="button"
              aria-pressed={world === now}
              onClick={(event) => {
                whenHere(() => enterWorld(world));
                closePopover(event);
              }}
              className="group grid w-full grid-cols-[1.25rem_1fr] gap-x-1.5 rounded-control px-2 py-1.5 text-left hover:bg-raised aria-pressed:bg-raised"
            >
              <Check
                className="mt-0.5 size-4 text-text opacity-0 group-aria-pressed:opacity-100"
                strokeWidth={2}
                aria-hidden="true"
              />
              <span>
                <span className="block font-[560]">{worldName(world)}</span>
                <span className="block text-small text-soft">{words.worlds[world]}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <PutAwayList />
      <Link href="/world" onClick={closePopover} className="control mx-2 mb-1 justify-start text-text">
        {words.title}
      </Link>
    </div>
  );
}
