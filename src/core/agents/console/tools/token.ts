// token: what a program that asks the user to log in on a page would come back with. Here the directory asks nothing.
import { civil, SECOND } from '../../../base/time.ts';
import { helpOf } from '../manuals.ts';
import { interrupted, over, says, stay, type Cx, type Program, type Turn } from '../tool.ts';

export interface TokenAsked {
  readonly program: 'token';
  readonly user: string;
}
const two = (n: number): string => String(n).padStart(2, '0');
function clock(unix: number): string {
  const { hour, minute, second } = civil(unix);
  return [hour, minute, second].map(two).join(':');
}
export function startToken(args: readonly string[], _cx: Cx): Turn<TokenAsked> {
  const [user = '', ...more] = args;
  if (user === '--help') return over([{ octets: helpOf('token'), by: 'tool' }]);
  if (user === '' || user.startsWith('-') || more.length > 0) return over([says('usage: token USER')]);
  return stay({ program: 'token', user }, [], [{ type: 'issue', user }]);
}
export const token: Program<TokenAsked> = {
  on(state, stir, { epoch }) {
    if (stir.type === 'interrupt') return over([interrupted]);
    if (stir.type !== 'issued') return stay(state);
    if (stir.token === undefined)
      return over([says(`token: no user ${state.user} on any server one can reach from here`)]);
    const until = clock(epoch + Math.floor(stir.expires / SECOND));
    return over([says(stir.token, `Good for ${state.user} until ${until} UTC, an hour from now.`)]);
  },
  reads: () => false,
  mode: () => ({ program: 'token', phase: 'waiting', eol: 'lf', tls: false }),
};
