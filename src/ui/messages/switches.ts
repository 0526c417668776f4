import type { Policy } from '../../core/host/policy.ts';

type SwitchWords = {
  readonly name: string;
  /** One line: what turning it teaches. */
  readonly teaches: string;
};
/** A knob without words does not compile. */
export const switches: Readonly<Record<keyof Policy, SwitchWords>> = {
  tls: {
    name: 'TLS before a password',
    teaches: 'Without it, whoever is on the way reads the login. Off: the host has never heard of STARTTLS.',
  },
  clearLogin: {
    name: 'Logins in the clear',
    teaches: 'CRAM-MD5 and SCRAM prove a password without sending it; PLAIN sends it.',
  },
  mechanisms: {
    name: 'Ways to log in',
    teaches: 'A client takes the best one it knows. Take the strong ones away and see what crosses the wire.',
  },
  aheadOfTls: {
    name: 'What came in before TLS',
    teaches: 'Obeyed after it, it lets whoever sits between slip commands in: a bug of many servers in 2011.',
  },
  tlsDown: {
    name: 'TLS cannot begin',
    teaches: '454: a client must decide between later, elsewhere, and in the clear.',
  },
  replyDelay: {
    name: 'Answers after, seconds',
    teaches: 'Every command waits. A client that gives up too early never gets its letter across.',
  },
  commandLf: {
    name: 'A command ends with a bare LF',
    teaches: 'Lines end with CR LF. Forgiving hosts let you forget it, until you meet a strict one.',
  },
  mail: {
    name: 'Takes mail at all',
    teaches: 'A host may say no to everybody, in its greeting: 521 or 554.',
  },
  greetingDelay: {
    name: 'Greeting delay, seconds',
    teaches: 'Who speaks before the greeting is probably a spam robot.',
  },
  esmtp: { name: 'Knows EHLO', teaches: 'To a server from before 1993 a client falls back to HELO.' },
  capsHide: {
    name: 'Hidden extensions',
    teaches: 'A client may use only what EHLO lists. Hide SIZE, PIPELINING or CHUNKING and watch it adapt.',
  },
  capsShow: {
    name: 'Rare extensions, offered here',
    teaches: 'DELIVERBY, FUTURERELEASE, MT-PRIORITY, REQUIRETLS, ETRN: see what they add.',
  },
  eighthBit: {
    name: 'The eighth bit',
    teaches: 'A 7-bit host clears it: umlauts turn into other letters. That is what 8BITMIME is for.',
  },
  lfTolerant: {
    name: 'LF . LF ends a letter',
    teaches: 'Two servers that disagree about where a letter ends let a second one be smuggled in.',
  },
  looseSpace: {
    name: 'A space after FROM: and TO:',
    teaches: 'The grammar has none. Many servers take it, so many scripts send it.',
  },
  looseBrackets: {
    name: 'Addresses without < >',
    teaches: 'The brackets belong to the address in an envelope; some servers add them in their mind.',
  },
  looseHello: {
    name: 'Any word after EHLO',
    teaches: 'It should be the name of your machine. Few servers dare to insist.',
  },
  maxSize: {
    name: 'Largest letter, octets',
    teaches: 'Announced with SIZE: a client need not send ten megabytes to hear a no.',
  },
  maxRecipients: {
    name: 'Recipients of a letter',
    teaches: '452 after the hundredth: a client sends the rest in a second transaction.',
  },
  leastBy: {
    name: 'Delivery by: at least, seconds',
    teaches: 'DELIVERBY promises a letter within a time, or its return. Less than this is not promised.',
  },
  holdFor: {
    name: 'Held back: at most, seconds',
    teaches: 'FUTURERELEASE lets a letter wait at the server until its hour has come.',
  },
  maxTransactions: {
    name: 'Letters in one session',
    teaches: '421 after the last one: a client begins another session for the rest.',
  },
  quota: {
    name: 'Mailbox size, octets',
    teaches: 'A full mailbox refuses at RCPT or at the dot, and the sender must decide: wait, or give up?',
  },
  overQuota: {
    name: 'When a mailbox is full',
    teaches: '4xx says come again, 5xx says never. The first digit decides whether a queue waits.',
  },
  diskFull: { name: 'Disk full', teaches: '452: not your fault, and not for ever. Nothing may be lost.' },
  greylist: {
    name: 'Greylisting, seconds',
    teaches: 'A stranger hears 450 the first time. A real server comes back; a spam robot does not.',
  },
  greylistCode: { name: 'Greylisting says', teaches: '450 or 451: to a client both mean the same.' },
  reject: {
    name: 'Refused words',
    teaches: 'A filter in the session says no to the one who sends, so nobody else gets a bounce.',
  },
  unknownUser: {
    name: 'Mail for nobody',
    teaches: 'Accept it, and the bounce goes to whoever was forged as the sender: backscatter.',
  },
  moved: {
    name: 'Who has moved',
    teaches: 'Sent on in silence, announced with 251, or refused with 551: who learns the new address?',
  },
  relay: { name: 'Relay for strangers', teaches: 'An open relay is found by spammers within hours.' },
  relayFor: {
    name: 'Relays for these domains',
    teaches: 'A backup MX takes mail for a domain that is not its own, and hands it on.',
  },
  relayFrom: {
    name: 'Relays for these networks',
    teaches: 'A printer knows no password: its address may do, as long as nobody else has it.',
  },
  relayCode: {
    name: 'Relaying refused with',
    teaches: '550 is the standard’s, 554 Postfix’s. A client looks at the first digit.',
  },
  verify: {
    name: 'VRFY and EXPN',
    teaches: 'Open, they tell anybody who has an account. That is why most servers answer 252.',
  },
  authDown: {
    name: 'Directory out of order',
    teaches:
      '454, [SYS/TEMP], [UNAVAILABLE]: the password may be right, but nobody can say so now. Do not ask for it again.',
  },
  authWeak: {
    name: 'Too weak to log in with',
    teaches: '534: this mechanism is not good enough here, another may be.',
  },
  imapRevisions: {
    name: 'Revisions of IMAP',
    teaches: 'Rev2 is spoken only to a client that asks for it with ENABLE; rev1 stays what most speak.',
  },
  imapExtensions: {
    name: 'Extensions of IMAP',
    teaches: 'Take IDLE, MOVE or UIDPLUS away, and see what a client has to do without them.',
  },
  imapLiterals: {
    name: 'Literals without asking',
    teaches: 'A literal usually waits for the server’s +. LITERAL- lets short ones go at once, LITERAL+ all.',
  },
  idleTimeout: {
    name: 'Patience of IMAP, seconds',
    teaches: 'The standard wants half an hour at least. A client that idles says DONE before that.',
  },
  uidValidityShift: {
    name: 'UIDVALIDITY moved on by',
    teaches: 'Another UIDVALIDITY makes every UID a client remembers void: it begins again.',
  },
  retryAfter: {
    name: 'Try again after, seconds',
    teaches: 'A queue waits half an hour at least: a server that is down is not helped by knocking.',
  },
  warnAfter: {
    name: 'Tell the sender after, seconds',
    teaches: 'A letter that waits for hours is worth a word to its sender; none is lost yet.',
  },
  giveUpAfter: {
    name: 'Give up after, seconds',
    teaches: 'Four to five days, says the standard. Shorten it, and see the letter come back.',
  },
  sendTls: {
    name: 'TLS when sending',
    teaches:
      'Opportunistic TLS takes what it gets, with any certificate: whoever sits on the way may read all.',
  },
  sendsAtOnce: {
    name: 'Sends at once',
    teaches: 'How many letters are on their way at the same time; the others wait in the queue.',
  },
  scanDelay: {
    name: 'Looks into letters for, seconds',
    teaches:
      '250 says: it is mine now. What happens to it behind that, and how long it takes, is another story.',
  },
  bareLf: {
    name: 'A bare LF in a letter that leaves',
    teaches:
      'Passed on as it came, it ends a line for some servers and for others not: so letters are smuggled.',
  },
  srs: {
    name: 'Forwarding with SRS',
    teaches:
      'A forwarded letter keeps its sender, and SPF fails. SRS writes the sender anew, and bounces find back.',
  },
  afterDot: {
    name: 'Answer to the dot',
    teaches:
      'It takes the letter and says so late, never, or hangs up. The client sends it again: one letter, twice.',
  },
  dropAfter: {
    name: 'Hangs up after, commands',
    teaches:
      'No QUIT, no 421: a client must know what was settled before the line went dead, and what was not.',
  },
  cutAfter: {
    name: 'Cable breaks after, octets',
    teaches:
      'Wherever it breaks, nothing may be lost. Break it just after the dot, and something is doubled. TLS counts as it crosses: handshake, headers, tags.',
  },
  diskFullAfter: {
    name: 'Disk full after, letters',
    teaches: 'It works, until it does not: 452 in the middle of the day, and a queue that waits.',
  },
  clockSkew: {
    name: 'Clock is fast by, seconds',
    teaches: 'Below 0 it is slow. Received lines then travel back in time: trust the order, not the hours.',
  },
  certificate: {
    name: 'Certificate',
    teaches:
      'Expired, self-signed or for another name: openssl says so, gnutls-cli hangs up, and mail servers mostly do not care.',
  },
  dotBug: {
    name: 'Has never heard of doubled dots',
    teaches: 'A dot alone on a line ends a letter early, and what follows it is taken for commands.',
  },
  popLockHeld: {
    name: 'Maildrop is locked',
    teaches: 'A phone that lost its network may hold the lock: [IN-USE] says try again, not wrong password.',
  },
  uidlRehash: {
    name: 'UIDL names made anew',
    teaches: 'After a move to other software all names are new, and clients fetch all they have once more.',
  },
  seqBug: {
    name: 'Tells of gone messages anywhere',
    teaches:
      'EXPUNGE in the middle of FETCH: numbers shift while a client counts. Spot what the server does wrong.',
  },
  delimiter: {
    name: 'Levels of names separated by',
    teaches: 'A client that takes / for granted makes one folder called a/b. Ask with LIST "" "".',
  },
  autoFileSent: {
    name: 'Puts what is sent into Sent',
    teaches: 'A client that does so too has two copies. Who files is nowhere written; look before you do.',
  },
};
