import type { Device, Trouble } from '../../host/device/device.ts';
import type { Host } from '../../host/host.ts';
import type { ClientSignals } from '../../spec/machine.ts';
import { vocabulary } from '../../spec/vocabulary.ts';

/** What every client has that reads mail for a device, whatever it speaks. */
export interface Calling {
  readonly states: Readonly<Record<string, object>>;
  readonly session: {
    /** TLS comes first here. */
    readonly secure: boolean;
    /** TLS is to be asked for, and is not there yet. */
    readonly upgrade: boolean;
  };
  readonly host: Host;
  readonly signals: ClientSignals;
  readonly effect: never;
  readonly fact: never;
  readonly traits: {};
}
export const { signal } = vocabulary<Calling>();

export interface Place {
  readonly host: Host;
}
/** The device this client was sent out by. */
export function deviceOf({ host }: Place): Device {
  if (!host.device) throw new Error(`${host.id} has no mail client`);
  return host.device;
}
export const withDevice = ({ host }: Place, device: Device): Host =>
  device === host.device ? host : { ...host, device };
export const changed = (cx: Place, set: Partial<Device>): Place => ({
  host: withDevice(cx, { ...deviceOf(cx), ...set }),
});
/** The talk is at its end. */
export const over = (cx: Place, trouble: Trouble | null): Place => changed(cx, { line: 'no', trouble });
