// Slips in a conversation about a maildrop.
import type { Misconception } from './misconception.ts';

export const pop3Slips: readonly Misconception[] = [
  {
    id: 'M33',
    belief: 'DELE deletes at once.',
    when: { order: [{ outcome: 'pop3/DELE/ok' }, { outcome: 'pop3/closed/released' }] },
    nudges: [
      'Has the session reached UPDATE?',
      'DELE marks; QUIT deletes. A line that breaks in between deletes nothing.',
    ],
    rfc: '1939#6',
  },
  {
    id: 'M34',
    belief: 'A letter keeps its number, or numbers move up as soon as one is deleted.',
    when: { outcome: 'pop3/RETR/gone' },
    nudges: [
      'Will `{arg}` mean the same letter tomorrow?',
      'Numbers are fixed for one session and given out anew in the next. UIDL has the ids that last.',
    ],
    rfc: '1939#5',
  },
  {
    id: 'M35',
    belief: 'The id that UIDL tells can be used in place of the number.',
    when: { sent: { line: '^(?:DELE|RETR|TOP) +(?!\\d{1,6}(?: |$))\\S' } },
    nudges: [
      'Is `{arg}` a number of this session?',
      'Commands take the number in front. The id is for you, to recognise the letter by.',
    ],
    rfc: '1939#7',
  },
  {
    id: 'M36',
    belief: 'A session sees letters that arrive while it lasts.',
    when: {
      order: [{ outcome: 'pop3/STAT/ok' }, { outcome: 'pop3/STAT/ok' }, { outcome: 'pop3/STAT/ok' }],
    },
    nudges: [
      'Since when has this session known how many letters there are?',
      'Since the login. What comes later shows in the next session.',
    ],
    rfc: '1939#4',
  },
  {
    id: 'M37',
    belief: 'A refused login means a wrong password.',
    when: { any: [{ outcome: 'pop3/PASS/locked' }, { outcome: 'pop3/APOP/locked' }] },
    nudges: [
      'What stands in the brackets of that answer?',
      '`[IN-USE]`: another session has this maildrop. One at a time, until it says QUIT or is cut off.',
    ],
    rfc: '2449#8.1.2',
  },
  {
    id: 'M38',
    belief: 'TOP needs only the number of a letter.',
    when: { outcome: 'pop3/TOP/badSyntax' },
    nudges: [
      'How many lines of the text do you want?',
      '`TOP 3 0`: the number, and how many lines after the header.',
    ],
    rfc: '1939#7',
  },
];
