import type { Claim } from '../compare/claims.ts';
import type { Aspect, Protocol } from '../compare/rows.ts';

type Cells = Readonly<Record<Protocol, string>>;
const aspects: Readonly<Record<Aspect, string>> = {
  job: 'What it is for',
  direction: 'Who moves what',
  ports: 'Ports and TLS',
  state: 'Where state lives',
  deletion: 'Deletion',
  folders: 'Folders',
  flags: 'Flags',
  offline: 'Away from the network',
  devices: 'Several devices',
  push: 'Hearing of new mail',
  sizes: 'Sizes',
};
const cells: Readonly<Record<Aspect, Cells>> = {
  job: {
    smtp: 'Hands a letter on, from one machine to the next, until the last one says 250 and keeps it.',
    pop3: 'Fetches letters out of one mailbox.',
    imap: 'Works in mailboxes that stay on the server.',
  },
  direction: {
    smtp: 'Whoever has the letter calls and pushes it. Every server that takes mail speaks it.',
    pop3: 'The reader calls and takes. It cannot send: it knows no such command.',
    imap: 'The reader calls, reads, files, searches. It cannot send either.',
  },
  ports: {
    smtp: '25 between servers, always. To hand in: 465 inside TLS, or 587, which begins in the clear.',
    pop3: '995 inside TLS; 110 begins in the clear and may change by STLS.',
    imap: '993 inside TLS; 143 begins in the clear and may change by STARTTLS.',
  },
  state: {
    smtp: 'In the connection: the envelope is forgotten with RSET, with QUIT, and when TLS begins.',
    pop3: 'In the session: what was marked is unmarked by RSET, and forgotten if the cable breaks.',
    imap: 'In the mailbox: flags are there for the next session, and for every other client.',
  },
  deletion: {
    smtp: 'None: what has been taken cannot be called back.',
    pop3: 'DELE marks; QUIT removes. RETR never deletes anything.',
    imap: '\\Deleted marks; EXPUNGE removes and says so, CLOSE removes without a word. The numbers behind it shift, UIDs do not.',
  },
  folders: {
    smtp: 'It knows recipients, no folders.',
    pop3: 'One maildrop, no folders.',
    imap: 'As many as you like, on the server, the same from every device.',
  },
  flags: {
    smtp: 'None.',
    pop3: 'None: whether it was read, only your program knows.',
    imap: '\\Seen, \\Answered, \\Flagged, \\Draft, \\Deleted and words of your own.',
  },
  offline: {
    smtp: 'The sender’s server keeps the letter and comes again, for days.',
    pop3: 'Fetch all, read later. UIDL says which ones are new.',
    imap: 'Fetch all, read later, and file later too: UIDs and UIDVALIDITY say what has changed.',
  },
  devices: {
    smtp: 'Any number may call at once.',
    pop3: 'One session at a time: it locks the maildrop.',
    imap: 'Any number at once, and each is told what the others do.',
  },
  push: {
    smtp: 'The call itself is the news: the next server hears of a letter when it gets it.',
    pop3: 'None: log in again and look.',
    imap: 'IDLE: the server speaks first when a letter comes.',
  },
  sizes: {
    smtp: 'SIZE says before the letter how large it is: a no costs one line.',
    pop3: 'LIST tells sizes, TOP brings the header alone; else all of it or nothing.',
    imap: 'Any part of it, any stretch of octets.',
  },
};
const claims: Readonly<Record<Claim, { readonly said: string; readonly so: string }>> = {
  port587: {
    said: 'SMTP’s default port is 587.',
    so: 'It is 25. 587 is for handing in mail with a login, and an MX record cannot name a port.',
  },
  tls587: {
    said: '587 is the encrypted port.',
    so: '587 begins in the clear, as 25 does; both can change by STARTTLS. What sets 587 apart is the login. 465 is TLS from the first octet.',
  },
  secureVersion: {
    said: 'POP3S and IMAPS are encrypted versions of POP3 and IMAP.',
    so: 'It is the same protocol inside TLS, from the first octet on. RFC 8314 recommends to mail programs that they speak it so.',
  },
  sendReceive: {
    said: 'SMTP sends, POP3 and IMAP receive.',
    so: 'Every MX receives by SMTP. POP3 and IMAP let a person at a mailbox that mail was already delivered to.',
  },
  direct: {
    said: 'Your program hands the letter to the recipient’s server.',
    so: 'It hands it to its own server, which looks up the MX, queues, and passes it on: perhaps over several, perhaps tomorrow.',
  },
  delivered: {
    said: '250 means delivered.',
    so: '250 after the dot means: it is mine now. If it cannot be delivered, that server owes the sender a report.',
  },
  popDeletes: {
    said: 'POP3 deletes what it downloads.',
    so: 'RETR deletes nothing. DELE marks, QUIT removes; a program decides whether to say them.',
  },
  popDevice: {
    said: 'POP3 is for a single device.',
    so: 'UIDL lets several keep apart what they have seen; only not at the same moment, and nobody knows what was read.',
  },
  imapBetter: {
    said: 'IMAP is a better way to download mail.',
    so: 'It gives access to mailboxes that stay where they are: folders, flags, search, parts. It cannot send.',
  },
  imapDelete: {
    said: 'In IMAP a deleted letter is gone.',
    so: 'It is marked until somebody says EXPUNGE, or CLOSE, which removes all that is marked and does not say what. MOVE came later.',
  },
  sync: {
    said: 'IMAP keeps everything in step by itself.',
    so: 'It gives the means, UIDs and news; the program does the work. Nobody files what you sent unless your program or your server does.',
  },
  envelope: {
    said: 'To: says who gets the letter.',
    so: 'RCPT TO does. Header and envelope may name different people; a blind copy is just that.',
  },
  base64: {
    said: 'AUTH sends the password encrypted.',
    so: 'base64 is a way of spelling. TLS hides it, and only as far as the next server.',
  },
};
/** The words of the comparison. What servers say in it is their own. */
export const compareWords = {
  crumb: 'Compare',
  title: 'SMTP, POP3 and IMAP, side by side',
  intro: 'Under each answer stands what a server here says when it is asked.',
  press: 'Press “show me” to ask it yourself.',
  aspects,
  cells,
  claims,
  asking: 'The servers are being asked …',
  asked: 'You:',
  elsewhere: 'At the other console:',
  said: 'Server:',
  showMe: 'Show me',
  showMeOf: (what: string, protocol: string) => `Show me: ${what}, ${protocol}`,
  question: 'Question',
  wrong: 'Often said, and put right',
  often: 'Often said:',
  so: 'So it is:',
  lesson: (id: string) => `Lesson ${id}`,
  rfc: (number: string, section: string) => (section === '' ? `RFC ${number}` : `RFC ${number} §${section}`),
} as const;
