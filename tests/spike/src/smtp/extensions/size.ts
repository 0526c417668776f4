import { number } from '../../../../../src/core/spec/grammar.ts';
import type { Extension } from '../../../../../src/core/spec/protocol.ts';
import { parameter, type Smtp } from '../shape.ts';

const declared = parameter({
  of: 'MAIL',
  name: 'SIZE',
  from: ['ready'],
  args: number('octets'),
  rfc: '1870#4',
  summary: 'How big it will be.',
  outcomes: {
    tooBig: {
      to: 'same',
      says: '552 5.3.4 {size} octets are too many',
      when: 'more than this host takes',
      rfc: '1870#6.1',
    },
  },
  check: ({ host }, size, take) => (size > host.policy.size ? take.tooBig({ size }) : undefined),
});
export const size: Extension<Smtp> = {
  keyword: 'SIZE',
  rfc: '1870#3',
  summary: 'Ask before pushing a huge message.',
  adverts: (_session, host) => `SIZE ${host.policy.size}`,
  parameters: [declared],
};
