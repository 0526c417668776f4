// How a session begins, and how it ends without LOGOUT.
import { MINUTE, SECOND, type Micros } from '../../../base/time.ts';
import { listOf } from '../capabilities.ts';
import { swapsLevels } from '../mailbox-name.ts';
import { anywhere, signal } from '../shape.ts';

const talking = ['notAuthenticated', 'authenticating', 'authenticated', 'selected', 'idling'] as const;
const everywhere = ['connected', ...talking, 'securing'] as const;

export const opened = signal({
  on: 'opened',
  from: ['connected'],
  rfc: '9051#7.1',
  summary: 'A client has connected; the server speaks first.',
  outcomes: {
    welcome: {
      to: 'notAuthenticated',
      says: '* OK [CAPABILITY {capabilities}] {host} at your service',
      when: 'always',
    },
  },
  run({ host, adverts }, opened, take) {
    const session = {
      tls: opened.tls !== null,
      swaps: swapsLevels(host),
      patience: host.policy.idleTimeout * SECOND,
    };
    return take.welcome({ host: host.id, capabilities: listOf(adverts(session)) }, { session });
  },
});
export const closed = signal({
  on: 'closed',
  from: everywhere,
  rfc: '9051#3',
  summary: 'The client is gone without LOGOUT.',
  outcomes: { gone: { to: 'closed', when: 'always; nothing is expunged' } },
  run: (_cx, _closed, take) => take.gone(),
});
export const dropped = signal({
  on: 'dropped',
  from: anywhere,
  rfc: '9051#3',
  summary: 'One command too many for this host.',
  outcomes: { gone: { to: 'closed', when: 'always: it hangs up without a BYE, which no server should' } },
  run: (_cx, _line, take) => take.gone(),
});
export const idle = signal({
  on: 'idle',
  from: everywhere,
  rfc: '9051#5.4',
  summary: 'Nothing was heard for too long.',
  outcomes: {
    expired: {
      to: 'closed',
      says: '* BYE Nothing heard for {patience}',
      when: 'nothing was heard for 3 minutes before the login, or after it for as long as the host waits',
    },
    silent: { to: 'closed', when: 'the greeting is not said yet, or TLS is being negotiated' },
  },
  run: ({ at, session }, _idle, take) =>
    at.name === 'connected' || at.name === 'securing'
      ? take.silent()
      : take.expired({ patience: inWords(patienceOf(session)) }),
});
/** What is no whole number of minutes is told in seconds: a knob may say ten. */
function inWords(time: Micros): string {
  const [count, unit] = time % MINUTE === 0 ? [time / MINUTE, 'minute'] : [time / SECOND, 'second'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
export const shutdown = signal({
  on: 'shutdown',
  from: everywhere,
  rfc: '9051#7.1.5',
  summary: 'The server is going down.',
  outcomes: {
    leaving: {
      to: 'closed',
      says: '* BYE This server is going down; come back later',
      when: 'it is going down, and can say so',
    },
    silent: { to: 'closed', when: 'the greeting is not said yet, or TLS is being negotiated' },
  },
  run: ({ at }, _shutdown, take) =>
    at.name === 'connected' || at.name === 'securing' ? take.silent() : take.leaving(),
});
/** Before a login patience is shorter (§5.4). */
const EARLY = 3 * MINUTE;
export const patienceOf = ({
  user,
  patience,
}: {
  readonly user: string;
  readonly patience: number;
}): number => (user === '' ? Math.min(EARLY, patience) : patience);
