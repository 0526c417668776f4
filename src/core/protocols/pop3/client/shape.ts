import type { Item } from '../../../host/device/maildrop.ts';
import type { Host } from '../../../host/host.ts';
import { vocabulary } from '../../../spec/vocabulary.ts';
import type { Calling } from '../../device/shape.ts';

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
    readonly starting: {};
    readonly upgrading: {};
    readonly naming: {};
    readonly proving: {};
    readonly listing: {};
    readonly fetching: Round;
    readonly deleting: Round;
    readonly leaving: {};
  };
  readonly session: Calling['session'] & {
    /** Marked for deletion in this session. */
    readonly marked: readonly string[];
  };
  readonly host: Host;
  readonly signals: Calling['signals'];
  readonly effect: never;
  readonly fact: never;
  readonly traits: {};
}
export const { command, signal } = vocabulary<Collecting>();
