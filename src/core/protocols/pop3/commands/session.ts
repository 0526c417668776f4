// How a session begins, and how it ends without QUIT: nothing is deleted, and the lock is given back.
import { release } from '../maildrop.ts';
import { signal } from '../shape.ts';

const everywhere = [
  'connected',
  'authorization',
  'named',
  'authenticating',
  'securing',
  'transaction',
] as const;

export const opened = signal({
  on: 'opened',
  from: ['connected'],
  rfc: '1939#4',
  summary: 'A client has connected; the server speaks first.',
  outcomes: {
    welcome: { to: 'authorization', says: '+OK {host} POP3 server ready {timestamp}', when: 'always' },
  },
  run({ host, conn, now, draw }, { tls }, take) {
    const timestamp = `<${conn}.${now}.${draw('timestamp', now)}@${host.id}>`;
    const session = { tls: tls !== null, timestamp, plainDots: host.policy.dotBug };
    return take.welcome({ host: host.id, timestamp }, { session });
  },
});
export const closed = signal({
  on: 'closed',
  from: everywhere,
  rfc: '1939#6',
  summary: 'The client is gone without QUIT.',
  outcomes: { released: { to: 'closed', when: 'always: nothing is deleted, the lock is given back' } },
  run: ({ at, host }, _closed, take) =>
    at.name === 'transaction' ? take.released(release(host, at.data)) : take.released(),
});
export const dropped = signal({
  on: 'dropped',
  from: ['authorization', 'named', 'transaction'],
  rfc: '1939#3',
  summary: 'One command too many for this host.',
  outcomes: {
    gone: { to: 'closed', when: 'always: it hangs up without a word; nothing is deleted' },
  },
  run: ({ at, host }, _line, take) =>
    at.name === 'transaction' ? take.gone(release(host, at.data)) : take.gone(),
});
export const idle = signal({
  on: 'idle',
  from: everywhere,
  rfc: '1939#3',
  summary: 'Nothing was heard for ten minutes.',
  outcomes: {
    expired: { to: 'closed', when: 'always: without a word, and nothing is deleted', rfc: '1939#3' },
  },
  run: ({ at, host }, _idle, take) =>
    at.name === 'transaction' ? take.expired(release(host, at.data)) : take.expired(),
});
/** RFC 1939 knows no word of the server's own accord: a client takes this one for the answer to what it says next. */
export const shutdown = signal({
  on: 'shutdown',
  from: everywhere,
  rfc: '3206#4',
  summary: 'The server is going down.',
  outcomes: {
    leaving: {
      to: 'closed',
      says: '-ERR [SYS/TEMP] This server is going down and has deleted nothing; come back later',
      when: 'it is going down, and can say so',
      rfc: '3206#4',
    },
    silent: { to: 'closed', when: 'the greeting is not said yet, or TLS is being negotiated', rfc: '2595#4' },
  },
  run({ at, host }, _shutdown, take) {
    if (at.name === 'connected' || at.name === 'securing') return take.silent();
    return at.name === 'transaction' ? take.leaving(release(host, at.data)) : take.leaving();
  },
});
