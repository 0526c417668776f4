// Every world there is to begin in, by name.
import type { Host } from '../../host/host.ts';
import type { World } from '../../kernel/world.ts';
import { newMailbox } from '../../store/mailbox.ts';
import { manyMessages } from './many-messages.ts';
import { standard } from './standard/standard.ts';
import { twoDevices } from './two-devices.ts';
import { VARIATIONS, varied } from './variations.ts';

/** Undefined: there is no such world. */
export function worldNamed(name: string): World | undefined {
  if (name === 'standard') return standard();
  if (name === 'many-messages') return manyMessages();
  if (name === 'two-devices') return twoDevices();
  if (name === 'empty') return emptied(standard());
  const own = Object.entries(VARIATIONS).find(([known]) => known === name);
  return own && varied(own[1]);
}
/** The same machines and people, and not one letter. Hosts that share a store go on sharing it. */
function emptied(world: World): World {
  const stores = new Map<Host['store'], Host['store']>();
  const empty = ({ store }: Host): Host['store'] => {
    const known = stores.get(store);
    if (known) return known;
    const boxes = Object.entries(store.mailboxes);
    const fresh = {
      ...store,
      mailboxes: Object.fromEntries(
        boxes.map(([name, { uidValidity, id, uses }]) => [name, newMailbox(uidValidity, id, uses)]),
      ),
    };
    stores.set(store, fresh);
    return fresh;
  };
  const hosts = Object.entries(world.hosts).map(([id, host]) => [id, { ...host, store: empty(host) }]);
  return { ...world, hosts: Object.fromEntries(hosts) };
}
