import type { Device } from '../../../host/device/device.ts';
import type { Host } from '../../../host/host.ts';
import type { Octets } from '../../../base/octets.ts';
import type { Happening, Insecure, Refused, WorldSignals } from '../../../spec/machine.ts';
import { vocabulary, type Cx } from '../../../spec/protocol.ts';

/** What was asked for last. */
export type Doing = 'fetch' | 'flag' | 'move' | 'copy' | 'mark' | 'expunge' | 'create' | 'append';
/** The mailbox that is open, as this session was told of it. */
export interface Open {
  /** '': none is. */
  readonly name: Octets;
  readonly exists: number;
  readonly uidValidity: number;
  readonly uidNext: number;
  readonly modseq: number;
  /** UIDs told since the last command. */
  readonly told: readonly number[];
  /** It was opened with QRESYNC: what has changed is told without being asked for. */
  readonly resynced: boolean;
}
/** The client's side of IMAP: what it hears are responses, what it says are commands. */
export interface Browsing {
  readonly states: {
    readonly connecting: {};
    readonly securing: {};
    readonly greeting: {};
    readonly proving: {};
    readonly asking: {};
    readonly enabling: {};
    readonly listing: {};
    readonly selecting: {};
    readonly comparing: {};
    readonly heading: {};
    readonly working: { readonly doing: Doing };
    readonly filing: {};
    readonly listening: {};
    readonly rousing: {};
    readonly leaving: {};
  };
  readonly session: {
    /** TLS comes first here. */
    readonly secure: boolean;
    /** Commands so far: the number in the next one's tag. */
    readonly count: number;
    readonly can: readonly string[];
    readonly qresync: boolean;
    /** Mailboxes that LIST has named. */
    readonly listed: readonly Octets[];
    readonly open: Open;
    /** A mailbox was made for what is to be filed or moved there: once is enough. */
    readonly made: Octets;
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
export const { command, signal } = vocabulary<Browsing>();
export type Session = Browsing['session'];

export const nowhere: Open = {
  name: '',
  exists: 0,
  uidValidity: 0,
  uidNext: 1,
  modseq: 0,
  told: [],
  resynced: false,
};
type Place = Pick<Cx<Browsing>, 'host'>;
/** The device this client was sent out by. */
export function deviceOf({ host }: Place): Device {
  if (!host.device) throw new Error(`${host.id} has no mail client`);
  return host.device;
}
export const withDevice = ({ host }: Place, device: Device): Host =>
  device === host.device ? host : { ...host, device };
export const changed = (cx: Place, set: Partial<Device>): { readonly host: Host } => ({
  host: withDevice(cx, { ...deviceOf(cx), ...set }),
});
/** Of the next command. */
export const tagOf = ({ count }: Session): string => `A${count + 1}`;
export const counted = (session: Session): Session => ({ ...session, count: session.count + 1 });
