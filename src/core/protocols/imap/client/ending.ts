// How a talk ends: with LOGOUT, or because the server is gone, silent, or speaks no IMAP. And what is told in between.
import { parting } from '../../device/parting.ts';
import { deviceOf, over, withDevice } from '../../device/shape.ts';
import { pictureOf, told } from './asides.ts';
import { logoutFor } from './going.ts';
import { NO_RESPONSE, response } from './response.ts';
import { command } from './shape.ts';

const quiet = [
  'starting',
  'proving',
  'asking',
  'enabling',
  'listing',
  'selecting',
  'comparing',
  'heading',
  'working',
  'filing',
  'rousing',
] as const;
const talking = [...quiet, 'greeting', 'listening'] as const;
const patient = [...quiet, 'greeting', 'securing', 'upgrading', 'leaving'] as const;

export const partings = parting({
  closed: { from: [...talking, 'securing', 'upgrading', 'leaving'], rfc: '9051#3.4' },
  late: { from: patient, rfc: '9051#5.4' },
  endless: { from: [...talking, 'leaving'], rfc: '9051#4', summary: 'A response that is longer than any.' },
  lost: { when: 'it has gone in the midst of it: what was to be done is done another time' },
  isSettled: () => true,
});
/** Whatever it is, it is part of the picture (RFC 9051 §5.2). */
export const aside = command({
  verb: '*',
  from: [...quiet, 'leaving'],
  args: response,
  rfc: '9051#5.2',
  summary: 'Something is told in between.',
  outcomes: { noted: { to: 'same', when: 'always' } },
  run(cx, text, take) {
    const { device, session } = told(pictureOf(cx), text);
    return take.noted({ host: withDevice(cx, device), session });
  },
});
export const bye = command({
  verb: '* BYE',
  from: talking,
  args: response,
  rfc: '9051#7.1.5',
  summary: 'The server closes the connection.',
  outcomes: { away: { to: 'closed', when: 'always: another time' } },
  run: (cx, text, take) => take.away(over(cx, { what: 'refused', said: text })),
});
const odd = (
  verb: 'OK' | 'NO' | '*' | typeof NO_RESPONSE,
  from: readonly (typeof talking)[number][],
  summary: string,
) =>
  command({
    verb,
    from,
    args: response,
    rfc: '9051#7',
    summary,
    outcomes: { logout: { to: 'leaving', says: '{tag} LOGOUT', when: 'always', rfc: '9051#6.1.3' } },
    run: (cx, text, take) => logoutFor(cx, { what: 'odd', said: text.slice(0, 200) }, take),
  });
export const oddities = [
  odd(NO_RESPONSE, talking, 'That is no response.'),
  odd('*', ['greeting'], 'That is no greeting.'),
  odd('OK', ['greeting'], 'An answer before anything was asked.'),
  odd('NO', ['greeting'], 'A refusal before anything was asked.'),
  odd('OK', ['filing', 'listening'], 'Done, where something was to be waited for.'),
];
const goodbye = (verb: 'OK' | 'NO' | typeof NO_RESPONSE) =>
  command({
    verb,
    from: ['leaving'],
    args: response,
    rfc: '9051#6.1.3',
    summary: 'The last word, whatever it is.',
    outcomes: { done: { to: 'closed', when: 'always' } },
    run: (cx, _text, take) => take.done(over(cx, deviceOf(cx).trouble)),
  });
export const goodbyes = (['OK', 'NO', NO_RESPONSE] as const).map(goodbye);
