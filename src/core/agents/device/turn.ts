// One moment of a mail client being worked on: local, mutable, gone when it is over.
import type { EventId } from '../../base/ids.ts';
import type { Device } from '../../host/device/device.ts';
import type { Host } from '../../host/host.ts';
import type { QueueFact } from '../../host/spool.ts';
import type { Caused, Effect, Env, Moved, Told } from '../../spec/machine.ts';

export interface Turn {
  readonly env: Env<Host>;
  host: Host;
  device: Device;
  readonly told: Told[];
  readonly effects: Caused[];
}
export const begin = (env: Env<Host>, device: Device): Turn => ({
  env,
  host: env.host,
  device,
  told: [],
  effects: [],
});
export function end({ host, device, told, effects }: Turn): Moved<null, Host> {
  return { state: null, host: host.device === device ? host : { ...host, device }, effects, told };
}
export const put = (t: Turn, set: Partial<Device>): void => {
  t.device = { ...t.device, ...set };
};
export function tell({ env, told }: Turn, fact: QueueFact): EventId {
  const id = env.next + told.length;
  told.push({ type: 'fact', id, at: env.now, cause: env.cause, conn: 0, host: env.place, fact });
  return id;
}
export const perform = ({ env, effects }: Turn, effect: Effect, cause: EventId = env.cause): void => {
  effects.push({ effect, cause });
};
