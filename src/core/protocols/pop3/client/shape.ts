import type { Device } from '../../../host/device/device.ts';
import type { Item } from '../../../host/device/maildrop.ts';
import type { Host } from '../../../host/host.ts';
import type { Happening, Insecure, Refused, WorldSignals } from '../../../spec/machine.ts';
import { vocabulary, type Cx, type Patch } from '../../../spec/protocol.ts';

/** One letter at a time. */
export interface Round {
  readonly item: Item;
  readonly left: readonly Item[];
}
/** The client's side of POP3: what it hears are `+OK` and `-ERR`, what it says are commands. */
export interface Collecting {
  readonly states: {
    readonly connecting: {};
    readonly securing: {};
    readonly greeting: {};
    readonly asking: {};
    readonly naming: {};
    readonly proving: {};
    readonly listing: {};
    readonly fetching: Round;
    readonly deleting: Round;
    readonly leaving: {};
  };
  readonly session: {
    /** TLS comes first here. */
    readonly secure: boolean;
    /** Marked for deletion in this session. */
    readonly marked: readonly string[];
  };
  readonly host: Host;
  readonly signals: WorldSignals & {
    readonly refused: Refused;
    readonly insecure: Insecure;
    readonly late: Happening;
    readonly endless: string;
  };
  readonly effect: never;
  readonly fact: never;
  readonly traits: {};
}
export const { command, signal } = vocabulary<Collecting>();

type Place = Pick<Cx<Collecting>, 'host'>;
/** The device this client was sent out by. */
export function deviceOf({ host }: Place): Device {
  if (!host.device) throw new Error(`${host.id} has no mail client`);
  return host.device;
}
export const changed = (cx: Place, set: Partial<Device>): Pick<Patch<Collecting>, 'host'> => ({
  host: { ...cx.host, device: { ...deviceOf(cx), ...set } },
});
