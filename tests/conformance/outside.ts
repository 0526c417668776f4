// A world behind real sockets on this machine, for clients that know nothing of us.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBridge, type Bridge } from '../../src/bridge/bridge.ts';
import { newAuthority } from '../../src/bridge/cert.ts';
import { doorsOf } from '../../src/bridge/doors.ts';
import { MINUTE } from '../../src/core/base/time.ts';
import { withHost } from '../../src/core/host/host.ts';
import type { World } from '../../src/core/kernel/world.ts';
import { standard } from '../../src/core/scenario/catalogue/standard/standard.ts';
import { stopAll } from './tool.ts';

export interface Outside {
  readonly bridge: Bridge;
  readonly authority: ReturnType<typeof newAuthority>;
  /** A folder of this world's own. */
  readonly folder: string;
  /** The file with the certificate to trust. */
  readonly ca: string;
  readonly portOf: (host: string, port: number) => number;
  readonly close: () => Promise<void>;
}
/** `domains`: whose hosts come first where several have the same port. */
export async function outsideOf(
  world: World = standard(),
  domains: readonly string[] = [],
): Promise<Outside> {
  const folder = mkdtempSync(join(tmpdir(), 'mailwire-'));
  const ca = join(folder, 'ca.pem');
  const authority = newAuthority();
  writeFileSync(ca, authority.certificate);
  const doors = doorsOf(world.hosts, 0, domains).map((door) => ({ ...door, at: 0 }));
  const bridge = await openBridge(world, doors, '127.0.0.1', authority);
  return {
    bridge,
    authority,
    folder,
    ca,
    portOf: (host, port) => bridge.doors.find((door) => door.port === port && door.host === host)?.at ?? 0,
    close: async () => {
      stopAll();
      await bridge.close();
      rmSync(folder, { recursive: true });
    },
  };
}
/** bob has two tokens there: one that will be good for as long as a test takes, and one that was. */
export function withTokens(world: World, id: string): World {
  const host = world.hosts[id];
  if (!host) throw new Error(`no ${id}`);
  const tokens = {
    good: { user: 'bob', expires: 60 * MINUTE },
    old: { user: 'bob', expires: 0 },
  };
  return { ...world, hosts: withHost(world.hosts, { ...host, store: { ...host.store, tokens } }) };
}
