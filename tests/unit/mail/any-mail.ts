import * as fc from 'fast-check';
import { museum } from '../../../src/core/scenario/letters/museum/museum.ts';

export const octet = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
/** What means something to a reader of mail. */
const shard = fc.constantFrom(
  '\r\n',
  '\n',
  '\r',
  '\r\n\r\n',
  ' ',
  '\t',
  '--',
  '--b',
  '--b--',
  '\r\n--b\r\n',
  '\r\n--bb--\r\n',
  '=',
  '=?utf-8?Q?',
  '?=',
  '"',
  '\\',
  '(',
  ')',
  '<',
  '>',
  '@',
  ',',
  ';',
  ':',
  '[',
  ']',
  '\0',
  '\xa0',
  '\xff',
  'From: ',
  'To: ',
  'Re:',
  '(fwd)',
  '[fwd:',
  'filename*0*=',
  "utf-8''%41",
  'Content-Type: multipart/mixed; boundary=b\r\n',
  'Content-Type: multipart/digest; boundary=bb\r\n\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n',
);
export const rubble = fc
  .array(fc.oneof(shard, octet, fc.constantFrom('a', 'b', 'B')), { maxLength: 60 })
  .map((all) => all.join(''));

/** A Museum letter with pieces cut out, doubled, swapped for rubble. */
const mutant = fc
  .tuple(
    fc.constantFrom(...museum),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), fc.oneof(shard, octet, fc.constant(''))), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([letter, wounds]) =>
    wounds.reduce((text, [at, length, by]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + by + text.slice(from + length);
    }, letter),
  );
/** Rubble, mutants, and rubble in parts. */
export const mail = fc.oneof(
  rubble,
  mutant,
  rubble.map((text) => `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${text}`),
);
