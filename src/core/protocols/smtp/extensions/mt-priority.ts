import { token, type Given } from '../../../spec/grammar.ts';
import type { Extension } from '../../../spec/protocol.ts';
import { parameter, type Smtp } from '../shape.ts';
import { valueOf } from '../../../spec/forget.ts';

const asked = parameter({
  of: 'MAIL',
  name: 'MT-PRIORITY',
  from: ['ready'],
  args: token('priority', /(?:0|-?[1-9])(?!\d)/, Number, {
    rfc: '6710#7',
    expected: 'MT-PRIORITY=priority, from -9 to 9',
  }),
  rfc: '6710#4.1',
  summary: 'Which letters go first, from -9 to 9; without it, 0.',
  outcomes: {},
});
/** Has somebody asked for more than the usual, of whom nobody knows that he may (§4.1)? */
export const outranks = (given: Given, { role, user }: Smtp['session']): boolean =>
  role !== 'lmtp' && user === '' && (valueOf(given, asked) ?? 0) > 0;

export const mtPriority: Extension<Smtp> = {
  keyword: 'MT-PRIORITY',
  rfc: '6710#3',
  summary: 'Letters may have a priority in the queues.',
  adverts: () => 'MT-PRIORITY',
  parameters: [asked],
};
