// What is said when no rule fits, and in which state: why not, and what would be legal.
import type { Host } from '../../host/host.ts';
import type { ProblemKind } from '../../spec/grammar.ts';
import type { Otherwise } from '../../spec/protocol.ts';
import type { Outcome } from '../../spec/take.ts';
import { LINE, LONGER } from './hear.ts';
import type { Smtp } from './shape.ts';

export const otherwise: Otherwise<Smtp> = {
  unknown: {
    to: 'same',
    says: '500 5.5.1 There is no command "{verb}"; HELP lists those there are',
    when: 'the verb is not known here',
    rfc: '5321#4.2.4',
  },
  badSequence: {
    to: 'same',
    says: '503 5.5.1 {verb} has to wait',
    when: 'the verb is not legal in this state',
    rfc: '5321#4.1.4',
  },
  badSyntax: {
    to: 'same',
    says: '501 5.5.4 {verb} takes {expected}',
    when: 'the arguments do not parse',
  },
  badParameter: {
    to: 'same',
    says: '555 5.5.4 {found} is no parameter of {verb} here; it takes {expected}',
    when: 'a parameter that was not offered',
    rfc: '5321#4.1.1.11',
  },
  tooLong: {
    to: 'same',
    says: `500 5.5.2 A command line has ${LINE} octets at most, line end included`,
    when: 'the line is longer',
    rfc: '5321#4.5.3.1.4',
  },
  badLine: {
    to: 'same',
    says: '500 5.5.2 There is a bare LF in that line; lines end in CR LF and nothing else',
    when: 'a line feed without its carriage return',
    rfc: '5321#2.3.8',
  },
  fault: {
    to: 'closed',
    says: '421 4.3.0 A fault of this server; what it has taken it keeps',
    when: 'a rule threw',
    rfc: '5321#3.8',
  },
};
/** 555 is of the extensions (RFC 1869 §6.1): to a host of RFC 821, which has none, a parameter is a mistake in the arguments, 501. */
export const misreads = (as: ProblemKind, { policy }: Host): ProblemKind => (policy.esmtp ? as : 'badSyntax');
const waits = (says: `503 5.5.1 ${string}`, when: string): Partial<Otherwise<Smtp>> => ({
  badSequence: { to: 'same', says, when, rfc: '5321#4.1.4' } satisfies Outcome<Smtp>,
});
const longer = (verb: keyof typeof LONGER): Partial<Otherwise<Smtp>> => ({
  tooLong: {
    to: 'same',
    says: `500 5.5.2 A command line has ${LINE} octets at most, line end included; ${verb} with parameters has ${LONGER[verb]}`,
    when: 'the line is longer',
    rfc: '5321#4.5.3.1.4',
  },
});
export const beforeHello = waits(
  '503 5.5.1 {verb} has to wait: say {hello} and the name of your machine first',
  'the verb belongs after the hello',
);
export const withoutEnvelope: Partial<Otherwise<Smtp>> = {
  ...waits(
    '503 5.5.1 {verb} has to wait: MAIL FROM:<address> opens an envelope first',
    'the verb needs an envelope',
  ),
  ...longer('MAIL'),
};
export const withoutRecipients = {
  ...waits(
    '503 5.5.1 {verb} does not fit here: an envelope is open and wants RCPT TO:<address>; RSET throws it away',
    'the verb does not fit an envelope without recipients',
  ),
  ...longer('RCPT'),
};
export const withRecipients = {
  ...waits(
    '503 5.5.1 {verb} does not fit here: an envelope is open and wants RCPT, DATA or BDAT; RSET throws it away',
    'the verb does not fit an open envelope',
  ),
  ...longer('RCPT'),
};
export const betweenChunks = waits(
  '503 5.5.1 {verb} does not fit between chunks: BDAT goes on, RSET throws all away',
  'the verb does not fit a letter that comes in chunks',
);
export const afterFailure = waits(
  '503 5.5.1 This envelope has failed; RSET comes before {verb}',
  'the transaction has failed half-way',
);
export const responding: Partial<Otherwise<Smtp>> = {
  tooLong: {
    to: 'ready',
    says: '500 5.5.6 No response is that long; no login',
    when: 'more than any mechanism here may send',
    rfc: '4954#4',
  },
};
