// From dialling to the moment when the server speaks: the same for all who read mail.
import type { Rfc } from '../../base/ids.ts';
import { over, signal } from './shape.ts';

/** Where it is said who speaks first, and where that TLS may come before. */
interface Sections {
  readonly greeting: Rfc;
  readonly tls: Rfc;
}
export const connecting = ({ greeting, tls }: Sections) =>
  [
    signal({
      on: 'opened',
      from: ['connecting'],
      rfc: greeting,
      summary: 'The connection is up.',
      outcomes: {
        secure: { to: 'securing', when: 'TLS comes first here', then: 'secure', rfc: tls },
        wait: { to: 'greeting', when: 'it does not: the server speaks first' },
      },
      run: ({ session }, _opened, take) => (session.secure ? take.secure() : take.wait()),
    }),
    signal({
      on: 'secured',
      from: ['securing'],
      rfc: tls,
      summary: 'The handshake is done; now the server speaks.',
      outcomes: {
        wait: { to: 'greeting', when: 'the certificate is good' },
        untrusted: { to: 'closed', when: 'it is not: whoever shows it might be anybody', rfc: '8314#4.4' },
      },
      run: (cx, { tls: { flaw } }, take) =>
        flaw === undefined ? take.wait() : take.untrusted(over(cx, { what: 'untrusted', said: flaw })),
    }),
    signal({
      on: 'refused',
      from: ['connecting'],
      rfc: greeting,
      summary: 'Nobody answers there.',
      outcomes: { nobody: { to: 'closed', when: 'always' } },
      run: (cx, _refused, take) => take.nobody(over(cx, { what: 'nobody', said: '' })),
    }),
    signal({
      on: 'insecure',
      from: ['securing'],
      rfc: tls,
      summary: 'The handshake has failed; nothing is said without TLS.',
      outcomes: { failed: { to: 'closed', when: 'always' } },
      run: (cx, _insecure, take) => take.failed(over(cx, { what: 'no TLS', said: '' })),
    }),
  ] as const;
