// From the connection to the list of mailboxes: who I am, what you can do, what there is.
import type { Cx, Take, Taken } from '../../../spec/protocol.ts';
import { coded, type Picture } from './asides.ts';
import { patchOf } from './going.ts';
import { astring, response } from './response.ts';
import { changed, command, deviceOf, signal, tagOf, type Browsing } from './shape.ts';

type Place = Pick<Cx<Browsing>, 'host' | 'session'>;
export const pictureOf = (cx: Place): Picture => ({ device: deviceOf(cx), session: cx.session });

export const opened = signal({
  on: 'opened',
  from: ['connecting'],
  rfc: '9051#2.2',
  summary: 'The connection is up.',
  outcomes: {
    secure: { to: 'securing', when: 'TLS comes first here', then: 'secure', rfc: '8314#3.2' },
    wait: { to: 'greeting', when: 'it does not: the server speaks first' },
  },
  run: ({ session }, _opened, take) => (session.secure ? take.secure() : take.wait()),
});
export const secured = signal({
  on: 'secured',
  from: ['securing'],
  rfc: '8314#3.2',
  summary: 'The handshake is done; now the server speaks.',
  outcomes: {
    wait: { to: 'greeting', when: 'the certificate is good' },
    untrusted: { to: 'closed', when: 'it is not: whoever shows it might be anybody', rfc: '8314#4.4' },
  },
  run(cx, { tls: { flaw } }, take) {
    if (flaw === undefined) return take.wait();
    return take.untrusted(changed(cx, { line: 'no', trouble: { what: 'untrusted', said: flaw } }));
  },
});
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
const ask = {
  ask: {
    to: 'asking',
    says: '{tag} CAPABILITY',
    when: 'always: it may be more than before',
    rfc: '9051#6.1.1',
  },
} as const;
export const known = command({
  verb: '* PREAUTH',
  from: ['greeting'],
  args: response,
  rfc: '9051#7.1.4',
  summary: 'The server knows already who is there.',
  outcomes: ask,
  run: (cx, _text, take) => take.ask({ tag: tagOf(cx.session) }, patchOf(cx, pictureOf(cx))),
});
export const inside = command({
  verb: 'OK',
  from: ['proving'],
  args: response,
  rfc: '9051#6.2.3',
  summary: 'Logged in.',
  outcomes: ask,
  run: (cx, _text, take) => take.ask({ tag: tagOf(cx.session) }, patchOf(cx, pictureOf(cx))),
});
export const denied = command({
  verb: 'NO',
  from: ['proving'],
  args: response,
  rfc: '9051#6.2.3',
  summary: 'Not with this name and password.',
  outcomes: { logout: { to: 'leaving', says: '{tag} LOGOUT', when: 'always', rfc: '9051#6.1.3' } },
  run(cx, text, take) {
    const device = { ...deviceOf(cx), trouble: { what: 'denied', said: text } } as const;
    return take.logout({ tag: tagOf(cx.session) }, patchOf(cx, { device, session: cx.session }));
  },
});
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
  list: { to: 'listing', says: '{tag} LIST "" "*"', when: 'it has not', rfc: '9051#6.3.9' },
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
export const unnamed = command({
  verb: 'NO',
  from: ['listing'],
  args: response,
  rfc: '9051#6.3.9',
  summary: 'The server does not say what there is.',
  outcomes: { logout: { to: 'leaving', says: '{tag} LOGOUT', when: 'always', rfc: '9051#6.1.3' } },
  run(cx, text, take) {
    const { host } = changed(cx, { trouble: { what: 'refused', said: text } });
    return take.logout({ tag: tagOf(cx.session) }, { ...patchOf(cx, pictureOf(cx)), host });
  },
});
