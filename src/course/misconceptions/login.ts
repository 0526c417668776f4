// Slips on the way in: passwords, base64, TLS.
import { byHand, type Misconception } from './misconception.ts';

export const loginSlips: readonly Misconception[] = [
  {
    id: 'M18',
    belief: 'base64 is encryption.',
    when: {
      any: [
        { outcome: 'smtp/AUTH/secureFirst' },
        { outcome: 'smtp/response/secureFirst' },
        { outcome: 'pop3/AUTH/exposed' },
        { outcome: 'imap/AUTHENTICATE/exposed' },
      ],
    },
    nudges: ['Decode what you sent. Is it still secret?', 'base64 is spelling, not a lock. TLS first.'],
    rfc: '4954#9',
  },
  {
    id: 'M19',
    belief: 'AUTH PLAIN is the name and the password, one behind the other.',
    when: {
      any: [
        { outcome: 'smtp/AUTH/malformed' },
        { outcome: 'smtp/response/malformed' },
        { outcome: 'pop3/AUTH/malformed' },
        { outcome: 'pop3/response/malformed' },
        { outcome: 'imap/AUTHENTICATE/malformed' },
        { outcome: 'imap/response/malformed' },
      ],
    },
    nudges: [
      'Decode yours: how many NUL octets are in it?',
      'NUL name NUL password, encoded once, without a line end: `printf`, not `echo`.',
    ],
    rfc: '4616#2',
  },
  {
    id: 'M20',
    belief: 'AUTH LOGIN asks in base64 and is answered in plain text.',
    when: {
      any: [
        { outcome: 'smtp/response/undecodable' },
        { outcome: 'pop3/response/undecodable' },
        { outcome: 'imap/response/undecodable' },
      ],
    },
    nudges: [
      'In which alphabet did the server ask?',
      'Each answer is base64 too: the name, and then the password.',
    ],
    rfc: '4954#4',
  },
  {
    id: 'M21',
    belief: 'One can log in when the letter is already under way.',
    when: {
      any: [
        { sent: { verb: 'AUTH', state: 'smtp/mail' } },
        { sent: { verb: 'AUTH', state: 'smtp/recipients' } },
      ],
    },
    nudges: ['Is an envelope open?', 'RSET, then AUTH, then MAIL.'],
    rfc: '4954#4',
  },
  {
    id: 'M22',
    belief: 'What was said before STARTTLS still holds after it.',
    when: { order: [{ outcome: 'smtp/secured/ready' }, byHand('smtp/*/badSequence')] },
    nudges: ['What did the server forget at the handshake?', 'Everything. Say EHLO again.'],
    rfc: '3207#4.2',
  },
  {
    id: 'M23',
    belief: 'One may talk before the server has greeted.',
    when: { written: { state: 'smtp/hesitating', line: '.' } },
    nudges: [
      'Has the server spoken yet?',
      'Wait for the 220. Those who cannot wait are mostly up to no good, and some servers hang up on them.',
    ],
    rfc: '5321#4.3.1',
  },
  {
    id: 'M24',
    belief: 'TLS on my connection keeps the letter secret all the way.',
    // handed in under lock, and passed on for everybody to read
    when: {
      order: [
        { any: [{ outcome: 'smtp/AUTH/granted' }, { outcome: 'smtp/response/granted' }] },
        { wire: { dir: 'client', octets: '(?:^|\\r\\n)Received: from ', visible: true } },
      ],
    },
    nudges: [
      'Who has the letter at the other end of this lock?',
      'TLS is per hop: every server on the way reads the whole letter.',
    ],
    rfc: '3207#6',
  },
];
