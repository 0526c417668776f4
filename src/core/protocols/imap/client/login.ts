// From the connection to the list of mailboxes: who I am, what you can do, what there is.
import type { Rfc } from '../../../base/ids.ts';
import type { Trouble } from '../../../host/device/device.ts';
import type { Take, Taken } from '../../../spec/take.ts';
import { deviceOf, over, type Place } from '../../device/shape.ts';
import { coded, pictureOf, type Picture } from './asides.ts';
import { logoutFor, patchOf } from './going.ts';
import { astring, response } from './response.ts';
import { command, signal, tagOf, type Browsing } from './shape.ts';

const proving = {
  login: {
    to: 'proving',
    says: '{tag} LOGIN {user} {password}',
    when: 'there is TLS, or nobody asks for it',
    rfc: '9051#6.2.3',
  },
} as const;
function login(
  cx: Place,
  p: Picture,
  take: Pick<Take<Browsing, 'greeting', typeof proving>, 'login'>,
): Taken {
  const { user, password } = deviceOf(cx).account;
  const tag = tagOf(p.session);
  return take.login({ tag, user: astring(user), password: astring(password) }, patchOf(cx, p));
}
export const greeted = command({
  verb: '* OK',
  from: ['greeting'],
  args: response,
  rfc: '9051#7.1.1',
  summary: 'The server is ready.',
  outcomes: {
    ...proving,
    upgrade: {
      to: 'starting',
      says: '{tag} STARTTLS',
      when: 'this device wants TLS, and there is none yet',
      rfc: '9051#6.2.1',
    },
  },
  run(cx, _text, take) {
    const p = pictureOf(cx);
    return cx.session.upgrade ? take.upgrade({ tag: tagOf(cx.session) }, patchOf(cx, p)) : login(cx, p, take);
  },
});
export const started = command({
  verb: 'OK',
  from: ['starting'],
  args: response,
  rfc: '9051#6.2.1',
  summary: 'The server is ready for TLS.',
  outcomes: { secure: { to: 'upgrading', when: 'always', then: 'secure' } },
  run: (_cx, _text, take) => take.secure(),
});
export const upgrades = [
  signal({
    on: 'secured',
    from: ['upgrading'],
    rfc: '9051#6.2.1',
    summary: 'The handshake is done; what the server could do before counts no more.',
    outcomes: {
      login: { ...proving.login, when: 'the certificate is good' },
      untrusted: { to: 'closed', when: 'it is not: whoever shows it might be anybody', rfc: '8314#4.4' },
    },
    run(cx, { tls: { flaw } }, take) {
      if (flaw !== undefined) return take.untrusted(over(cx, { what: 'untrusted', said: flaw }));
      const { device, session } = pictureOf(cx);
      return login(cx, { device, session: { ...session, upgrade: false, can: [] } }, take);
    },
  }),
  signal({
    on: 'insecure',
    from: ['upgrading'],
    rfc: '9051#6.2.1',
    summary: 'The handshake has failed; nothing is said without TLS.',
    outcomes: { failed: { to: 'closed', when: 'always' } },
    run: (cx, _insecure, take) => take.failed(over(cx, { what: 'no TLS', said: '' })),
  }),
] as const;
const toAsk = {
  ask: {
    to: 'asking',
    says: '{tag} CAPABILITY',
    when: 'there may be more than before',
    rfc: '9051#6.1.1',
  },
} as const;
export const insides = [
  command({
    verb: '* PREAUTH',
    from: ['greeting'],
    args: response,
    rfc: '9051#7.1.4',
    summary: 'The server knows already who is there.',
    outcomes: {
      ...toAsk,
      bare: { to: 'closed', when: 'this device wants TLS, and it is too late to ask for it' },
    },
    run: (cx, _text, take) =>
      cx.session.upgrade
        ? take.bare(over(cx, { what: 'no TLS', said: '' }))
        : take.ask({ tag: tagOf(cx.session) }, patchOf(cx, pictureOf(cx))),
  }),
  command({
    verb: 'OK',
    from: ['proving'],
    args: response,
    rfc: '9051#6.2.3',
    summary: 'Logged in.',
    outcomes: toAsk,
    run: (cx, _text, take) => take.ask({ tag: tagOf(cx.session) }, patchOf(cx, pictureOf(cx))),
  }),
];
const unwelcome = (
  from: readonly ('starting' | 'proving' | 'listing')[],
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
  unwelcome(['starting'], '9051#6.2.1', 'no TLS', 'The server has no TLS, or will not begin it.'),
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
