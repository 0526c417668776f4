// sleep as GNU coreutils reads its arguments; it is virtual time that passes.
import { SECOND, type Micros } from '../../../base/time.ts';
import { helpOf } from '../manuals.ts';
import { interrupted, over, says, stay, type Cx, type Program, type Turn } from '../tool.ts';

export interface Sleep {
  readonly program: 'sleep';
  readonly until: Micros;
}
const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };
/** A century: more would leave the calendar nothing to count with. */
const MOST = 36_525 * 86_400;
const TRY = "Try 'sleep --help' for more information.";

const seconds = (text: string): number | undefined => {
  const [, number, unit = ''] = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) * (UNITS[unit] ?? 1);
};
export function startSleep(args: readonly string[], cx: Cx): Turn<Sleep> {
  const option = args.find((arg) => /^-./.test(arg));
  if (option === '--help') return over([{ octets: helpOf('sleep'), by: 'tool' }]);
  if (option === '--version') return over([says('sleep: --version: not simulated here')]);
  if (option?.startsWith('--')) return over([says(`sleep: unrecognized option '${option}'`, TRY)]);
  if (option !== undefined) return over([says(`sleep: invalid option -- '${option.charAt(1)}'`, TRY)]);
  if (args.length === 0) return over([says('sleep: missing operand', TRY)]);
  const wrong = args.find((arg) => (seconds(arg) ?? MOST + 1) > MOST);
  if (wrong !== undefined)
    return over([says(`sleep: invalid time interval \xe2\x80\x98${wrong}\xe2\x80\x99`, TRY)]);
  const total = args.reduce((sum, arg) => sum + (seconds(arg) ?? 0), 0);
  const until = cx.now + Math.round(Math.min(MOST, total) * SECOND);
  return until <= cx.now ? over() : stay({ program: 'sleep', until }, [], [{ type: 'wait', until }]);
}
export const sleep: Program<Sleep> = {
  on: (state, stir, cx) => {
    if (stir.type === 'interrupt') return over([interrupted], [{ type: 'wait', until: -1 }]);
    return stir.type === 'due' && cx.now >= state.until ? over() : stay(state);
  },
  reads: () => false,
  mode: () => ({ program: 'sleep', phase: 'waiting', eol: 'lf', tls: false }),
};
