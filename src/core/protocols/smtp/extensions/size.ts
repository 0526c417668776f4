import { no, token } from '../../../spec/grammar.ts';
import type { Extension } from '../../../spec/protocol.ts';
import { parameter, type Smtp } from '../shape.ts';

/** As it is written: twenty digits are more than a number of ours tells apart (RFC 1870 §3). */
const octets = token('octets', /\d+/, (it) => (it.length > 20 ? no : it), {
  rfc: '1870#3',
  expected: 'SIZE=octets, a number of twenty digits at most',
});
/** RCPT reads it from the envelope, to see whether a mailbox has so much room. */
const declared = parameter({
  of: 'MAIL',
  name: 'SIZE',
  from: ['ready'],
  args: octets,
  rfc: '1870#4',
  summary: 'How big the letter will be.',
  outcomes: {
    tooBig: {
      to: 'same',
      says: '552 5.3.4 A letter may have {limit} octets here, and {size} is more',
      when: 'more than this host takes',
      rfc: '1870#6.1',
    },
  },
  check: ({ host: { policy } }, size, take) =>
    Number(size) > policy.maxSize ? take.tooBig({ size, limit: policy.maxSize }) : undefined,
});
export const size: Extension<Smtp> = {
  keyword: 'SIZE',
  rfc: '1870#3',
  summary: 'Ask before a big letter is sent in vain.',
  adverts: (_session, { policy }) => `SIZE ${policy.maxSize}`,
  parameters: [declared],
};
