// A session as books print it: who said which line.
import type { ConnId } from '../base/ids.ts';
import { fromUtf8, type Octets } from '../base/octets.ts';
import type { Dir, TraceEvent } from './event.ts';

const VOICE: Readonly<Record<Dir, string>> = { 'a>b': 'C', 'b>a': 'S' };

/** `C: STAT` and `S: +OK 6 3163120`, one per line; what TLS hides on the wire is shown: both ends can read it. */
export function transcript(trace: readonly TraceEvent[], conn: ConnId): string {
  const unfinished: Record<Dir, Octets> = { 'a>b': '', 'b>a': '' };
  const out: string[] = [];
  for (const event of trace) {
    if (event.conn !== conn) continue;
    if (event.type === 'conn' && event.phase === 'secured') out.push('(TLS)');
    if (event.type !== 'wire') continue;
    const { dir } = event;
    const said = (unfinished[dir] + event.octets).split(/\r?\n/);
    unfinished[dir] = said.pop() ?? '';
    for (const line of said) out.push(spoken(dir, line));
  }
  for (const dir of ['a>b', 'b>a'] as const)
    if (unfinished[dir] !== '') out.push(spoken(dir, unfinished[dir]));
  return out.map((line) => `${line}\n`).join('');
}
const spoken = (dir: Dir, line: Octets): string => `${VOICE[dir]}: ${printable(fromUtf8(line))}`.trimEnd();
// eslint-disable-next-line no-control-regex -- control characters would act on whoever prints them
const printable = (line: string): string => line.replace(/[\0-\x08\x0b-\x1f\x7f]/g, '\u2423');
