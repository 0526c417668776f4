// A pipe whose first command reads the terminal until Ctrl-D.
import type { Octets } from '../../../base/octets.ts';
import { interrupted, over, stay, type Program } from '../tool.ts';
import type { Stage } from '../filter.ts';
import { flow } from '../filters.ts';

export interface Filtering {
  readonly program: 'filter';
  readonly stages: readonly Stage[];
  readonly input: Octets;
}
export const filtering: Program<Filtering> = {
  on(state, stir, cx) {
    if (stir.type === 'interrupt') return over([interrupted]);
    if (stir.type === 'line')
      return stay({ ...state, input: state.input + stir.text + (stir.ended ? '\n' : '') });
    return stir.type === 'end' ? over(flow(state.stages, state.input, cx)) : stay(state);
  },
  reads: () => true,
  mode: () => ({ program: 'filter', phase: 'open', eol: 'lf', tls: false }),
};
