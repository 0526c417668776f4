import { ChevronRight, Server, UserRound } from 'lucide-react';
import { Link } from '../shell/route.tsx';
import { SWITCHES } from '../../app/changes.ts';
import type { Host } from '../../core/host/host.ts';
import { captionOf } from '../cast/words.ts';
import { shortName } from '../shell/words.ts';
import { Section } from './parts.tsx';
import { useWorld } from './useWorld.ts';
import { words } from './words.ts';

const isServer = ({ services, domain }: Host): boolean => Object.keys(services).length > 0 || domain !== '';
const turnedOn = ({ policy }: Host): number =>
  SWITCHES.filter(({ name, usual }) => JSON.stringify(policy[name]) !== JSON.stringify(usual)).length;

function Machine({ host }: { host: Host }) {
  const server = isServer(host);
  const Icon = server ? Server : UserRound;
  const turned = server ? turnedOn(host) : 0;
  const caption = captionOf(host.id);
  const twins = host.id.split('.').length > 2 ? host.id.split('.').slice(1).join('.') : host.domain;
  return (
    <li className="border-t border-line">
      <Link
        href={`/world/at/${host.id}`}
        aria-label={words.open(host.id)}
        className="group flex items-center gap-3 py-2 hover:bg-raised"
      >
        <Icon
          className={`size-4 shrink-0 ${server ? 'text-server' : 'text-client'}`}
          strokeWidth={1.7}
          aria-hidden="true"
        />
        <span className="min-w-0 flex-1">
          <span className="block font-[560] wrap-anywhere" translate="no" data-wire="">
            {shortName(host.id)} <span className="font-normal text-soft">{twins}</span>
          </span>
          {caption !== '' && <span className="block text-small text-soft">{caption}</span>}
          {turned > 0 && <span className="block text-small text-soft">{words.turned(turned)}</span>}
        </span>
        <ChevronRight
          className="size-4 shrink-0 text-faint group-hover:text-text"
          strokeWidth={1.8}
          aria-hidden="true"
        />
      </Link>
    </li>
  );
}
/** Everybody in this world, by what they are for. */
export function MachineList() {
  const world = useWorld();
  const hosts = Object.values(world?.hosts ?? {});
  const group = (title: string, of: readonly Host[]) => (
    <Section title={title}>
      <ul>
        {of.map((host) => (
          <Machine key={host.id} host={host} />
        ))}
      </ul>
    </Section>
  );
  return (
    <div className="grid grid-cols-1 gap-5">
      {group(words.servers, hosts.filter(isServer))}
      {group(
        words.desks,
        hosts.filter((host) => !isServer(host)),
      )}
    </div>
  );
}
