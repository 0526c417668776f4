import type { EngineState } from '../../app/state.ts';
import type { Change } from '../../core/host/change.ts';

export interface Done {
  readonly change: Change;
  /** What would have been right; '': it was done. */
  readonly expected: string;
  /** Index in the trace. */
  readonly event: number;
  /** Index among the inputs. */
  readonly input: number;
  /** Nothing was done after it. */
  readonly latest: boolean;
}
/** Every change among the first `count` events, oldest first. */
export function changesIn({ timeline, trace }: EngineState, count: number): readonly Done[] {
  const { inputs, ends } = timeline;
  const last = inputs.findLastIndex(({ type }) => type !== 'pass');
  return trace.slice(0, count).flatMap((event, index): Done[] => {
    if (event.type !== 'turned') return [];
    const input = ends.findIndex((end) => end > index) - 1;
    const { change, expected } = event;
    return [{ change, expected, event: index, input, latest: input === last }];
  });
}
