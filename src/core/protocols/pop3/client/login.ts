// From the connection to the open maildrop.
import type { Rfc } from '../../../base/ids.ts';
import type { Trouble } from '../../../host/device/device.ts';
import { changed, deviceOf } from '../../device/shape.ts';
import { answer } from './answer.ts';
import { command } from './shape.ts';

export const greeted = command({
  verb: '+OK',
  from: ['greeting'],
  args: answer,
  rfc: '2449#5',
  summary: 'The server is ready.',
  outcomes: { ask: { to: 'asking', says: 'CAPA', when: 'always' } },
  run: (_cx, _answer, take) => take.ask(),
});
const name = { user: { to: 'naming', says: 'USER {user}', when: 'always', rfc: '1939#7' } } as const;
const named = (verb: '+OK' | '-ERR') =>
  command({
    verb,
    from: ['asking'],
    args: answer,
    rfc: '2449#5',
    summary: verb === '+OK' ? 'The server says what it can do.' : 'The server does not know CAPA.',
    outcomes: name,
    run: (cx, _answer, take) => take.user({ user: deviceOf(cx).account.user }),
  });
export const asked = [named('+OK'), named('-ERR')];
export const welcome = command({
  verb: '+OK',
  from: ['naming'],
  args: answer,
  rfc: '1939#7',
  summary: 'The server waits for the password.',
  outcomes: { pass: { to: 'proving', says: 'PASS {password}', when: 'always' } },
  run: (cx, _answer, take) => take.pass({ password: deviceOf(cx).account.password }),
});
export const inside = command({
  verb: '+OK',
  from: ['proving'],
  args: answer,
  rfc: '1939#7',
  summary: 'The maildrop is open, and locked for others.',
  outcomes: { list: { to: 'listing', says: 'UIDL', when: 'always' } },
  run: (_cx, _answer, take) => take.list(),
});
const turnedAway = (
  verb: '-ERR' | '[IN-USE]',
  from: readonly ('greeting' | 'naming' | 'proving' | 'listing')[],
  rfc: Rfc,
  what: Trouble['what'],
  summary: string,
) =>
  command({
    verb,
    from,
    args: answer,
    rfc,
    summary,
    outcomes: { quit: { to: 'leaving', says: 'QUIT', when: 'always', rfc: '1939#6' } },
    run: (cx, { text }, take) => take.quit(changed(cx, { trouble: { what, said: text } })),
  });
export const refusals = [
  turnedAway('-ERR', ['greeting'], '1939#3', 'refused', 'The server does not want to talk.'),
  turnedAway('-ERR', ['naming', 'proving'], '1939#7', 'denied', 'Not with this name and password.'),
  turnedAway('[IN-USE]', ['proving'], '2449#8.1.2', 'in use', 'Somebody else has this maildrop open.'),
  turnedAway(
    '-ERR',
    ['listing'],
    '1939#7',
    'refused',
    'The server has no names for its letters: nobody can say which are new.',
  ),
];
