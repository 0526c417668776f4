// A command that only turns what comes in into what goes out.
import type { Octets } from '../../base/octets.ts';
import type { Cx } from './tool.ts';

export interface Filtered {
  readonly out: Octets;
  /** Lines for the terminal: complaints. */
  readonly err?: readonly string[];
}
export interface Filter {
  /** Does it read its input? Else it would never wait for the terminal. */
  readonly waits: (args: readonly string[]) => boolean;
  readonly run: (args: readonly string[], input: Octets, cx: Cx) => Filtered;
}
export interface Stage {
  readonly name: string;
  readonly args: readonly string[];
}
