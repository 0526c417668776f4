// Slips in a conversation with a mail server.
import { byHand, type Misconception } from './misconception.ts';

/** A person looks whether something has come. */
const LOOKS = byHand(
  'pop3/STAT/ok',
  'pop3/LIST/*',
  'pop3/UIDL/*',
  'imap/SELECT/ok',
  'imap/EXAMINE/ok',
  'imap/STATUS/ok',
);

export const smtpSlips: readonly Misconception[] = [
  {
    id: 'M01',
    belief: 'The envelope’s sender is whoever the From: header names.',
    // the header's line where the envelope's is due
    when: {
      any: [
        { written: { state: 'smtp/greeted', line: '^[Ff]rom *:' } },
        { written: { state: 'smtp/ready', line: '^[Ff]rom *:' } },
      ],
    },
    nudges: [
      'Who reads `From:` here, the server or the reader?',
      '`MAIL FROM` says where a bounce goes. `From:` is a line of the letter.',
    ],
    rfc: '5321#3.3',
  },
  {
    id: 'M02',
    belief: 'To: or Bcc: decides who gets the letter.',
    when: {
      any: [
        { written: { state: 'smtp/ready', line: '^(?:[Tt]o|[Bb]?[Cc]c) *:' } },
        { written: { state: 'smtp/mail', line: '^(?:[Tt]o|[Bb]?[Cc]c) *:' } },
        { stored: { mailbox: '*', fresh: true, header: { Bcc: '@' } } },
      ],
    },
    nudges: [
      'Who reads `To:` here, the server or the reader?',
      'Only `RCPT TO` delivers. `To:` is part of the letter.',
    ],
    rfc: '5321#2.3.1',
  },
  {
    id: 'M03',
    belief: 'EHLO wants a person, or an address.',
    when: { any: [{ outcome: 'smtp/EHLO/name' }, { outcome: 'smtp/HELO/name' }] },
    nudges: [
      'You sent `{line}`. Is that the name of a *machine*?',
      'Give your host: `EHLO client.example.net`, or its address in brackets.',
    ],
    rfc: '5321#4.1.1.1',
  },
  {
    id: 'M04',
    belief: 'A space after the colon does no harm.',
    when: { any: [{ outcome: 'smtp/MAIL/loose' }, { outcome: 'smtp/RCPT/loose' }] },
    nudges: [
      'What stands between the colon and the address in `{line}`?',
      '`MAIL FROM:<a@b>`: no space is allowed there, and the brackets are required.',
    ],
    rfc: '5321#3.3',
  },
  {
    id: 'M05',
    belief: 'The commands may come in any order.',
    when: byHand('smtp/MAIL/badSequence', 'smtp/RCPT/badSequence', 'smtp/DATA/badSequence'),
    nudges: [
      'Which command opens the envelope, and is one open?',
      '503 means: right word, wrong moment. The order is EHLO, MAIL, RCPT, DATA.',
    ],
    rfc: '5321#4.1.4',
  },
  {
    id: 'M06',
    belief: 'A letter needs no empty line.',
    when: {
      stored: {
        mailbox: '*',
        fresh: true,
        letter: '^(?:[!-9;-~]+:[^\\r]*\\r\\n(?:[ \\t][^\\r]*\\r\\n)*)+(?!\\r\\n|[ \\t]|[!-9;-~]+:)',
      },
    },
    nudges: ['Where does the header end?', 'One empty line. Without it your text has become header.'],
    rfc: '5322#2.1',
  },
  {
    id: 'M07',
    belief: 'The server knows when my letter is finished.',
    when: { now: 'smtp/content' },
    idle: 20,
    nudges: ['What is the server waiting for?', 'A line with a single dot: `.` and Enter.'],
    rfc: '5321#4.1.1.4',
  },
  {
    id: 'M08',
    belief: 'A command is a command wherever I type it.',
    when: {
      written: {
        state: 'smtp/content',
        line: '^(?:QUIT|RSET|NOOP|HELP|EHLO .*|MAIL FROM:.*|RCPT TO:.*|DATA)$',
      },
    },
    nudges: ['The server answered 354. Whose turn is it?', 'Everything is letter text now, even `{line}`.'],
    rfc: '5321#4.1.1.4',
  },
  {
    id: 'M09',
    belief: 'A line arrives as I typed it, dots and all.',
    when: { written: { state: 'smtp/content', line: '^\\.[^.]' } },
    nudges: [
      'What will the other side do with the first dot of `{line}`?',
      'It takes it away. Double any dot at the start of a line.',
    ],
    rfc: '5321#4.5.2',
  },
  {
    id: 'M10',
    belief: 'LF ends a line.',
    when: { wire: { dir: 'client', octets: '(?:^|[^\\r])\\n' } },
    nudges: ['Look at the octets: what ends your line?', '0D 0A, always both.'],
    rfc: '5321#2.3.8',
  },
  {
    id: 'M11',
    belief: 'Backspace takes back what I have sent.',
    when: { wire: { dir: 'client', octets: '[\\x08\\x7f]' } },
    nudges: [
      'What became of the character you took back?',
      'It went down the wire, and the backspace after it as one more octet. Only your own console can take a character back.',
    ],
    rfc: '5321#2.3.7',
  },
  {
    id: 'M12',
    belief: 'The letter is sent when RCPT or DATA is answered with yes.',
    when: {
      all: [
        { order: [{ state: 'smtp/recipients' }, { outcome: 'smtp/QUIT/bye' }] },
        { not: { outcome: 'smtp/content/*' } },
        { not: { outcome: 'smtp/chunk/*' } },
      ],
    },
    nudges: [
      'Who owns the letter at this instant?',
      'You do. The final 250, after the dot, moves responsibility; nothing before it does.',
    ],
    rfc: '5321#4.2.5',
  },
  {
    id: 'M13',
    belief: '250 after the dot means that the letter is in the inbox.',
    // a mailbox is looked into for a letter that the server behind that 250 still has in its queue
    when: {
      all: [
        { order: [{ outcome: 'smtp/content/ok' }, { queue: { comes: 'deferred' } }, LOOKS] },
        { not: { order: [{ queue: { comes: 'deferred' } }, { queue: { comes: 'done' } }] } },
      ],
    },
    nudges: [
      'Who owns the letter at this instant?',
      'The server does. It has promised to deliver or to say why not; that may still take minutes.',
    ],
    rfc: '5321#6.1',
  },
  {
    id: 'M14',
    belief: '4 and 5 both mean: give up. Or: try the same again.',
    when: { order: [{ outcome: 'smtp/RCPT/unknown' }, { outcome: 'smtp/RCPT/unknown' }] },
    nudges: ['First digit?', '4 is the same again later; 5 is to change something first.'],
    rfc: '5321#4.2.1',
  },
  {
    id: 'M15',
    belief: 'One refused recipient spoils the letter for all.',
    when: {
      order: [
        { outcome: 'smtp/RCPT/ok' },
        { any: [{ outcome: 'smtp/RCPT/unknown' }, { outcome: 'smtp/RCPT/full' }] },
        { outcome: 'smtp/RSET/ok' },
      ],
    },
    nudges: [
      'What had become of the recipient who was accepted?',
      'Each RCPT stands alone. DATA would have gone to those who were accepted.',
    ],
    rfc: '5321#3.3',
  },
  {
    id: 'M16',
    belief: '550 and 554 for relaying are different things, and one can argue about it.',
    when: {
      order: [
        { any: [{ outcome: 'smtp/RCPT/relay' }, { outcome: 'smtp/RCPT/denied' }] },
        { any: [{ outcome: 'smtp/RCPT/relay' }, { outcome: 'smtp/RCPT/denied' }] },
      ],
    },
    nudges: [
      'Are you a stranger to this server?',
      'It takes mail *for its own* users. 550 or 554, the 5 says that asking again will not help.',
    ],
    rfc: '5321#3.6.2',
  },
  {
    id: 'M17',
    belief: 'Refused to relay: the password must be wrong.',
    when: {
      any: [
        { outcome: 'smtp/RCPT/relay' },
        { outcome: 'smtp/RCPT/denied' },
        { outcome: 'smtp/AUTH/notHere' },
      ],
    },
    nudges: [
      'Did you ever say who you are, and was this the door for it?',
      'To send out, log in on port 465 or 587. On 25 nobody logs in.',
    ],
    rfc: '6409#4.3',
  },
  {
    id: 'M25',
    belief: 'SIZE counts the dots that were doubled.',
    // to tell it in a session takes arithmetic: the size that was declared against the octets that follow
    asked: 'S5',
    nudges: [
      'Which octets does the server keep?',
      'SIZE counts the letter with its line ends, without doubled dots and without the last one.',
    ],
    rfc: '1870#5',
  },
  {
    id: 'M26',
    belief: '8BITMIME allows any letters everywhere.',
    when: {
      any: [
        { outcome: 'smtp/MAIL/utf8' },
        { outcome: 'smtp/RCPT/utf8' },
        { stored: { mailbox: '*', fresh: true, letter: '^(?:[^\\r]+\\r\\n)*[^\\r]*[\\x80-\\xff]' } },
      ],
    },
    nudges: [
      'Is that in the text, or in the header or an address?',
      '8BITMIME is for the text alone. Headers and addresses beyond ASCII need SMTPUTF8, or encoded words.',
    ],
    rfc: '6531#3.1',
  },
];
