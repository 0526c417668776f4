import type { Doubt } from '../../app/advice.ts';
import type { Messages } from '../messages/en.ts';
import type { LateMessages } from '../messages/late.ts';

type Words = LateMessages['doubt'];
/** Why a line will not be obeyed, and what would come first, in words. */
export function doubtWords(doubt: Doubt, m: Words, declared: Messages['declared']): string {
  if (doubt.kind === 'unknown') return m.unknown(doubt.verb);
  if (doubt.kind === 'not-offered')
    return doubt.secure === '' ? m.notOffered(doubt.verb) : m.readable(doubt.verb, doubt.secure);
  if (doubt.kind === 'expected') return m.expected(declared(doubt.expected));
  const { verb, state, secure, ways } = doubt;
  const notNow = m.notNow(verb, declared(state));
  const [first, ...others] = ways.map((verbs) => m.way(verbs));
  if (first === undefined) return notNow;
  const all = others.reduce((before, way) => m.or(before, way), first);
  return `${notNow} ${secure === '' ? m.before(all) : m.secureFirst(secure, all)}`;
}
