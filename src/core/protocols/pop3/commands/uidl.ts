import type { Host } from '../../../host/host.ts';
import type { Extension } from '../../../spec/protocol.ts';
import type { Row } from '../../../store/rows.ts';
import { anyMessage } from '../arguments.ts';
import { listing, message, type Maildrop } from '../maildrop.ts';
import { missing, refuseMissing } from '../missing.ts';
import { command, type Pop3 } from '../shape.ts';

const hex = (n: number): string => n.toString(16).padStart(8, '0');
/** A UID is given once in the life of a UIDVALIDITY, so the two together are given once for ever (RFC 9051 §2.3.1.1). */
export const uniqueId = (uidValidity: number, uid: number): string => hex(uidValidity) + hex(uid);
/** Another program would have made another name of the same two. */
const nameFor = ({ policy }: Host, { uidValidity }: Maildrop, { uid }: Row): string =>
  policy.uidlRehash ? uniqueId(uid, uidValidity) : uniqueId(uidValidity, uid);

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
  run({ state, host }, number, take) {
    const { count } = state;
    if (number === null) return take.all({ count, ids: listing(state, (row) => nameFor(host, state, row)) });
    const row = message(state, number);
    return row ? take.one({ number, id: nameFor(host, state, row) }) : refuseMissing(state, number, take);
  },
});
export const uidl: Extension<Pop3> = {
  keyword: 'UIDL',
  rfc: '2449#6.8',
  summary: 'Messages have names that stay.',
  adverts: () => 'UIDL',
  commands: [uidlCommand],
};
