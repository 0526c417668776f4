// From the connection to the list of mailboxes: who I am, what you can do, what there is.
import type { Rfc } from '../../../base/ids.ts';
import type { Trouble } from '../../../host/device/device.ts';
import type { Take, Taken } from '../../../spec/protocol.ts';
import { deviceOf, type Place } from '../../device/shape.ts';
import { coded, pictureOf, type Picture } from './asides.ts';
import { logoutFor, patchOf } from './going.ts';
import { astring, response } from './response.ts';
import { command, tagOf, type Browsing } from './shape.ts';

export const greeted = command({
  verb: '* OK',
  from: ['greeting'],
  args: response,
  rfc: '9051#7.1.1',
  summary: 'The server is ready.',
  outcomes: {
    login: { to: 'proving', says: '{tag} LOGIN {user} {password}', when: 'always', rfc: '9051#6.2.3' },
  },
  run(cx, _text, take) {
    const { user, password } = deviceOf(cx).account;
    const tag = tagOf(cx.session);
    return take.login({ tag, user: astring(user), password: astring(password) }, patchOf(cx, pictureOf(cx)));
  },
});
const toAsk = (
  verb: '* PREAUTH' | 'OK',
  from: readonly ('greeting' | 'proving')[],
  rfc: Rfc,
  summary: string,
) =>
  command({
    verb,
    from,
    args: response,
    rfc,
    summary,
    outcomes: {
      ask: {
        to: 'asking',
        says: '{tag} CAPABILITY',
        when: 'always: it may be more than before',
        rfc: '9051#6.1.1',
      },
    },
    run: (cx, _text, take) => take.ask({ tag: tagOf(cx.session) }, patchOf(cx, pictureOf(cx))),
  });
export const insides = [
  toAsk('* PREAUTH', ['greeting'], '9051#7.1.4', 'The server knows already who is there.'),
  toAsk('OK', ['proving'], '9051#6.2.3', 'Logged in.'),
];
const unwelcome = (
  from: readonly ('proving' | 'listing')[],
  rfc: Rfc,
  what: Trouble['what'],
  summary: string,
) =>
  command({
    verb: 'NO',
    from,
    args: response,
    rfc,
    summary,
    outcomes: { logout: { to: 'leaving', says: '{tag} LOGOUT', when: 'always', rfc: '9051#6.1.3' } },
    run: (cx, text, take) => logoutFor(cx, { what, said: text }, take),
  });
export const refusals = [
  unwelcome(['proving'], '9051#6.2.3', 'denied', 'Not with this name and password.'),
  unwelcome(['listing'], '9051#6.3.9', 'refused', 'The server does not say what there is.'),
];
const list = {
  list: { to: 'listing', says: '{tag} LIST "" "*"', when: 'always', rfc: '9051#6.3.9' },
} as const;
const enable = {
  enable: {
    to: 'enabling',
    says: '{tag} ENABLE QRESYNC',
    when: 'the server has it: what has changed is told without being asked for',
    rfc: '7162#3.2.3',
  },
  list: { ...list.list, when: 'it has not' },
} as const;
function naming(cx: Place, p: Picture, take: Pick<Take<Browsing, 'asking', typeof enable>, 'list'>): Taken {
  const session = { ...p.session, listed: [] };
  return take.list({ tag: tagOf(session) }, patchOf(cx, { device: p.device, session }));
}
export const able = command({
  verb: 'OK',
  from: ['asking'],
  args: response,
  rfc: '9051#6.1.1',
  summary: 'That is what the server can do.',
  outcomes: enable,
  run(cx, text, take) {
    const p = coded(pictureOf(cx), text);
    const { can } = p.session;
    if (!can.includes('QRESYNC') || !can.includes('ENABLE')) return naming(cx, p, take);
    return take.enable({ tag: tagOf(p.session) }, patchOf(cx, p));
  },
});
const toList = (verb: 'OK' | 'NO', from: readonly ('asking' | 'enabling')[], summary: string) =>
  command({
    verb,
    from,
    args: response,
    rfc: '9051#6.3.9',
    summary,
    outcomes: list,
    run: (cx, _text, take) => naming(cx, pictureOf(cx), take),
  });
export const toLists = [
  toList('OK', ['enabling'], 'Enabled.'),
  toList('NO', ['asking', 'enabling'], 'Then without.'),
];
