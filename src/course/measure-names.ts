// Does everything a question reads off the learner's session exist?
import type { World } from '../core/kernel/world.ts';
import { readers } from '../core/trace/protocols.ts';
import type { Measure } from './lesson.ts';
import { hostProblems, mailboxProblems, verbProblems, type NameProblem } from './names.ts';
import { thereAre } from './there-are.ts';

export function measureProblems(measure: Measure, world: World): readonly NameProblem[] {
  if ('octets' in measure) return measure.to === undefined ? [] : hostProblems(measure.to, world, ['to']);
  if ('connections' in measure) return hostProblems(measure.connections, world, ['connections']);
  if ('commands' in measure) return protocolProblems(measure.commands);
  if ('lines' in measure) return verbProblems(measure.lines, ['lines']);
  return 'header' in measure ? mailboxProblems(measure.in, world, ['in']) : [];
}
const protocolProblems = (protocol: string): readonly NameProblem[] =>
  protocol === '*' || readers.names.includes(protocol)
    ? []
    : [
        {
          path: ['commands'],
          message: `there is no protocol ${protocol}${thereAre(protocol, readers.names)}`,
        },
      ];
