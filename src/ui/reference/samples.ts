// What shows an extension that brings no command of its own: a parameter, an option, or several commands sent together.

/** `from`: the state to be in. `way`: how one gets there where it is offered, if not as ever. `lines`: all but the last are sent at once; several bring their tags. */
export interface Sample {
  readonly from: string;
  readonly way?: readonly string[];
  readonly lines: readonly string[];
}
/** NUL, alice, NUL, her password: what PLAIN says (RFC 4616, section 2), in base 64. */
const ALICE = 'AGFsaWNlAHBhcGVyIGxhbnRlcm4=';
const LAB = ['openssl s_client -quiet -crlf -connect lab.example.net:993', 'a1 LOGIN you first-steps'];
const SUBMISSION = [
  'openssl s_client -quiet -crlf -connect submit.example.com:465',
  'EHLO client.example.net',
  `AUTH PLAIN ${ALICE}`,
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
  'smtp/+PIPELINING': at('ready')('MAIL FROM:<you@client.example.net>', 'RCPT TO:<bob@example.com>', 'DATA'),
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
    way: ['telnet imap.example.com 143'],
    lines: ['LOGIN alice "paper lantern"'],
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
