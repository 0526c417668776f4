// Lantern Books, a bookshop of six: strict and modern.
import { IMAP_EXTENSIONS } from '../../../host/imap-knobs.ts';
import { FILED } from '../../letters/filed.ts';
import type { StartHost, StartJob } from '../../scenario.ts';
import { imap, lmtp, pop3, smtp, submission } from './services.ts';

const domain = 'example.com';
const pop: StartHost = {
  id: 'pop.example.com',
  addresses: ['192.0.2.31', '2001:db8:a::31'],
  domain,
  services: [...pop3, lmtp],
  policy: {},
  reaches: [],
  store: domain,
};
/** What a good modern server has: nearly all. */
const MODERN = IMAP_EXTENSIONS.filter((name) => name !== 'OBJECTID' && name !== 'UNAUTHENTICATE');
const access: StartHost = {
  id: 'imap.example.com',
  addresses: ['192.0.2.30'],
  domain,
  services: imap,
  policy: { imapExtensions: MODERN },
  reaches: [],
  store: domain,
};
const mx1: StartHost = {
  id: 'mx1.example.com',
  addresses: ['192.0.2.10', '2001:db8:a::10'],
  domain,
  services: [smtp],
  policy: { capsShow: ['REQUIRETLS'] },
  reaches: [],
  store: domain,
};
/** mx1 was down until a moment ago. It will be tried again by itself later than most of what one does first. */
const deferred = (n: 0 | 1, from: string, to: string, past: NonNullable<StartJob['past']>): StartJob => ({
  from,
  to: [to],
  body: { collection: 'deferred', n, size: FILED.deferred[n][0] },
  next: 7200 - past.tried,
  reply: '451 4.4.1 mx1.example.com [2001:db8:a::10]: connection refused',
  past,
});
/** Keeps no mail: what it takes for the shop it passes on when mx1 is back, or asks for it. */
const mx2: StartHost = {
  id: 'mx2.example.com',
  addresses: ['192.0.2.11', '2001:db8:a::11'],
  domain: '',
  services: [smtp],
  policy: { relayFor: [domain], capsShow: ['REQUIRETLS', 'ETRN'] },
  queue: [
    deferred(0, 'dave@example.org', 'erin@example.com', { tries: 3, taken: 4193, tried: 593 }),
    deferred(1, 'you@example.net', 'carol@example.com', { tries: 3, taken: 3689, tried: 89 }),
  ],
  reaches: [],
  store: '',
};
const submit: StartHost = {
  id: 'submit.example.com',
  addresses: ['192.0.2.20', '2001:db8:a::20'],
  domain,
  services: submission,
  policy: { capsShow: ['DELIVERBY', 'FUTURERELEASE', 'MT-PRIORITY', 'REQUIRETLS'] },
  reaches: [],
  store: domain,
};
/** Has the shop's MTA-STS policy for whoever asks by HTTPS (RFC 8461 §3.3), and no mail. */
const mtaSts: StartHost = {
  id: 'mta-sts.example.com',
  addresses: ['192.0.2.80'],
  domain: 'mta-sts.example.com',
  services: [],
  policy: {},
  reaches: [],
  store: '',
};
export const exampleCom: readonly StartHost[] = [pop, mx1, mx2, submit, access, mtaSts];
