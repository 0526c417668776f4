import type { LegalVerb } from '../../core/spec/describe.ts';
import type { Messages } from '../messages/en.ts';

/** Why a verb must wait. */
export function reason({ why }: LegalVerb, { machine }: Messages): string {
  if (!why || why.kind === 'unknown') return machine.notHere;
  if (why.kind === 'notOffered')
    return why.secure === undefined ? machine.notOffered(why.by) : machine.securely(why.secure, '');
  if (why.unlock.length === 0) return machine.notHere;
  const ways = why.unlock.map((way) => way.join(', ')).join(machine.or);
  return why.secure === undefined ? machine.after(ways) : machine.securely(why.secure, ways);
}
