import { anyMessage } from '../arguments.ts';
import { listing, message, sizeOnWire } from '../maildrop.ts';
import { missing, refuseMissing } from '../missing.ts';
import { command } from '../shape.ts';

export const list = command({
  verb: 'LIST',
  from: ['transaction'],
  args: anyMessage,
  rfc: '1939#5',
  summary: 'How big is each message? Or just one.',
  outcomes: {
    all: { to: 'same', says: '+OK {count} messages ({octets} octets)\n{*sizes}', when: 'no number is given' },
    one: { to: 'same', says: '+OK {number} {octets}', when: 'there is such a message' },
    ...missing,
  },
  run({ state }, number, take) {
    if (number === null) {
      const { count, octets } = state;
      return take.all({ count, octets, sizes: listing(state, sizeOnWire) });
    }
    const row = message(state, number);
    return row ? take.one({ number, octets: sizeOnWire(row) }) : refuseMissing(state, number, take);
  },
});
