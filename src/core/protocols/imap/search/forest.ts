// Who answers whom, while it is being found out.
import type { Row } from '../../../store/rows.ts';

/** Messages found are the first so many; behind them stand places for messages that are only referred to. */
export interface Forest {
  readonly rows: readonly Row[];
  /** When each of them was sent. */
  readonly sent: readonly number[];
  /** -1: nothing is above it. */
  readonly parent: number[];
  readonly kids: number[][];
}
export const isDummy = ({ rows }: Forest, at: number): boolean => at >= rows.length;
