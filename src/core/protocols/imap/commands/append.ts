import { withMailbox } from '../../../host/host.ts';
import { hasRoom, rootOf } from '../../../host/quota.ts';
import { writtenSet } from '../../../store/number-set.ts';
import { arrived, noArrival, octetsIn, unknownArrival } from '../arriving.ts';
import { has, known } from '../capabilities.ts';
import { unixNow } from '../clock.ts';
import { arrivalFact } from '../facts.ts';
import { takes } from '../grammar/cursor.ts';
import { messages as args } from '../grammar/message.ts';
import { command, loggedIn } from '../shape.ts';
import { mailboxNamed } from '../target.ts';
import { validityOf } from '../validity.ts';

export const append = command({
  verb: 'APPEND',
  from: loggedIn,
  args: takes(
    'a mailbox, flags in parentheses if you like, a date in quotes if you like, and the message as a {literal}',
    args,
  ),
  rfc: '9051#6.3.12',
  summary: 'Put a message into a mailbox. Nothing is sent by it.',
  traits: { mayExpunge: true },
  outcomes: {
    ok: {
      to: 'same',
      says: 'OK [APPENDUID {uidValidity} {uids}] It is there',
      when: 'nothing speaks against it; the code says which UID it has',
      rfc: '4315#3',
    },
    untold: { to: 'same', says: 'OK It is there', when: 'the same, and this host does not know UIDPLUS' },
    ...noArrival,
  },
  run(cx, { mailbox, messages }, take) {
    const { host, session } = cx;
    const what = unknownArrival(messages, host);
    if (what !== undefined) return take.unknown({ what });
    const found = mailboxNamed(host, session, mailbox);
    if (typeof found === 'string') return take[found]();
    const { place, box } = found;
    if (!hasRoom(host, rootOf(place.key), octetsIn(messages), messages.length)) return take.overQuota();
    const after = arrived(box, messages, unixNow(cx));
    if (typeof after === 'string') return take[after]();
    const move = {
      host: withMailbox(host, place.key, after.box),
      facts: [arrivalFact(place.key, box, after.box, after.uids)],
    };
    return has(host, 'UIDPLUS')
      ? take.ok({ uidValidity: validityOf(host, box), uids: writtenSet(after.uids) }, move)
      : take.untold(move);
  },
});
export const multiAppend = known({
  keyword: 'MULTIAPPEND',
  rfc: '3502#6.3.11',
  summary: 'APPEND takes several messages at once, all or none.',
});
