import { signal } from '../shape.ts';
import { release } from '../maildrop.ts';

export const opened = signal({
  on: 'opened',
  from: ['connected'],
  rfc: '1939#4',
  summary: 'A client has connected; the server speaks first.',
  outcomes: { welcome: { to: 'authorization', says: '+OK {host} POP3 server ready', when: 'always' } },
  run: ({ host }, { tls }, take) => take.welcome({ host: host.id }, { session: { tls: tls !== null } }),
});
export const closed = signal({
  on: 'closed',
  from: ['connected', 'authorization', 'named', 'securing', 'transaction'],
  rfc: '1939#6',
  summary: 'The client is gone without QUIT: nothing is deleted.',
  outcomes: { released: { to: 'closed', when: 'always; the lock is given back' } },
  run: ({ at, host }, _closed, take) =>
    at.name === 'transaction' ? take.released(release(host, at.data)) : take.released(),
});
export const shutdown = signal({
  on: 'shutdown',
  from: ['authorization', 'named', 'transaction'],
  rfc: '1939#6',
  summary: 'The server itself must leave: it says so, and nothing is deleted.',
  outcomes: {
    leaving: {
      to: 'closed',
      says: '-ERR [SYS/TEMP] This server is going down and has deleted nothing; come back later',
      when: 'always; the lock is given back',
      rfc: '3206#4',
    },
  },
  run: ({ at, host }, _shutdown, take) =>
    at.name === 'transaction' ? take.leaving(release(host, at.data)) : take.leaving(),
});
