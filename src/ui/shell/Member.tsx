import { Plus, Server, UserRound } from 'lucide-react';
import { openConsole } from '../../app/engine.ts';
import type { SceneHost } from '../../core/trace/scene-types.ts';
import { useMessages } from '../messages/useMessages.ts';
import { focusConsole } from './keys.ts';
import { Link } from './route.tsx';
import { shortName } from './words.ts';

interface Props {
  readonly host: Pick<SceneHost, 'id' | 'role'>;
  /** What it is for; '' nobody has said. */
  readonly caption?: string;
}
/** One machine: what it is for, what can be changed about it, and a seat where there is one. */
export function Member({ host, caption = '' }: Props) {
  const { guide } = useMessages();
  const people = host.role === 'people';
  const Icon = people ? UserRound : Server;
  const sit = (): void => {
    openConsole(host.id);
    focusConsole();
  };
  return (
    <li className="flex items-center gap-3 border-t border-line py-2.5">
      <Icon
        className={`size-4 shrink-0 ${people ? 'text-client' : 'text-server'}`}
        strokeWidth={1.7}
        aria-hidden="true"
      />
      <div className="min-w-0 flex-1">
        <Link
          href={`/world/at/${host.id}`}
          className="block truncate touch:py-0.5 font-[560] hover:underline"
          title={guide.about(host.id)}
        >
          <span translate="no" data-wire="">
            {shortName(host.id)}
          </span>
        </Link>
        <p className="text-small text-soft">{caption || (people ? guide.people : guide.server)}</p>
      </div>
      {people && (
        <button
          type="button"
          aria-label={guide.sit(shortName(host.id))}
          title={guide.sit(shortName(host.id))}
          onClick={sit}
          className="control size-8 p-0"
        >
          <Plus className="size-4" strokeWidth={1.8} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
