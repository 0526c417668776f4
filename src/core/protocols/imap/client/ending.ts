// How a talk ends: with LOGOUT, or because the server is gone, silent, or speaks no IMAP. And what is told in between.
import type { Trouble } from '../../../host/device/device.ts';
import type { Cx, Patch, Take, Taken } from '../../../spec/protocol.ts';
import { told } from './asides.ts';
import { patchOf } from './going.ts';
import { pictureOf } from './login.ts';
import { NO_RESPONSE, response } from './response.ts';
import { changed, command, deviceOf, signal, tagOf, withDevice, type Browsing } from './shape.ts';

const quiet = [
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
const patient = [...quiet, 'greeting', 'securing', 'leaving'] as const;

type Place = Pick<Cx<Browsing>, 'host'>;
const over = (cx: Place, trouble: Trouble | null): Patch<Browsing> => changed(cx, { line: 'no', trouble });

export const nobody = signal({
  on: 'refused',
  from: ['connecting'],
  rfc: '9051#2.2',
  summary: 'Nobody answers there.',
  outcomes: { nobody: { to: 'closed', when: 'always' } },
  run: (cx, _refused, take) => take.nobody(over(cx, { what: 'nobody', said: '' })),
});
export const insecure = signal({
  on: 'insecure',
  from: ['securing'],
  rfc: '8314#3.2',
  summary: 'The handshake has failed; nothing is said without TLS.',
  outcomes: { failed: { to: 'closed', when: 'always' } },
  run: (cx, _insecure, take) => take.failed(over(cx, { what: 'no TLS', said: '' })),
});
const lost = {
  gone: { to: 'closed', when: 'nothing was to be said any more' },
  lost: { to: 'closed', when: 'it has gone in the midst of it: what was to be done is done another time' },
} as const;
type At = Cx<Browsing> & { readonly at: { readonly name: string } };
const part = (cx: At, take: Take<Browsing, 'leaving', typeof lost>): Taken =>
  cx.at.name === 'leaving'
    ? take.gone(over(cx, deviceOf(cx).trouble))
    : take.lost(over(cx, { what: 'lost', said: '' }));
export const closed = signal({
  on: 'closed',
  from: [...talking, 'securing', 'leaving'],
  rfc: '9051#3.4',
  summary: 'The server has hung up.',
  outcomes: lost,
  run: (cx, _closed, take) => part(cx, take),
});
export const late = signal({
  on: 'late',
  from: patient,
  rfc: '9051#5.4',
  summary: 'The server has not answered in time.',
  outcomes: lost,
  run: (cx, _due, take) => part(cx, take),
});
export const endless = signal({
  on: 'endless',
  from: [...talking, 'leaving'],
  rfc: '9051#4',
  summary: 'A response that is longer than any.',
  outcomes: lost,
  run: (cx, _text, take) => part(cx, take),
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
    run(cx, text, take) {
      const device = { ...deviceOf(cx), trouble: { what: 'odd', said: text.slice(0, 200) } } as const;
      return take.logout({ tag: tagOf(cx.session) }, patchOf(cx, { device, session: cx.session }));
    },
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
