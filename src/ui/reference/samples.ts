// A whole line for each command that needs arguments; and what shows an extension that brings no command of its own: a parameter, an option, or several commands sent together.
import { leg, withTls, type Leg } from './legs.ts';

/** `from`: the state to be in. `way`: how one gets there where it is offered, if not as ever. `lines`: all but the last are sent at once; several bring their tags. */
export interface Sample {
  readonly from: string;
  readonly way?: readonly Leg[];
  readonly lines: readonly string[];
  /** What it shows is that the command is not legal. */
  readonly forbids?: true;
}
/** NUL, alice, NUL, her password: what PLAIN says (RFC 4616, section 2), in base 64. */
const ALICE = 'AGFsaWNlAHBhcGVyIGxhbnRlcm4=';
export const LAB: readonly Leg[] = [
  leg('notAuthenticated', withTls('lab.example.net', 993)),
  leg('authenticated', 'a1 LOGIN you first-steps'),
];
export const SUBMISSION_DOOR = leg(
  'greeted',
  withTls('submit.example.com', 465),
  'telnet submit.example.com 587',
);
const SUBMISSION: readonly Leg[] = [
  SUBMISSION_DOOR,
  leg('ready', 'EHLO client.example.net'),
  leg('ready', `AUTH PLAIN ${ALICE}`),
];
const mail = (parameter: string): Sample => ({
  from: 'ready',
  lines: [`MAIL FROM:<you@client.example.net> ${parameter}`],
});
const submitted = (parameter: string): Sample => ({
  from: 'ready',
  way: SUBMISSION,
  lines: [`MAIL FROM:<alice@example.com> ${parameter}`],
});
const at =
  (from: string) =>
  (...lines: readonly string[]): Sample => ({ from, lines });
const stranger = at('notAuthenticated');
const inside = at('authenticated');
const open = at('selected');

