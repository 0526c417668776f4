// What a program that holds the terminal is: it hears of the network and of what is typed, and shows, sends or ends.
import type { ConnId, ConsoleId } from '../../base/ids.ts';
import type { Octets } from '../../base/octets.ts';
import type { Micros } from '../../base/time.ts';
import type { Host } from '../../host/host.ts';
import type { History } from './history.ts';
import type { Effect, Happening } from '../../spec/machine.ts';

/** What a program may look at. */
export interface Cx {
  readonly id: ConsoleId;
  readonly host: Host;
  /** What the shell was told. */
  readonly history: History;
  readonly conn: ConnId;
  readonly now: Micros;
  /** Unix seconds at `now` 0. */
  readonly epoch: number;
  readonly seed: number;
}
/** What is typed, as a terminal in canonical mode hands it over, and what the network does. */
export type Stir =
  | Exclude<Happening, { readonly type: 'typed' }>
  /** `ended`: Enter was pressed; else Ctrl-D handed the line over as it was. */
  | { readonly type: 'line'; readonly text: Octets; readonly ended: boolean }
  /** Ctrl-D on an empty line, or the end of a pipe. */
  | { readonly type: 'end'; readonly of: 'terminal' | 'pipe' }
  /** Ctrl-C. */
  | { readonly type: 'interrupt' }
  /** Ctrl-]. */
  | { readonly type: 'escape' };
export interface Shown {
  readonly octets: Octets;
  readonly by: 'server' | 'tool';
}
/** One move of a program. State null: it is over, and the shell has the terminal again. */
export interface Turn<S> {
  readonly state: S | null;
  readonly shown: readonly Shown[];
  readonly effects: readonly Effect[];
}
export interface Mode {
  readonly program:
    | 'shell'
    | 'telnet'
    | 'nc'
    | 's_client'
    | 'gnutls-cli'
    | 'sleep'
    | 'filter'
    | 'token'
    | 'dig'
    | 'host'
    | 'nslookup';
  readonly phase: 'idle' | 'connecting' | 'open' | 'handshake' | 'waiting';
  readonly host?: string;
  readonly port?: number;
  /** How Enter goes out. */
  readonly eol: 'crlf' | 'lf';
  readonly tls: boolean;
}
/** A program's name is the tag of its state. */
export interface Program<S> {
  on(state: S, stir: Stir, cx: Cx): Turn<S>;
  /** Does it read what is typed now? Else it waits in the terminal. */
  reads(state: S): boolean;
  mode(state: S): Mode;
}

const NOTHING: readonly never[] = [];
/** The tool's own words: lines without their LF. */
export const says = (...lines: readonly string[]): Shown => ({
  octets: lines.map((line) => `${line}\n`).join(''),
  by: 'tool',
});
export const heard = (octets: Octets): Shown => ({ octets, by: 'server' });
export const stay = <S>(
  state: S,
  shown: readonly Shown[] = NOTHING,
  effects: readonly Effect[] = NOTHING,
): Turn<S> => ({ state, shown, effects });
export const over = (
  shown: readonly Shown[] = NOTHING,
  effects: readonly Effect[] = NOTHING,
): Turn<never> => ({
  state: null,
  shown,
  effects,
});
export const hangUp: Effect = { type: 'close', how: 'close' };
/** What the terminal shows for Ctrl-C. */
export const interrupted = says('^C');
/** The line as this program sends it. A pipe may hand over several at once. */
export const sent = (line: Stir & { readonly type: 'line' }, eol: '\r\n' | '\n'): Effect => ({
  type: 'send',
  octets: (line.text.includes('\n') ? line.text.replaceAll('\n', eol) : line.text) + (line.ended ? eol : ''),
});
