// What is said when no rule fits, and in which state: why not, and what would be legal.
import type { Otherwise } from '../../spec/protocol.ts';
import type { Outcome } from '../../spec/take.ts';
import { LINE } from './framing.ts';
import type { Imap } from './shape.ts';

export const otherwise: Otherwise<Imap> = {
  unknown: {
    to: 'same',
    says: 'BAD There is no command {verb}; a line begins with a tag of your choice, and the command comes second',
    when: 'the verb is not known here; often it is the tag that was forgotten',
    rfc: '9051#2.2.1',
  },
  badSequence: {
    to: 'same',
    says: 'BAD {verb} has to wait: LOGIN or AUTHENTICATE comes first',
    when: 'the verb is not legal in this state',
    rfc: '9051#3',
  },
  badSyntax: {
    to: 'same',
    says: 'BAD {verb} takes {expected}',
    when: 'the arguments do not parse',
    rfc: '9051#7.1.3',
  },
  badParameter: {
    to: 'same',
    says: 'BAD {verb} takes {expected}',
    when: 'never: no command here has parameters',
    rfc: '9051#7.1.3',
  },
  tooLong: {
    to: 'same',
    says: `BAD A command line has ${LINE} octets at most`,
    when: 'the line is longer, or the command with its literals is',
    rfc: '7162#4',
  },
  badLine: {
    to: 'same',
    says: 'BAD A line is a tag, one space and a command, and ends in CR LF',
    when: 'the line is empty, its tag is none, nothing follows it, or a bare LF is in it',
    rfc: '9051#2.2.1',
  },
  fault: {
    to: 'closed',
    says: '* BYE [SERVERBUG] A fault of this server',
    when: 'a rule threw',
    rfc: '9051#7.1.5',
  },
};
const late = (says: `BAD ${string}`, when: string): Partial<Otherwise<Imap>> => ({
  badSequence: { to: 'same', says, when, rfc: '9051#3' } satisfies Outcome<Imap>,
});
export const loggedIn = late(
  'BAD {verb} belongs before the login, and you are logged in',
  'the verb is for a session that is not logged in',
);
export const unselected = late(
  'BAD {verb} does not fit here: it belongs before the login, or wants a mailbox to be open, which SELECT opens',
  'the verb is for a session that is not logged in, or that has a mailbox open',
);
export const responding: Partial<Otherwise<Imap>> = {
  tooLong: {
    to: 'notAuthenticated',
    says: 'BAD No response is that long; no login',
    when: 'more than any mechanism here may send',
    rfc: '9051#6.2.2',
  },
};
