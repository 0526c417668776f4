import type { Octets } from '../../../base/octets.ts';
import { withMailbox } from '../../../host/host.ts';
import { hasRoom } from '../../../host/quota.ts';
import { no, refuse, type Cursor, type Grammar, type No } from '../../../spec/grammar.ts';
import { ordered, withKeywords } from '../../../store/flags.ts';
import { append as appendTo } from '../../../store/mailbox.ts';
import { has } from '../capabilities.ts';
import { unixNow } from '../clock.ts';
import { arrivalFact } from '../facts.ts';
import { startsWith, take as past, takes } from '../grammar/cursor.ts';
import { dateTime, type DateTime } from '../grammar/date-time.ts';
import { flagList } from '../grammar/flags.ts';
import { mailbox } from '../grammar/mailbox.ts';
import { literalString } from '../grammar/strings.ts';
import { command, loggedIn } from '../shape.ts';
import { mailboxNamed, noTarget } from '../target.ts';

interface Message {
  readonly flags: readonly Octets[];
  readonly date: DateTime | undefined;
  readonly octets: Octets;
}
interface Appended {
  readonly mailbox: Octets;
  readonly message: Message;
}
const literal = literalString('message');
const args: Grammar<Appended> = {
  usage: '<mailbox> [(<flag> …)] ["<date-time>"] {<octets>}',
  arguments: [
    ...mailbox.arguments,
    ...flagList.arguments.map((it) => ({ ...it, usage: '[(<flag> …)]' })),
    ...dateTime.arguments.map((it) => ({ ...it, usage: '["<date-time>"]' })),
    ...literal.arguments,
  ],
  rfc: '9051#6.3.12',
  read(c) {
    const name = mailbox.read(c);
    if (name === no) return no;
    const one = message(c);
    return one === no ? no : { mailbox: name, message: one };
  },
};
/** `[flags SP] [date-time SP] literal`, after a space. */
function message(c: Cursor): Message | No {
  if (past(c, ' ', 'a space') === no) return no;
  const flags = startsWith(c, '(') ? before(c, flagList) : [];
  if (flags === no) return no;
  const date = startsWith(c, '"') ? before(c, dateTime) : undefined;
  if (date === no) return no;
  const octets = literal.read(c);
  return octets === no ? refuse(c, 'the message as a {literal}') : { flags, date, octets };
}
/** What is followed by a space. */
function before<A>(c: Cursor, g: Grammar<A>): A | No {
  const value = g.read(c);
  return value === no || past(c, ' ', 'a space') === no ? no : value;
}

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
      says: 'OK [APPENDUID {uidValidity} {uid}] It is there',
      when: 'nothing speaks against it; the code says which UID it has',
      rfc: '4315#3',
    },
    untold: { to: 'same', says: 'OK It is there', when: 'the same, and this host does not know UIDPLUS' },
    empty: {
      to: 'same',
      says: 'NO That was no message: it had no octets',
      when: 'the literal is empty',
      rfc: '3502#6.3.11',
    },
    full: {
      to: 'same',
      says: 'NO [LIMIT] This mailbox has as many keywords as it can have',
      when: 'there is a new keyword among its flags, and no room for it',
      rfc: '5530#3',
    },
    ...noTarget,
  },
  run(cx, { mailbox, message: { flags, date, octets } }, take) {
    const { host, session } = cx;
    const found = mailboxNamed(host, session, mailbox);
    if (typeof found === 'string') return take[found]();
    if (octets === '') return take.empty();
    if (!hasRoom(host, session.user, octets.length)) return take.overQuota();
    const { place, box } = found;
    const roomy = withKeywords(box, flags);
    if (!roomy) return take.full();
    const at = unixNow(cx);
    const arrival = {
      flags: ordered(roomy, flags),
      at,
      internalDate: date?.unix ?? at,
      zone: date?.zone ?? 0,
    };
    const grown = appendTo(roomy, octets, arrival);
    const move = {
      host: withMailbox(host, place.key, grown),
      facts: [arrivalFact(place.key, grown, [[box.uidNext, box.uidNext]])],
    };
    return has(host, 'UIDPLUS')
      ? take.ok({ uidValidity: box.uidValidity, uid: box.uidNext }, move)
      : take.untold(move);
  },
});
