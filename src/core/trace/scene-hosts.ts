// Hosts and links: all from the world and from who has met whom.
import type { Host } from '../host/host.ts';
import type { Fold } from './scene-fold.ts';
import type { SceneHost, SceneLink } from './scene-types.ts';

export const hostsOf = (s: Fold): readonly SceneHost[] =>
  Object.values(s.start.hosts).map((host): SceneHost => {
    const services = Object.entries(host.services).map(([port, { machine, tls }]) => ({
      port: Number(port),
      protocol: machine,
      tls,
    }));
    return {
      id: host.id,
      address: host.addresses[0] ?? '',
      role: isServer(host) ? 'server' : 'people',
      consoles: [...s.seats].filter(([, at]) => at === host.id).map(([id]) => id),
      services,
      store: Object.keys(host.store.mailboxes).length > 0 ? host.store.id || host.id : '',
      listeners: [...s.listeners]
        .filter(([, at]) => at.host === host.id)
        .map(([console, { port }]) => ({ console, port })),
      lit: s.lit === host.id,
    };
  });
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
