import { subscribe as subscribeIn, unsubscribe as unsubscribeIn } from '../../../store/grow.ts';
import { takes } from '../grammar/cursor.ts';
import { mailbox } from '../grammar/mailbox.ts';
import { nameFrom } from '../mailbox-name.ts';
import { badName, grown } from '../refusals.ts';
import { command, loggedIn } from '../shape.ts';

const args = takes('the name of a mailbox', mailbox);
export const subscribe = command({
  verb: 'SUBSCRIBE',
  from: loggedIn,
  args,
  rfc: '9051#6.3.7',
  summary: 'Put a name on your own list of mailboxes. Mail comes in without it.',
  traits: { mayExpunge: true },
  outcomes: {
    ok: { to: 'same', says: 'OK It is on your list', when: 'always, be there such a mailbox or not' },
    badName,
  },
  run({ host, session }, name, take) {
    const wanted = nameFrom(name, session);
    const done = wanted === undefined ? 'badName' : subscribeIn(host.store, session.user, wanted);
    return typeof done === 'string' ? take.badName() : take.ok(grown(host, done));
  },
});
export const unsubscribe = command({
  verb: 'UNSUBSCRIBE',
  from: loggedIn,
  args,
  rfc: '9051#6.3.8',
  summary: 'Take a name from your list. The mailbox stays.',
  traits: { mayExpunge: true },
  outcomes: {
    ok: { to: 'same', says: 'OK It is off your list', when: 'it was on it' },
    missing: { to: 'same', says: 'NO It was not on your list', when: 'it was not on it' },
  },
  run({ host, session }, name, take) {
    const wanted = nameFrom(name, session);
    const done = wanted === undefined ? 'missing' : unsubscribeIn(host.store, session.user, wanted);
    return typeof done === 'string' ? take.missing() : take.ok(grown(host, done));
  },
});
