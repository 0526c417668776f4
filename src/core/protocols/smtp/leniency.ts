// What a host may tolerate, each with its name and the rule it bends.
import type { Policy } from '../../host/policy.ts';
import type { Leniency } from '../../spec/protocol.ts';
import type { Path } from './path.ts';
import type { Smtp } from './shape.ts';

export const commandLf: Leniency<Smtp> = {
  name: 'commandLf',
  rfc: '5321#2.3.8',
  summary: 'A bare LF ends a command as CR LF does.',
  tolerated: ({ policy }) => policy.commandLf === 'accept',
};
export const lfTolerant: Leniency<Smtp> = {
  name: 'lfTolerant',
  rfc: '5321#2.3.8',
  summary: 'A bare LF ends a line of a letter, and so a dot between two of them ends the letter.',
  tolerated: ({ policy }) => policy.lfTolerant,
};
export const aheadOfTls: Leniency<Smtp> = {
  name: 'aheadOfTls',
  rfc: '3207#4.2',
  summary: 'What has come in before TLS is obeyed after it: whoever sits between may have said it.',
  tolerated: ({ policy }) => policy.aheadOfTls === 'obeyed',
};
const looseSpace: Leniency<Smtp> = {
  name: 'looseSpace',
  rfc: '5321#3.3',
  summary: 'A space may stand between FROM: or TO: and the address.',
  tolerated: ({ policy }) => policy.looseSpace,
};
const looseBrackets: Leniency<Smtp> = {
  name: 'looseBrackets',
  rfc: '5321#4.1.1.2',
  summary: 'An address may come without its angle brackets.',
  tolerated: ({ policy }) => policy.looseBrackets,
};
const looseHello: Leniency<Smtp> = {
  name: 'looseHello',
  rfc: '5321#4.1.1.1',
  summary: 'A client may call itself what it likes.',
  tolerated: ({ policy }) => policy.looseHello,
};
export const leniency: readonly Leniency<Smtp>[] = [
  commandLf,
  lfTolerant,
  aheadOfTls,
  looseSpace,
  looseBrackets,
  looseHello,
];
/** Is the path written in a way this host does not tolerate? */
export const isLoose = (policy: Policy, loose: Path['loose']): boolean =>
  (loose === 'space' && !policy.looseSpace) || (loose === 'brackets' && !policy.looseBrackets);
export const expectedOf = ({ loose }: Path): string =>
  loose === 'space' ? 'no space after the colon' : 'the address goes between < and >';