/** By the place in the manual. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  // what is sent together takes no other way where a recipient is put off: nobody is at the lab
  'smtp/+PIPELINING': {
    from: 'ready',
    way: [leg('greeted', 'telnet lab.example.net 25')],
    lines: ['MAIL FROM:<you@client.example.net>', 'RCPT TO:<you@lab.example.net>', 'DATA'],
  },
  'smtp/+SIZE': mail('SIZE=99999999'),
  'smtp/+8BITMIME': mail('BODY=8BITMIME'),
  'smtp/+BINARYMIME': mail('BODY=BINARYMIME'),
  'smtp/+SMTPUTF8': mail('SMTPUTF8'),
  'smtp/+ENHANCEDSTATUSCODES': at('mail')('RCPT TO:<nobody@example.com>'),
  'smtp/+DSN': at('mail')('RCPT TO:<bob@example.com> NOTIFY=SUCCESS,FAILURE'),
  'smtp/+DELIVERBY': submitted('BY=3600;R'),
  'smtp/+FUTURERELEASE': submitted('HOLDFOR=3600'),
  'smtp/+MT-PRIORITY': submitted('MT-PRIORITY=3'),
  'smtp/+REQUIRETLS': submitted('REQUIRETLS'),
  'pop3/+RESP-CODES': at('named')('PASS wrong'),
  'pop3/+AUTH-RESP-CODE': at('named')('PASS wrong'),
  'pop3/+PIPELINING': at('transaction')('STAT', 'UIDL', 'LIST'),
  'pop3/+EXPIRE': at('authorization')('CAPA'),
  'pop3/+IMPLEMENTATION': at('authorization')('CAPA'),
  'imap/+IMAP4rev1': stranger('CAPABILITY'),
  'imap/+IMAP4rev2': inside('ENABLE IMAP4rev2'),
  'imap/+LITERAL': stranger('a1 LOGIN {5+}', 'alice "paper lantern"'),
  'imap/+LOGINDISABLED': {
    from: 'notAuthenticated',
    way: [leg('notAuthenticated', 'telnet imap.example.com 143')],
    lines: ['LOGIN alice "paper lantern"'],
    forbids: true,
  },
  'imap/+AUTH': stranger('AUTHENTICATE PLAIN'),
  'imap/+SASL-IR': stranger(`AUTHENTICATE PLAIN ${ALICE}`),
  'imap/+CHILDREN': inside('LIST "" %'),
  'imap/+LIST-EXTENDED': inside('LIST (SUBSCRIBED) "" * RETURN (CHILDREN)'),
  'imap/+LIST-STATUS': inside('LIST "" * RETURN (STATUS (MESSAGES UNSEEN))'),
  'imap/+SPECIAL-USE': inside('LIST (SPECIAL-USE) "" *'),
  'imap/+STATUS=SIZE': inside('STATUS INBOX (MESSAGES SIZE)'),
  'imap/+CREATE-SPECIAL-USE': inside(String.raw`CREATE Important (USE (\Important))`),
  'imap/+MULTIAPPEND': inside(
    'a2 APPEND Archive {16+}',
    'Subject: one',
    '',
    ' {16+}',
    'Subject: two',
    '',
    '',
  ),
  'imap/+BINARY': open('FETCH 1 BINARY.PEEK[1]'),
  'imap/+CONDSTORE': open('FETCH 1:* (FLAGS) (CHANGEDSINCE 5)'),
  'imap/+QRESYNC': inside('a2 ENABLE QRESYNC', 'a3 SELECT INBOX (QRESYNC (1793696400 5))'),
  'imap/+OBJECTID': { from: 'authenticated', way: LAB, lines: ['STATUS INBOX (MAILBOXID)'] },
  'imap/+SAVEDATE': open('FETCH 1 SAVEDATE'),
  'imap/+PREVIEW': open('FETCH 1:3 PREVIEW'),
  'imap/+ESEARCH': open('SEARCH RETURN (MIN MAX COUNT) UNSEEN'),
  'imap/+SEARCHRES': open('a3 SEARCH RETURN (SAVE) UNSEEN', 'a4 FETCH $ FLAGS'),
  'imap/+WITHIN': open('SEARCH YOUNGER 604800'),
  'imap/+SORT=DISPLAY': open('SORT (DISPLAYFROM) UTF-8 ALL'),
  'imap/+ESORT': open('SORT RETURN (MIN COUNT) (ARRIVAL) UTF-8 ALL'),
};

/** A command as somebody may send it, where it needs arguments that can be known; by its place in the manual. */
export const LINES: Readonly<Record<string, string>> = {
  'smtp/HELO': 'HELO client.example.net',
  'smtp/EHLO': 'EHLO client.example.net',
  'smtp/LHLO': 'LHLO client.example.net',
  'smtp/MAIL': 'MAIL FROM:<you@client.example.net>',
  'smtp/RCPT': 'RCPT TO:<bob@example.com>',
  'smtp/VRFY': 'VRFY bob',
  'smtp/EXPN': 'EXPN everybody',
  'smtp/ETRN': 'ETRN example.com',
  'smtp/BDAT': 'BDAT 0 LAST',
  'smtp/AUTH': `AUTH PLAIN ${ALICE}`,
  'pop3/USER': 'USER bob',
  'pop3/PASS': 'PASS correct-horse',
  'pop3/AUTH': 'AUTH PLAIN',
  'pop3/RETR': 'RETR 1',
  'pop3/DELE': 'DELE 1',
  'pop3/TOP': 'TOP 1 5',
  'imap/LOGIN': 'LOGIN alice "paper lantern"',
  'imap/AUTHENTICATE': 'AUTHENTICATE PLAIN',
  'imap/ENABLE': 'ENABLE IMAP4rev2',
  'imap/ID': 'ID ("name" "telnet")',
  'imap/SELECT': 'SELECT INBOX',
  'imap/EXAMINE': 'EXAMINE INBOX',
  'imap/CREATE': 'CREATE Offers',
  'imap/DELETE': 'DELETE Museum',
  'imap/RENAME': 'RENAME Projects/Seed Projects/Seeds',
  'imap/SUBSCRIBE': 'SUBSCRIBE Museum',
  'imap/UNSUBSCRIBE': 'UNSUBSCRIBE Museum',
  'imap/LIST': 'LIST "" *',
  'imap/LSUB': 'LSUB "" *',
  'imap/STATUS': 'STATUS INBOX (MESSAGES UNSEEN)',
  'imap/APPEND': 'APPEND Archive {16}',
  'imap/REPLACE': 'REPLACE 1 INBOX {16}',
  'imap/UID REPLACE': 'UID REPLACE 101 INBOX {16}',
  'imap/SEARCH': 'SEARCH UNSEEN',
  'imap/FETCH': 'FETCH 1:3 (FLAGS ENVELOPE)',
  'imap/STORE': String.raw`STORE 1 +FLAGS (\Flagged)`,
  'imap/COPY': 'COPY 1 Archive',
  'imap/MOVE': 'MOVE 1 Archive',
  'imap/SORT': 'SORT (SUBJECT) UTF-8 ALL',
  'imap/THREAD': 'THREAD REFERENCES UTF-8 ALL',
  'imap/UID SEARCH': 'UID SEARCH UNSEEN',
  'imap/UID FETCH': 'UID FETCH 1:* FLAGS',
  'imap/UID STORE': String.raw`UID STORE 1:* +FLAGS (\Flagged)`,
  'imap/UID COPY': 'UID COPY 1:* Archive',
  'imap/UID MOVE': 'UID MOVE 1:* Archive',
  'imap/UID EXPUNGE': 'UID EXPUNGE 1:*',
  'imap/UID SORT': 'UID SORT (SUBJECT) UTF-8 ALL',
  'imap/UID THREAD': 'UID THREAD REFERENCES UTF-8 ALL',
  'imap/GETQUOTA': 'GETQUOTA #user/alice',
  'imap/GETQUOTAROOT': 'GETQUOTAROOT INBOX',
  'imap/SETQUOTA': 'SETQUOTA #user/alice (STORAGE 1000)',
};
