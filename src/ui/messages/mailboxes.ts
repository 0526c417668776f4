// The words of the mailbox panel: they come with it.
import { part } from './part.ts';

const mailboxMessages = {
  title: 'Mailboxes',
  empty: 'No host of this world keeps mail.',
  number: 'No.',
  uid: 'UID',
  subject: 'Subject',
  size: 'Octets',
  older: (n: number) => `and ${n.toLocaleString('en')} older letters`,
  heldBy: (who: string) => `held by ${who}`,
  marked: 'goes at QUIT',
  gone: 'deleted',
  of: (name: string, host: string) => `${name} on ${host}`,
} as const;
export const mailboxWords = part(mailboxMessages);
