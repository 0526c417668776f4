import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link } from '../shell/route.tsx';
import { useEngine } from '../../app/useEngine.ts';
import type { Host } from '../../core/host/host.ts';
import type { World } from '../../core/kernel/world.ts';
import { captionOf } from '../cast/words.ts';
import { fromUtf8 } from '../shell/utf8.ts';
import { shortName } from '../shell/words.ts';
import { Lists } from './Lists.tsx';
import { OnTheWay } from './OnTheWay.tsx';
import { Aliases, People } from './People.tsx';
import { Field, Section, submitted, Wrong } from './parts.tsx';
import { Switches } from './Switches.tsx';
import { tryChange, useWorld } from './useWorld.ts';
import { words } from './words.ts';

/** What it is for, in a line. */
function purpose({ hosts }: World, host: Host): string {
  if (host.domain === '') return words.passes;
  const others = Object.values(hosts)
    .filter(({ id, store }) => id !== host.id && store.id !== '' && store.id === host.store.id)
    .map(({ id }) => shortName(id));
  const keeps = words.keeps(fromUtf8(host.domain));
  return others.length === 0 ? keeps : words.also(keeps, words.shares(others));
}
/** How far it is to the machine one sits at. */
function Cable({ world, host }: { world: World; host: Host }) {
  const [expected, tell] = useState('');
  const focus = useEngine((s) => s.console);
  const seat = world.consoles.find(({ id }) => id === focus) ?? world.consoles[0];
  const desk = seat && world.hosts[seat.host];
  if (!desk || desk.id === host.id) return null;
  const key = [host.id, desk.id].toSorted().join('|');
  const { latency } = world.links[key] ?? world.link;
  const set = submitted((field) => {
    const ms = Number(field('latency'));
    tell(tryChange({ type: 'link', between: [host.id, desk.id], set: { latency: ms * 1000 } }));
  });
  return (
    <Section title={words.cable}>
      <form onSubmit={set} className="flex items-end gap-2 border-t border-line pt-2.5">
        <Field
          label={words.latency(shortName(desk.id))}
          name="latency"
          type="number"
          value={String(latency / 1000)}
        />
        <button type="submit" className="control">
          {words.setQuota}
        </button>
      </form>
      <Wrong expected={expected} />
    </Section>
  );
}

/** One machine: who has mail there, what its administrator decided, how far away it is. */
export function MachinePage({ id }: { id: string }) {
  const world = useWorld();
  const host = world && Object.hasOwn(world.hosts, id) ? world.hosts[id] : undefined;
  const back = (
    <Link
      href="/world"
      className="inline-flex touch:min-h-6 items-center gap-1.5 text-small text-soft hover:text-text"
    >
      <ArrowLeft className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
      {words.back}
    </Link>
  );
  if (!world) return null;
  if (!host)
    return (
      <div className="grid gap-3">
        {back}
        <p className="text-soft">{words.missing}</p>
      </div>
    );
  const server = Object.keys(host.services).length > 0;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div>
        {back}
        <h3 className="mt-2 text-lead font-[640] wrap-anywhere" translate="no" data-wire="">
          {host.id}
        </h3>
        <p className="mono text-tiny text-soft" translate="no" data-wire="">
          {host.addresses.join(' ')}
        </p>
        <p className="mt-1 text-small">{captionOf(host.id)}</p>
        <p className="mt-1 text-small text-soft">{purpose(world, host)}</p>
      </div>
      {host.domain !== '' && <People host={host} />}
      {host.domain !== '' && <Aliases host={host} />}
      {host.domain !== '' && <Lists host={host} />}
      <Cable world={world} host={host} />
      <OnTheWay world={world} host={host} />
      {server && <Switches host={host} />}
    </div>
  );
}
