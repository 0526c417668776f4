// What is said when no rule fits, and in which state: why not, and what would be legal.
import type { Otherwise } from '../../spec/protocol.ts';
import type { Pop3 } from './shape.ts';

export const otherwise: Otherwise<Pop3> = {
  unknown: {
    to: 'same',
    says: '-ERR No such command; CAPA lists what I can do',
    when: 'the verb is not known here',
    rfc: '1939#3',
  },
  badSequence: {
    to: 'same',
    says: '-ERR {verb} has to wait: USER and then PASS come first (or APOP, or AUTH)',
    when: 'the verb is not legal in this state',
    rfc: '1939#3',
  },
  badSyntax: {
    to: 'same',
    says: '-ERR {verb} takes {expected}',
    when: 'the arguments do not parse',
    rfc: '1939#3',
  },
  badParameter: {
    to: 'same',
    says: '-ERR {verb} takes {expected}',
    when: 'never: no command here has parameters',
    rfc: '1939#3',
  },
  tooLong: {
    to: 'same',
    says: '-ERR A line has 255 octets at most, line end included',
    when: 'the line is longer',
    rfc: '2449#4',
  },
  fault: {
    to: 'closed',
    says: '-ERR [SYS/TEMP] A fault of this server; nothing was deleted',
    when: 'a rule threw',
    rfc: '3206#4',
  },
};

/** Whatever comes between USER and PASS, USER has to be said again (RFC 1939 §7). */
export const interrupted: Partial<Otherwise<Pop3>> = {
  unknown: {
    to: 'authorization',
    says: '-ERR No such command; PASS was expected, now say USER again',
    when: 'the verb is not known here',
    rfc: '1939#7',
  },
  badSequence: {
    to: 'authorization',
    says: '-ERR {verb} may not come between USER and PASS; now say USER again',
    when: 'the verb is for a session that is logged in',
    rfc: '1939#7',
  },
  badSyntax: {
    to: 'authorization',
    says: '-ERR {verb} takes {expected}; now say USER again',
    when: 'the arguments do not parse',
    rfc: '1939#7',
  },
  tooLong: {
    to: 'authorization',
    says: '-ERR A line has 255 octets at most, line end included; now say USER again',
    when: 'the line is longer',
    rfc: '2449#4',
  },
};
export const loggedIn: Partial<Otherwise<Pop3>> = {
  badSequence: {
    to: 'same',
    says: '-ERR {verb} belongs before the login, and you are logged in',
    when: 'the verb is for a session that is not logged in',
    rfc: '1939#3',
  },
};
export const responding: Partial<Otherwise<Pop3>> = {
  tooLong: {
    to: 'authorization',
    says: '-ERR No response is that long; no login',
    when: 'more than any mechanism here may send',
    rfc: '5034#4',
  },
};
