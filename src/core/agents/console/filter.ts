// A command that only turns what comes in into what goes out.
import type { Octets } from '../../base/octets.ts';
import type { Cx } from './tool.ts';

export interface Filtered {
  readonly out: Octets;
  /** Complaints, for the terminal: lines. */
  readonly err?: readonly string[];
  /** They come after what goes out, not before it. */
  readonly late?: boolean;
}
export interface Filter {
  /** Does it read its input? Else it would never wait for the terminal. */
  readonly waits: (args: readonly string[]) => boolean;
  /** Words it may be given. */
  readonly words?: readonly string[];
  readonly run: (args: readonly string[], input: Octets, cx: Cx) => Filtered;
}
export interface Stage {
  readonly name: string;
  readonly args: readonly string[];
}
