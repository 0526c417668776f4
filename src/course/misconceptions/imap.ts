// Slips in a conversation about mailboxes.
import type { Predicate } from '../../core/trace/predicate.ts';
import { DESKS, type Misconception } from './misconception.ts';

const VERBS =
  '^(?:CAPABILITY|NOOP|LOGOUT|LOGIN|AUTHENTICATE|SELECT|EXAMINE|CREATE|DELETE|LIST|STATUS|APPEND|EXPUNGE|SEARCH|FETCH|STORE|COPY|MOVE|UID|IDLE)(?: |$)';
const MARKED = 'STORE .*\\\\Deleted';
/** A letter's number goes, and all behind it move up: twice. */
const TWO_GO: Predicate = { wire: { dir: 'server', octets: '\\* \\d+ EXPUNGE[^]*\\* \\d+ EXPUNGE' } };
/** One marks, and another removes. */
const PAIRS: readonly Predicate[] = DESKS.flatMap((one) =>
  DESKS.filter((other) => other !== one).map((other): Predicate => ({
    order: [
      { outcome: 'imap/STORE/ok', line: MARKED, by: one },
      { outcome: 'imap/EXPUNGE/ok', by: other },
    ],
  })),
);

/** UIDs are learnt; then the mailbox of that name is another one, or its number has changed (INBOX: as the worlds have it). */
const LISTED: Predicate = {
  any: [
    { outcome: 'imap/FETCH/ok', line: 'FETCH .*\\bUID\\b' },
    { outcome: 'imap/UID FETCH/ok', line: 'UID FETCH [^ ]*\\*' },
    { outcome: 'imap/UID SEARCH/ok' },
  ],
};
const BY_UID: Predicate = {
  any: ['FETCH', 'STORE', 'COPY', 'MOVE', 'EXPUNGE'].map((verb) => ({
    outcome: `imap/UID ${verb}/ok`,
    line: `UID ${verb} [\\d,:]+(?: |$)`,
  })),
};
const OLD_UIDS: Predicate = { any: [LISTED, BY_UID] };
const RENUMBERED: Predicate = {
  any: [
    { order: [{ outcome: 'imap/DELETE/ok' }, { outcome: 'imap/CREATE/ok' }] },
    { wire: { dir: 'server', octets: 'STATUS "?INBOX"? \\([^)]*UIDVALIDITY (?!1793696400\\b)\\d' } },
  ],
};

