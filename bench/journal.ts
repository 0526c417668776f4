// What somebody might have done at the console for a long time.
import type { Input } from '../src/core/kernel/world.ts';

const ME = 'you@client';
export const type = (line: string): Input => ({ type: 'type', console: ME, octets: `${line}\n` });
const LINES =
  'CAPA,USER bob,PASS correct-horse,STAT,LIST,UIDL,RETR 1,TOP 2 3,DELE 3,NOOP,RSET,RETR 6,STAT,QUIT,hosts';

/** Sessions one after the other, each line with the wait that follows it: so many inputs. */
export function journal(length: number): readonly Input[] {
  const session = ['openssl s_client -quiet -crlf -connect pop.example.com:995', ...LINES.split(',')].flatMap(
    (line): readonly Input[] => [type(line), { type: 'pass', until: 'quiet' }],
  );
  return Array.from({ length }, (_, i) => session[i % session.length] ?? { type: 'pass', until: 'quiet' });
}
