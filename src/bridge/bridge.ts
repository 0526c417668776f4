// The world's doors on real sockets. The bridge adds no behaviour: what is said and when is the engine's.
import type { ConnId, HostId } from '../core/base/ids.ts';
import type { World } from '../core/kernel/world.ts';
import type { TraceEvent } from '../core/trace/event.ts';
import type { Authority } from './cert.ts';
import { welcome, type House } from './client.ts';
import type { Door } from './doors.ts';
import { runLive } from './live.ts';
import { listenAt } from './servers.ts';

export interface Bridge {
  /** Those that are open, with the ports that were really taken. */
  readonly doors: readonly Door[];
  readonly world: () => World;
  /** Each session hears it in its protocol's own words; resolves when all sockets are closed. */
  readonly close: () => Promise<void>;
}
/** How long clients may take to read the last words, in milliseconds. */
const FAREWELL = 2000;

const nobody = (): void => undefined;

/** Rejects when an address is taken that is not spare. `witness` is told all that happens. */
export async function openBridge(
  start: World,
  doors: readonly Door[],
  address: string,
  authority: Authority,
  witness: (event: TraceEvent) => void = nobody,
): Promise<Bridge> {
  const heard = new Map<ConnId, (event: TraceEvent) => void>();
  const live = runLive(start, (event) => {
    witness(event);
    heard.get(event.conn)?.(event);
  });
  const from = somebody(start);
  const houseOf = ({ host, port, tls }: Door): House => ({
    implicit: tls === 'implicit',
    identity() {
      const certificate = live.world().hosts[host]?.policy.certificate ?? 'good';
      return { context: authority.contextFor(host, certificate), certificate };
    },
    enter(settled, hear) {
      const conn = live.world().lastConn + 1;
      heard.set(conn, hear);
      live.dispatch({ type: 'outside', event: { type: 'open', from, to: host, port, tls: settled } });
      return conn;
    },
    tell: (event) => live.dispatch({ type: 'outside', event }),
    foresee: (event) => live.foresee({ type: 'outside', event }),
    wait: live.wait,
    leave: (conn) => heard.delete(conn),
  });
  const houses = new Map(doors.map((door) => [door, houseOf(door)]));
  const servers = await listenAt(address, doors, (socket, door) => {
    const house = houses.get(door);
    if (house) welcome(socket, house);
  });
  return {
    doors: servers.doors,
    world: live.world,
    async close() {
      const left = servers.close(FAREWELL);
      for (const host of Object.keys(start.hosts))
        live.dispatch({ type: 'outside', event: { type: 'shutdown', host } });
      await left;
      live.stop();
    },
  };
}

/** Real clients come from where people sit. */
const somebody = (world: World): HostId =>
  world.consoles[0]?.host ?? Object.values(world.hosts).find(({ domain }) => domain === '')?.id ?? '';
