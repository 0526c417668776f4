// A server that announces whatever it knows, for who wants to try it: every extension, and both revisions of IMAP.
import type { StartHost } from '../../scenario.ts';
import { imap, pop3, smtp, submission } from './services.ts';

const domain = 'lab.example.net';
export const lab: StartHost = {
  id: domain,
  addresses: ['203.0.113.35'],
  domain,
  services: [smtp, ...submission, ...pop3, ...imap],
  policy: { tls: 'optional', imapLiterals: 'LITERAL+', verify: 'open' },
  reaches: [],
  store: domain,
};
