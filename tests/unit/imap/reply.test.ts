// What a client has said, in what it is told.
import { expect, test } from 'vitest';
import { encode } from '../../../src/core/protocols/imap/reply.ts';

const encoded = (row: string): string => encode({ rows: [row], many: false }, 'a1');

test.each([
  [
    'a refusal says no more than is of use',
    `BAD There is no command ${'X'.repeat(2000)}`,
    /^a1 BAD There is no command X{489}\.\.\.\r\n$/,
  ],
  [
    'its code is whole',
    `NO [MODIFIED ${'7,'.repeat(2000)}9] Not all`,
    /^a1 NO \[MODIFIED (7,){2000}9\] Not all\r\n$/,
  ],
  [
    'so is what has been done',
    `OK [COPYUID 7 ${'7,'.repeat(2000)}9 1:2001] There`,
    /^a1 OK \[COPYUID 7 (7,){2000}9 1:2001\] There\r\n$/,
  ],
  [
    'no controls, no line ends, nothing that is not ASCII',
    'NO Nobody here can read a\r\nb\0\x7f\xfc',
    /^a1 NO Nobody here can read a\?\?b\?\?\?\r\n$/,
  ],
] as const)('%s', (_, row, wanted) => {
  expect(encoded(row)).toMatch(wanted);
});
