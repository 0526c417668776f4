import { showBeside, useBeside } from '../console/beside.ts';
import { shortName } from '../shell/words.ts';
import { DeviceIcon } from './DeviceIcon.tsx';
import { useTalkers } from './useLog.ts';
import { words } from './words.ts';

/** Beside the consoles' tabs, those of mail clients: what they say can be read, and nothing typed. */
export function DeviceTabs() {
  const hosts = useTalkers();
  const beside = useBeside();
  if (hosts.length === 0) return null;
  return (
    <div role="group" aria-label={words.tabs} className="flex shrink-0 items-center gap-0.5">
      {hosts.map((host) => (
        <button
          key={host}
          type="button"
          aria-pressed={host === beside}
          aria-label={words.log(shortName(host))}
          title={words.log(shortName(host))}
          onClick={() => showBeside(host === beside ? '' : host)}
          translate="no"
          className="flex h-7 shrink-0 items-center gap-1.5 rounded-control px-2 text-small whitespace-nowrap text-soft hover:text-text aria-pressed:bg-raised aria-pressed:text-text"
        >
          <DeviceIcon host={host} className="size-3.5" />
          <span className="sr-only @3xl:not-sr-only" data-wire="">
            {shortName(host)}
          </span>
        </button>
      ))}
    </div>
  );
}
