// How a session begins, and how it ends without QUIT: what was acknowledged stays, an open envelope goes.
import type { Host } from '../../../host/host.ts';
import { SECOND } from '../../../base/time.ts';
import type { Take, Taken } from '../../../spec/take.ts';
import { attachesCodes } from '../extensions/enhancedstatuscodes.ts';
import { anywhere, signal, type Smtp } from '../shape.ts';

const greetings = {
  welcome: { to: 'greeted', says: '220 {host} ESMTP Mailwire ready', when: 'this host takes mail' },
  old: { to: 'greeted', says: '220 {host} SMTP ready', when: 'it does, and knows no EHLO' },
  lmtp: {
    to: 'greeted',
    says: '220 {host} LMTP Mailwire ready',
    when: 'this port is for LMTP',
    rfc: '2033#4',
  },
  none: {
    to: 'closed',
    says: '521 {host} does not accept mail',
    when: 'it takes no mail at all',
    rfc: '7504#3',
  },
} as const;
type Session = Partial<Smtp['session']>;
function greet(
  { id: host, policy }: Host,
  role: Smtp['session']['role'],
  session: Session,
  take: Take<Smtp, 'connected', typeof greetings>,
): Taken {
  if (policy.mail === 'none') return take.none({ host }, { session });
  if (role === 'lmtp') return take.lmtp({ host }, { session });
  return policy.esmtp ? take.welcome({ host }, { session }) : take.old({ host }, { session });
}
export const opened = signal({
  on: 'opened',
  from: ['connected'],
  rfc: '5321#3.1',
  summary: 'A client has connected; the server speaks first.',
  outcomes: {
    ...greetings,
    later: {
      to: 'hesitating',
      when: 'this host lets clients wait, to see who cannot',
      rfc: '5321#4.3.1',
    },
  },
  run({ host, session: { role } }, { peer, tls }, take) {
    const session = { peer, tls: tls !== null, enhanced: attachesCodes(host) };
    const delay = host.policy.greetingDelay * SECOND;
    return delay > 0 ? take.later({ state: { delay }, session }) : greet(host, role, session, take);
  },
});
export const patient = signal({
  on: 'greet',
  from: ['hesitating'],
  rfc: '5321#4.3.1',
  summary: 'The client has waited long enough.',
  outcomes: greetings,
  run: ({ host, session: { role } }, _due, take) => greet(host, role, {}, take),
});

const everywhere = [
  'connected',
  'hesitating',
  'greeted',
  'ready',
  'mail',
  'recipients',
  'content',
  'chunk',
  'chunked',
  'skipping',
  'failed',
  'authenticating',
  'securing',
  'scanning',
  'mute',
] as const;
export const closed = signal({
  on: 'closed',
  from: everywhere,
  rfc: '5321#4.1.1.10',
  summary: 'The client is gone without QUIT.',
  outcomes: { gone: { to: 'closed', when: 'always: an open envelope is thrown away' } },
  run: (_cx, _closed, take) => take.gone(),
});
export const dropped = signal({
  on: 'dropped',
  from: anywhere,
  rfc: '5321#4.1.1.10',
  summary: 'One command too many for this host.',
  outcomes: { gone: { to: 'closed', when: 'always: it hangs up without a word, which no server should' } },
  run: (_cx, _line, take) => take.gone(),
});
export const idle = signal({
  on: 'idle',
  from: everywhere,
  rfc: '5321#4.5.3.2.7',
  summary: 'Nothing was heard for five minutes.',
  outcomes: {
    expired: {
      to: 'closed',
      says: '421 4.4.2 {host} has waited five minutes and closes; nothing of this envelope was sent',
      when: 'it has heard nothing for five minutes, and an envelope is open',
      rfc: '5321#4.5.3.2.7',
    },
    bored: {
      to: 'closed',
      says: '421 4.4.2 {host} has waited five minutes and closes',
      when: 'it has heard nothing for five minutes, and no envelope is open',
      rfc: '5321#4.5.3.2.7',
    },
    silent: { to: 'closed', when: 'TLS is being negotiated, or nothing was said anyway' },
  },
  run({ at, host }, _idle, take) {
    if (!hears(at.name)) return take.silent();
    return hasEnvelope(at.name) ? take.expired({ host: host.id }) : take.bored({ host: host.id });
  },
});
export const shutdown = signal({
  on: 'shutdown',
  from: everywhere,
  rfc: '5321#3.8',
  summary: 'The server is going down.',
  outcomes: {
    leaving: {
      to: 'closed',
      says: '421 4.3.2 {host} is going down; nothing of this envelope was sent, come back later',
      when: 'it is going down, and an envelope is open',
      rfc: '5321#3.8',
    },
    parting: {
      to: 'closed',
      says: '421 4.3.2 {host} is going down; come back later',
      when: 'it is going down, and no envelope is open',
      rfc: '5321#3.8',
    },
    silent: {
      to: 'closed',
      when: 'the greeting is not said yet, TLS is being negotiated, or nothing is said anyway',
    },
  },
  run({ at, host }, _shutdown, take) {
    if (!hears(at.name)) return take.silent();
    return hasEnvelope(at.name) ? take.leaving({ host: host.id }) : take.parting({ host: host.id });
  },
});
const hasEnvelope = (state: string): boolean =>
  ['mail', 'recipients', 'content', 'chunk', 'chunked', 'failed'].includes(state);
const hears = (state: string): boolean =>
  !['connected', 'hesitating', 'securing', 'scanning', 'mute'].includes(state);
