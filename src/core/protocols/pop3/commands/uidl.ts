import type { Extension } from '../../../spec/protocol.ts';
import { anyMessage } from '../arguments.ts';
import { listing, message } from '../maildrop.ts';
import { missing, refuseMissing } from '../missing.ts';
import { command, type Pop3 } from '../shape.ts';

const hex = (n: number): string => n.toString(16).padStart(8, '0');
/** A UID is given once in the life of a UIDVALIDITY, so the two together are given once for ever (RFC 9051 §2.3.1.1). */
export const uniqueId = (uidValidity: number, uid: number): string => hex(uidValidity) + hex(uid);

const uidlCommand = command({
  verb: 'UIDL',
  from: ['transaction'],
  args: anyMessage,
  rfc: '1939#7',
  summary: 'A name for each message that holds in the next session too.',
  outcomes: {
    all: { to: 'same', says: '+OK {count} messages\n{*ids}', when: 'no number is given' },
    one: { to: 'same', says: '+OK {number} {id}', when: 'there is such a message' },
    ...missing,
  },
  run({ state }, number, take) {
    const { count, uidValidity } = state;
    if (number === null)
      return take.all({ count, ids: listing(state, (row) => uniqueId(uidValidity, row.uid)) });
    const row = message(state, number);
    return row
      ? take.one({ number, id: uniqueId(uidValidity, row.uid) })
      : refuseMissing(state, number, take);
  },
});
export const uidl: Extension<Pop3> = {
  keyword: 'UIDL',
  rfc: '2449#6.8',
  summary: 'Messages have names that stay.',
  adverts: () => 'UIDL',
  commands: [uidlCommand],
};
