// The comparison as data: for each question and each protocol a short session, and which of its lines is the answer.
export const PROTOCOLS = ['smtp', 'pop3', 'imap'] as const;
export type Protocol = (typeof PROTOCOLS)[number];
export const ASPECTS = [
  'job',
  'direction',
  'ports',
  'state',
  'deletion',
  'folders',
  'flags',
  'offline',
  'devices',
  'push',
  'sizes',
] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface Cell {
  /** Typed one after the other, each when the one before was answered; `2> `: at a second console. */
  readonly lines: readonly string[];
  /** What the server says that shows it: the last line of its that fits. */
  readonly shows: RegExp;
  readonly rfc: string;
  /** Standard, unless another world shows it better. */
  readonly world?: string;
}
const MX = ['telnet mx1.example.com 25', 'EHLO client.example.net'];
const SUBMISSION = ['telnet submit.example.com 587', 'EHLO client.example.net'];
const ENVELOPE = [...MX, 'MAIL FROM:<you@client.example.net>', 'RCPT TO:<alice@example.com>'];
const LETTER = [
  ...ENVELOPE,
  'DATA',
  'From: You <you@client.example.net>',
  'To: Alice <alice@example.com>',
  'Subject: Compare',
  '',
  'One letter.',
  '.',
];
const POP = ['openssl s_client -quiet -crlf -connect pop.example.com:995', 'USER bob', 'PASS correct-horse'];
const IMAP = [
  'openssl s_client -quiet -crlf -connect imap.example.com:993',
  'a1 LOGIN bob correct-horse',
  'a2 SELECT INBOX',
];
const second = (lines: readonly string[]): readonly string[] => lines.map((line) => `2> ${line}`);

export const ROWS: Readonly<Record<Aspect, Readonly<Record<Protocol, Cell>>>> = {
  job: {
    smtp: { lines: LETTER, shows: /^250 2\.0\.0/, rfc: '5321#2.1' },
    pop3: { lines: [...POP, 'RETR 1'], shows: /^\+OK \d+ octets/, rfc: '1939#1' },
    imap: { lines: IMAP, shows: /^\* \d+ EXISTS/, rfc: '9051#1' },
  },
  direction: {
    smtp: { lines: [...ENVELOPE, 'DATA'], shows: /^354/, rfc: '5321#2.1' },
    pop3: { lines: [...POP, 'MAIL FROM:<bob@example.com>'], shows: /^-ERR/, rfc: '1939#1' },
    imap: { lines: [...IMAP, 'a3 MAIL FROM:<bob@example.com>'], shows: /^a3 BAD/, rfc: '9051#1' },
  },
  ports: {
    smtp: { lines: SUBMISSION, shows: /^250[- ]STARTTLS/, rfc: '8314#3.3' },
    pop3: { lines: ['telnet pop.example.com 110', 'CAPA'], shows: /^STLS/, rfc: '8314#3.1' },
    imap: {
      lines: ['telnet imap.example.com 143', 'a1 CAPABILITY'],
      shows: /^\* CAPABILITY .*STARTTLS/,
      rfc: '8314#3.2',
    },
  },
  state: {
    smtp: { lines: [...ENVELOPE, 'RSET', 'DATA'], shows: /^503/, rfc: '5321#3.3' },
    pop3: { lines: [...POP, 'DELE 1', 'RSET', 'STAT'], shows: /^\+OK \d+ \d+/, rfc: '1939#3' },
    imap: {
      lines: [
        ...IMAP,
        'a3 STORE 1 +FLAGS.SILENT (\\Flagged)',
        'a4 LOGOUT',
        ...second(IMAP),
        '2> a3 FETCH 1 FLAGS',
      ],
      shows: /^\* 1 FETCH .*\\Flagged/,
      rfc: '9051#2.3.2',
    },
  },
  deletion: {
    smtp: { lines: [...MX, 'DELE 1'], shows: /^500/, rfc: '5321#4.2.4' },
    pop3: { lines: [...POP, 'DELE 1', 'QUIT'], shows: /^\+OK/, rfc: '1939#6' },
    imap: {
      lines: [...IMAP, 'a3 STORE 1 +FLAGS.SILENT (\\Deleted)', 'a4 EXPUNGE'],
      shows: /^\* 1 EXPUNGE/,
      rfc: '9051#6.4.3',
    },
  },
  folders: {
    smtp: { lines: [...MX, 'LIST'], shows: /^500/, rfc: '5321#4.2.4' },
    pop3: { lines: [...POP, 'SELECT Archive'], shows: /^-ERR/, rfc: '1939#1' },
    imap: { lines: [...IMAP, 'a3 LIST "" "*"'], shows: /^\* LIST/, rfc: '9051#6.3.9' },
  },
  flags: {
    smtp: { lines: [...MX, 'STORE 1'], shows: /^500/, rfc: '5321#4.2.4' },
    pop3: { lines: [...POP, 'STORE 1 +FLAGS (\\Seen)'], shows: /^-ERR/, rfc: '1939#1' },
    imap: {
      lines: [...IMAP, 'a3 STORE 1 +FLAGS (\\Seen)'],
      shows: /^\* 1 FETCH .*\\Seen/,
      rfc: '9051#2.3.2',
    },
  },
  offline: {
    smtp: { lines: ENVELOPE, shows: /^45\d /, rfc: '5321#4.5.4.1', world: 'greylisting' },
    pop3: { lines: [...POP, 'UIDL'], shows: /^\d+ \S+/, rfc: '1939#7' },
    imap: { lines: IMAP, shows: /^\* OK \[UIDVALIDITY/, rfc: '9051#2.3.1.1' },
  },
  devices: {
    smtp: { lines: [...MX, ...second(MX.slice(0, 1))], shows: /^220/, rfc: '5321#3.1' },
    pop3: { lines: [...POP, ...second(POP)], shows: /^-ERR \[IN-USE\]/, rfc: '2449#8.1.2' },
    imap: {
      lines: [...IMAP, ...second(IMAP), '2> a3 STORE 1 +FLAGS.SILENT (\\Flagged)'],
      shows: /^\* 1 FETCH .*\\Flagged/,
      rfc: '9051#5.2',
    },
  },
  push: {
    smtp: { lines: LETTER, shows: /^250 2\.0\.0/, rfc: '5321#2.1' },
    pop3: { lines: [...POP, 'IDLE'], shows: /^-ERR/, rfc: '1939#1' },
    imap: {
      lines: [...IMAP, 'a3 IDLE', ...second(LETTER.map((line) => line.replaceAll('alice', 'bob')))],
      shows: /^\* \d+ EXISTS/,
      rfc: '9051#6.3.13',
    },
  },
  sizes: {
    smtp: {
      lines: [...MX, 'MAIL FROM:<you@client.example.net> SIZE=999999999'],
      shows: /^552/,
      rfc: '1870#6',
    },
    pop3: { lines: [...POP, 'TOP 1 0'], shows: /^\+OK/, rfc: '1939#7' },
    imap: {
      lines: [...IMAP, 'a3 FETCH 1 (RFC822.SIZE BODY.PEEK[]<0.20>)'],
      shows: /^\* 1 FETCH/,
      rfc: '9051#6.4.5',
    },
  },
};
