import { octetsOf } from '../../../store/body.ts';
import { message as numbered } from '../arguments.ts';
import { beyondAscii, isBeyond } from '../beyond-ascii.ts';
import { message, sizeOnWire } from '../maildrop.ts';
import { missing, refuseMissing } from '../missing.ts';
import { withoutLast } from '../reply.ts';
import { command } from '../shape.ts';

export const retr = command({
  verb: 'RETR',
  from: ['transaction'],
  args: numbered,
  rfc: '1939#5',
  summary: 'Send the whole message. It stays where it is.',
  outcomes: {
    ok: { to: 'same', says: '+OK {octets} octets\n{*message}', when: 'there is such a message' },
    ...missing,
    ...beyondAscii,
  },
  run({ state, session }, number, take) {
    const row = message(state, number);
    if (!row) return refuseMissing(state, number, take);
    if (isBeyond(session, row)) return take.utf8({ message: number });
    return take.ok({ octets: sizeOnWire(row), message: [withoutLast(octetsOf(row.body))] });
  },
});
