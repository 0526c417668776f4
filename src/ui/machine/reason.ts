import type { LegalVerb } from '../../core/spec/describe.ts';
import { part } from '../messages/part.ts';
import { sidesWords } from '../messages/sides.ts';

const m = part(sidesWords, 'sides');

/** Why a verb must wait. */
export function reason({ why }: LegalVerb): string {
  if (!why || why.kind === 'unknown') return m.notHere;
  if (why.kind === 'notOffered')
    return why.secure === undefined ? m.notOffered(why.by) : m.securely(why.secure, '');
  if (why.unlock.length === 0) return m.notHere;
  const ways = why.unlock.map((way) => way.join(', ')).join(m.or);
  return why.secure === undefined ? m.after(ways) : m.securely(why.secure, ways);
}
