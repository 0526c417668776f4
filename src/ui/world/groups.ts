// Switches that belong together, as an administrator would look for them.
import type { Policy } from '../../core/host/policy.ts';

export const GROUPS = [
  'receiving',
  'limits',
  'refusing',
  'login',
  'sending',
  'access',
  'lenient',
  'trouble',
] as const;
type Group = (typeof GROUPS)[number];

const OF: Readonly<Partial<Record<keyof Policy, Group>>> = {
  mail: 'receiving',
  esmtp: 'receiving',
  capsHide: 'receiving',
  capsShow: 'receiving',
  eighthBit: 'receiving',
  relay: 'receiving',
  relayFor: 'receiving',
  verify: 'receiving',
  maxSize: 'limits',
  maxRecipients: 'limits',
  quota: 'limits',
  leastBy: 'limits',
  holdFor: 'limits',
  overQuota: 'limits',
  reject: 'refusing',
  greylist: 'refusing',
  greylistCode: 'refusing',
  relayCode: 'refusing',
  unknownUser: 'refusing',
  tls: 'login',
  clearLogin: 'login',
  mechanisms: 'login',
  authWeak: 'login',
  authDown: 'login',
  imapRevisions: 'access',
  imapExtensions: 'access',
  imapLiterals: 'access',
  idleTimeout: 'access',
  srs: 'sending',
  retryAfter: 'sending',
  warnAfter: 'sending',
  giveUpAfter: 'sending',
  sendTls: 'sending',
  sendsAtOnce: 'sending',
  commandLf: 'lenient',
  lfTolerant: 'lenient',
  looseSpace: 'lenient',
  looseBrackets: 'lenient',
  looseHello: 'lenient',
};
/** What nobody has put anywhere is trouble. */
export const groupOf = (name: keyof Policy): Group => OF[name] ?? 'trouble';
