// Hosts and links: all from the world and from who has met whom.
import type { Host } from '../host/host.ts';
import type { Fold } from './scene-fold.ts';
import type { SceneHost, SceneLink } from './scene-types.ts';

/** The same machines, the same objects: only what has changed is new. */
export function hostsOf(s: Fold, before: readonly SceneHost[] = []): readonly SceneHost[] {
  const now = Object.values(s.start.hosts).map((host, i) => hostOf(s, host, before[i]));
  return now.length === before.length && now.every((host, i) => host === before[i]) ? before : now;
}
function hostOf(s: Fold, host: Host, before: SceneHost | undefined): SceneHost {
  const now: SceneHost = {
    ...stillOf(host),
    consoles: [...s.seats].filter(([, at]) => at === host.id).map(([id]) => id),
    listeners: [...s.listeners]
      .filter(([, at]) => at.host === host.id)
      .map(([console, { port }]) => ({ console, port })),
    lit: s.lit === host.id,
  };
  return before && same(before, now) ? before : now;
}
const same = (a: SceneHost, b: SceneHost): boolean =>
  a.services === b.services &&
  a.lit === b.lit &&
  a.consoles.join() === b.consoles.join() &&
  a.listeners.length === b.listeners.length &&
  a.listeners.every(({ console, port }, i) => {
    const other = b.listeners[i];
    return console === other?.console && port === other.port;
  });
type StillHost = Omit<SceneHost, 'consoles' | 'listeners' | 'lit'>;
const stills = new WeakMap<Host, StillHost>();
/** What no event changes. */
function stillOf(host: Host): StillHost {
  const known = stills.get(host);
  if (known) return known;
  const still: StillHost = {
    id: host.id,
    address: host.addresses[0] ?? '',
    role: isServer(host) ? 'server' : 'people',
    services: Object.entries(host.services).map(([port, { machine, tls }]) => ({
      port: Number(port),
      protocol: machine,
      tls,
    })),
    store: Object.keys(host.store.mailboxes).length > 0 ? host.store.id || host.id : '',
  };
  stills.set(host, still);
  return still;
}
const isServer = ({ services, domain }: Host): boolean => Object.keys(services).length > 0 || domain !== '';

/** One per pair, whoever dialled. */
export function linksOf(s: Fold): readonly SceneLink[] {
  const order = Object.keys(s.start.hosts);
  const links = new Map<string, readonly [string, string]>();
  for (const [a, b] of s.met.values()) {
    const between =
      order.indexOf(b) >= 0 && order.indexOf(b) < order.indexOf(a) ? ([b, a] as const) : ([a, b] as const);
    links.set(between.join(' '), between);
  }
  return [...links.values()].map((between): SceneLink => {
    const here = s.conns.filter((c) => between.includes(c.from) && between.includes(c.to));
    const open = here.filter((c) => c.phase === 'open' || c.phase === 'closing');
    return {
      between,
      conns: here.map((c) => c.id),
      secure: open.length > 0 && open.every((c) => c.secure),
      cut: here.some((c) => c.phase === 'reset'),
    };
  });
}
