// Riverside University: middle-aged, and Postfix-like.
import { PERSONALITIES } from '../../../host/policy.ts';
import type { StartHost } from '../../scenario.ts';
import { imap, pop3, smtp, submission } from './services.ts';

const domain = 'example.org';
const policy: StartHost['policy'] = {
  ...PERSONALITIES['postfix-like'],
  imapRevisions: ['IMAP4rev1'],
  imapExtensions: ['IDLE', 'NAMESPACE', 'CHILDREN'],
  imapLiterals: 'none',
  autoFileSent: true,
};
const mx: StartHost = {
  id: 'mx.example.org',
  addresses: ['198.51.100.10'],
  domain,
  services: [smtp],
  policy,
  reaches: [],
  store: domain,
};
/** All in one. */
const mail: StartHost = {
  id: 'mail.example.org',
  addresses: ['198.51.100.20'],
  domain,
  services: [smtp, ...submission, ...pop3, ...imap],
  policy,
  reaches: [],
  store: domain,
};
export const exampleOrg: readonly StartHost[] = [mx, mail];
