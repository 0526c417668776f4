import type { Host } from '../../../host/host.ts';
import type { Octets } from '../../../base/octets.ts';
import { vocabulary } from '../../../spec/vocabulary.ts';
import type { Calling } from '../../device/shape.ts';

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
    readonly starting: {};
    readonly upgrading: {};
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
  readonly session: Calling['session'] & {
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
  readonly signals: Calling['signals'];
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
/** Of the next command. */
export const tagOf = ({ count }: Session): string => `A${count + 1}`;
export const counted = (session: Session): Session => ({ ...session, count: session.count + 1 });