export const imapSlips: readonly Misconception[] = [
  {
    id: 'M39',
    belief: 'A line begins with the command.',
    when: {
      any: [
        { outcome: 'imap/*/unknown', line: VERBS },
        { outcome: 'imap/*/badLine', line: '^(?!\\*)' },
      ],
    },
    nudges: ['What came first on your line, `{line}`?', 'A new tag, then the command: `a1 LOGIN …`.'],
    rfc: '9051#2.2.1',
  },
  {
    id: 'M40',
    belief: 'A line with a star is the answer.',
    // whoever puts a star where a tag belongs takes it for the mark of an answer
    when: { outcome: 'imap/*/badLine', line: '^\\* *\\S' },
    nudges: [
      'Is there a line with *your* tag yet?',
      'Lines with a star are news; the one that begins with your tag ends it.',
    ],
    rfc: '9051#2.2.2',
  },
  {
    id: 'M41',
    belief: 'Letters can be fetched as soon as one is logged in.',
    when: {
      any: [
        { outcome: 'imap/FETCH/badSequence' },
        { outcome: 'imap/STORE/badSequence' },
        { outcome: 'imap/UID FETCH/badSequence' },
      ],
    },
    nudges: ['Which mailbox is open?', 'SELECT or EXAMINE first.'],
    rfc: '9051#3',
  },
  {
    id: 'M42',
    belief: 'A letter keeps its number.',
    when: {
      order: [
        { outcome: 'imap/FETCH/ok' },
        { any: [{ outcome: 'imap/EXPUNGE/ok' }, { outcome: 'imap/MOVE/ok' }] },
        { any: [{ outcome: 'imap/STORE/ok' }, { outcome: 'imap/COPY/ok' }] },
      ],
    },
    nudges: [
      'Which letter is number {arg} *now*?',
      'EXPUNGE shifts the numbers; UIDs stay. Put `UID` before the command.',
    ],
    rfc: '9051#7.5.1',
  },
  {
    id: 'M43',
    belief: 'Several EXPUNGE lines name the numbers of before.',
    when: {
      order: [
        TWO_GO,
        {
          any: [
            { outcome: 'imap/FETCH/beyond' },
            { outcome: 'imap/STORE/beyond' },
            { outcome: 'imap/COPY/beyond' },
          ],
        },
      ],
    },
    nudges: [
      'After the first of these lines, who has the number of the one that went?',
      'Each one shifts all behind it, and the next is counted in the new list.',
    ],
    rfc: '9051#7.5.1',
  },
  {
    id: 'M44',
    belief: 'Reading a part of a letter leaves no trace.',
    when: { outcome: 'imap/FETCH/ok', line: '^(?!.*PEEK)(?:.*\\bBODY\\[|.*\\bRFC822(?:\\.TEXT)?[ )])' },
    nudges: ['Did you mean to mark it as read?', '`BODY.PEEK[…]` looks without touching.'],
    rfc: '9051#6.4.5',
  },
  {
    id: 'M45',
    belief: 'A literal counts characters.',
    when: { order: [{ outcome: 'imap/literal/go' }, { outcome: 'imap/*/badLine' }] },
    nudges: ['You promised a number of octets. How many did you send?', 'Count octets: ü is 2, CR LF is 2.'],
    rfc: '9051#4.3',
  },
  {
    id: 'M46',
    belief: 'A literal may be sent at once.',
    when: { outcome: 'imap/literal/hasty' },
    nudges: [
      'Has the server said that it is ready?',
      'Wait for the line with `+`, unless you wrote `{5+}` and it is allowed.',
    ],
    rfc: '7888#3',
  },
  {
    id: 'M47',
    belief: 'What is \\Deleted is gone.',
    when: {
      all: [
        { order: [{ outcome: 'imap/STORE/ok', line: MARKED }, { outcome: 'imap/LOGOUT/ok' }] },
        { not: { outcome: 'imap/EXPUNGE/ok' } },
        { not: { outcome: 'imap/UID EXPUNGE/ok' } },
        { not: { outcome: 'imap/CLOSE/ok' } },
      ],
    },
    nudges: ['Is it gone, or only marked?', '`\\Deleted` is a mark. EXPUNGE removes what bears it.'],
    rfc: '9051#6.4.3',
  },
  {
    id: 'M48',
    belief: 'CLOSE only closes.',
    when: { order: [{ outcome: 'imap/STORE/ok', line: MARKED }, { outcome: 'imap/CLOSE/ok' }] },
    nudges: [
      'What lay marked in that mailbox when you closed it?',
      'CLOSE expunges without saying so. UNSELECT leaves everything as it is.',
    ],
    rfc: '9051#6.4.2',
  },
  {
    id: 'M49',
    belief: 'EXPUNGE removes only what I have marked.',
    when: { any: PAIRS },
    nudges: ['Whose marks are in there?', 'Everybody’s. UID EXPUNGE takes only those you name.'],
    rfc: '9051#6.4.9',
  },
  {
    id: 'M50',
    belief: 'A UID means the same letter for ever.',
    // a number of before is used where UIDVALIDITY has changed since, and the UIDs of now were not asked for
    when: {
      all: [{ order: [OLD_UIDS, RENUMBERED, BY_UID] }, { not: { order: [OLD_UIDS, RENUMBERED, LISTED] } }],
    },
    nudges: ['Compare UIDVALIDITY with your note.', 'If it has changed, every UID you remember is void.'],
    rfc: '9051#2.3.1.1',
  },
  {
    id: 'M51',
    belief: 'Folders are divided by a slash, and Sent is called Sent.',
    when: {
      any: [
        { outcome: 'imap/CREATE/*', line: 'CREATE "?[^ ]*/', on: 'mail.example.org' },
        { outcome: 'imap/SELECT/missing', line: '(?:Sent|Trash|Drafts|Junk|Spam)' },
      ],
    },
    nudges: [
      'What did `LIST "" ""` say the separator is?',
      'Use that character, and look for `\\Sent` and its like instead of a name.',
    ],
    rfc: '9051#6.3.9',
  },
  {
    id: 'M52',
    belief: 'A folder’s name may be written as one speaks it.',
    when: { outcome: 'imap/CREATE/badName', line: '[\\x80-\\xff]' },
    nudges: [
      'Which revision of IMAP is spoken here?',
      'Before rev2 is enabled, letters beyond ASCII are written in modified UTF-7.',
    ],
    rfc: '3501#5.1.3',
  },
  {
    id: 'M53',
    belief: 'SINCE looks at the Date: line.',
    when: { sent: { line: '^\\S+ (?:UID )?SEARCH .*\\b(?:SINCE|BEFORE|ON) ' } },
    nudges: [
      'Which date?',
      'SINCE asks when the letter arrived (INTERNALDATE). SENTSINCE asks what it says itself.',
    ],
    rfc: '9051#6.4.4',
  },
  {
    id: 'M54',
    belief: 'STORE FLAGS adds a flag.',
    when: { outcome: 'imap/STORE/ok', line: 'STORE \\S+ FLAGS' },
    nudges: ['Which operation?', '`FLAGS` replaces all of them; `+FLAGS` adds, `-FLAGS` takes away.'],
    rfc: '9051#6.4.6',
  },
  {
    id: 'M55',
    belief: 'Commands work while one listens, and listening goes on for ever.',
    when: {
      any: [
        { outcome: 'imap/done/other' },
        { order: [{ state: 'imap/idling' }, { outcome: 'imap/idle/expired' }] },
      ],
    },
    nudges: [
      'Which single word is the server waiting for?',
      '`DONE`, alone, without a tag; and IDLE again before 29 minutes are over.',
    ],
    rfc: '2177#3',
  },
];
