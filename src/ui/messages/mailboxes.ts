// The words of the mailbox panel: they come with it.
import { part } from './part.ts';
import { grouped } from './grouped.ts';

const count = (n: number, one: string, many: string): string => (n === 1 ? one : `${grouped(n)} ${many}`);
export const mailboxMessages = {
  label: 'Mailboxes and their messages',
  empty: 'No host of this world keeps mail.',
  shared: 'shared',
  letters: (n: number) => (n === 0 ? 'empty' : count(n, '1 letter', 'letters')),
  unseen: (n: number) => `${grouped(n)} unseen`,
  listed: (all: readonly string[]) => all.join(', '),
  none: 'no such mailbox',
  subscribed: 'subscribed',
  fresh: 'changed now',
  made: 'made now',
  dropped: 'deleted',
  heldBy: (who: string) => `held by ${who}`,
  noticed: 'gone',
  uid: 'UID',
  number: (session: string) => `No. ${session}`,
  /** A session, and what it has this mailbox open for. */
  open: {
    imap: 'numbers it so',
    reading: 'only reads it',
    idle: 'listens: it is told at once',
    pop3: 'its maildrop, as it was at login',
  },
  toldAll: 'has been told everything',
  untold: (gone: number, changed: number, come: number) =>
    [
      gone === 0 ? '' : `${grouped(gone)} gone`,
      changed === 0 ? '' : `${grouped(changed)} changed`,
      come === 0 ? '' : `${grouped(come)} new`,
    ]
      .filter((text) => text !== '')
      .join(', '),
  notTold: (what: string) => `not told yet: ${what}`,
  notYet: 'untold',
  was: (n: number) => `was ${n}`,
  noNumber: 'no number',
  numberFor: (n: number, who: string) => `number ${n} for ${who}`,
  numberless: (who: string) => `no number for ${who}`,
  pending: {
    gone: 'it is gone, and the client has not been told',
    changed: 'its flags are others, and the client has not been told',
    come: 'the client has not been told of it',
  },
  marked: 'goes at QUIT',
  gone: 'deleted',
  come: 'new',
  changed: 'changed',
  recent: (who: string) => String.raw`\Recent to ${who}`,
  noFlags: 'no flags',
  row: (subject: string, from: string, uid: number) => `${subject}, from ${from}, UID ${uid}`,
  noSubject: '(no subject)',
  octets: (n: number) => count(n, '1 octet', 'octets'),
  outside: (conn: number) => `connection ${conn}`,
  lost: (who: string, box: string) => `${who} still has ${box} open. It is not there any more.`,
} as const;
export const mailboxWords = part(mailboxMessages, 'mailboxes');
