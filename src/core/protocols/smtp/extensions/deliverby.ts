import type { DeliverBy } from '../../../host/spool.ts';
import { no, token } from '../../../spec/grammar.ts';
import type { Extension } from '../../../spec/protocol.ts';
import { parameter, type Smtp } from '../shape.ts';

/** `120;R`, `-60;NT`: to return it, the time must not be over yet. */
function deliverByOf(text: string): DeliverBy | undefined {
  const found = /^([+-]?\d{1,9});([RN])(T?)$/i.exec(text);
  if (!found) return undefined;
  const seconds = Number(found[1]);
  const mode = found[2]?.toUpperCase() === 'R' ? 'R' : 'N';
  return mode === 'R' && seconds <= 0 ? undefined : { seconds, mode, trace: found[3] !== '' };
}
export const by = parameter({
  of: 'MAIL',
  name: 'BY',
  from: ['ready'],
  args: token('seconds;mode', /[^ \r\n]+/, (it) => deliverByOf(it) ?? no, {
    rfc: '2852#4',
    expected: 'BY=seconds;R to have it returned after that, a number above 0, or BY=seconds;N to be told',
  }),
  rfc: '2852#4',
  summary: 'Deliver it within so many seconds, or return it (R), or tell me (N).',
  outcomes: {
    tooSoon: {
      to: 'same',
      says: '555 5.5.4 {seconds} seconds is less than the {least} in which this server can promise it',
      when: 'it is to be returned after a time that is too short for this host',
      rfc: '2852#3',
    },
  },
  check: ({ host: { policy } }, { seconds, mode }, take) =>
    mode === 'R' && seconds < policy.leastBy ? take.tooSoon({ seconds, least: policy.leastBy }) : undefined,
});
export const deliverBy: Extension<Smtp> = {
  keyword: 'DELIVERBY',
  rfc: '2852#3',
  summary: 'A letter may have a time by which it is to arrive.',
  adverts: (_session, { policy: { leastBy } }) => (leastBy === 0 ? 'DELIVERBY' : `DELIVERBY ${leastBy}`),
  parameters: [by],
};
