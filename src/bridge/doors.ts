// Which real port leads to which service of the world.
import type { HostId } from '../core/base/ids.ts';
import type { Hosts, Service } from '../core/host/host.ts';

export interface Door extends Service {
  readonly host: HostId;
  /** Where the world knows the service. */
  readonly port: number;
  /** Where real clients find it; 0: any free port. */
  readonly at: number;
  /** Another host with this port comes first: where the place is taken, the bridge does without this door. */
  readonly spare: boolean;
}
const STRIDE = 10_000;
const LAST = 65_535;

/**
 * Every service at its port + `offset`. Where several hosts have the same port, the hosts of `domains` come first, in that
 * order, and each next host is 10,000 higher, as far as there are ports: who comes after that has no door. Throws when not
 * even the first has one, or nobody keeps the mail of a domain.
 */
export function doorsOf(hosts: Hosts, offset: number, domains: readonly string[] = []): readonly Door[] {
  const all = Object.values(hosts);
  const stranger = domains.find((name) => !all.some(({ domain }) => domain === name));
  if (stranger !== undefined) throw new Error(`no host of this scenario keeps the mail of ${stranger}`);
  const rank = (domain: string): number =>
    domains.includes(domain) ? domains.indexOf(domain) : domains.length;
  const taken = new Map<number, number>();
  return all
    .toSorted((a, b) => rank(a.domain) - rank(b.domain))
    .flatMap(({ id, services }) =>
      Object.entries(services).flatMap(([key, service]): readonly Door[] => {
        const port = Number(key);
        const before = taken.get(port) ?? 0;
        taken.set(port, before + 1);
        const at = port + offset + before * STRIDE;
        if (at >= 1 && at <= LAST) return [{ ...service, host: id, port, at, spare: before > 0 }];
        if (before > 0) return [];
        throw new Error(`port ${port} of ${id} would be ${at}, which is no port: choose another --offset`);
      }),
    );
}
