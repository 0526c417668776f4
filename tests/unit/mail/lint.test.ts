import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../src/core/base/octets.ts';
import { lint } from '../../../src/core/mail/lint/lint.ts';
import type { Field } from '../../../src/core/mail/fields.ts';
import type { Part } from '../../../src/core/mail/part.ts';
import type { Range } from '../../../src/core/mail/range.ts';
import { structureOf } from '../../../src/core/mail/structure.ts';
import { RULES, type RuleId } from '../../../src/core/mail/lint/rules.ts';
import { museum } from '../../../src/core/scenario/letters/museum/museum.ts';
import { mail } from './any-mail.ts';

/** A letter that nothing can be said against, with some lines instead of others. */
const letter = (changes: Readonly<Record<string, string | undefined>> = {}, body = 'Hello.\r\n'): string => {
  const fields: Readonly<Record<string, string | undefined>> = {
    Date: 'Mon, 2 Nov 2026 10:00:00 +0000',
    From: 'alice@example.com',
    To: 'bob@example.com',
    Subject: 'x',
    'Message-ID': '<x@example.com>',
    'MIME-Version': '1.0',
    ...changes,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}\r\n`],
  );
  return `${lines.join('')}\r\n${body}`;
};
const type = (contentType: string, body: string, encoding?: string): string =>
  letter(
    { 'Content-Type': contentType, ...(encoding ? { 'Content-Transfer-Encoding': encoding } : {}) },
    body,
  );
const multipart = (kind: string, ...lines: readonly string[]): string =>
  type(`multipart/${kind}; boundary=b`, lines.join('\r\n'));

/** The rule broken, the octets it is about, and what it says of them. */
const cases: readonly (readonly [RuleId, string, string, Readonly<Record<string, string | number>>?])[] = [
  ['bareCr', letter({}, 'a\rb\rc\r\n'), '\r', { count: 2 }],
  ['bareLf', letter({}, 'a\nb\r\n'), '\n', { count: 1 }],
  ['nul', letter({}, 'a\0b\r\n'), '\0', { count: 1 }],
  [
    'lineTooLong',
    letter({}, `${'x'.repeat(999)}\r\n`),
    'x'.repeat(999),
    { count: 1, length: 999, limit: 998 },
  ],
  [
    'lineLong',
    letter({}, `${'x'.repeat(79)}\r\n${'x'.repeat(80)}\r\n`),
    'x'.repeat(79),
    { count: 2, length: 79, limit: 78 },
  ],
  ['noEmptyLine', letter().replace('\r\n\r\n', '\r\n'), 'Hello.\r\n'],
  ['missingDate', letter({ Date: undefined }), '\r\n'],
  ['missingFrom', letter({ From: undefined }), '\r\n'],
  [
    'missingSender',
    letter({ From: 'alice@example.com, bob@example.com' }),
    'From: alice@example.com, bob@example.com\r\n',
    { count: 2 },
  ],
  ['missingMessageId', letter({ 'Message-ID': undefined }), '\r\n'],
  ['repeatedField', letter({ FROM: 'erin@example.com' }), 'FROM: erin@example.com\r\n', { name: 'from' }],
  ['spaceBeforeColon', letter({ 'X-A ': 'y' }), 'X-A ', { name: 'x-a' }],
  ['blankFold', letter({ 'X-A': 'y\r\n \t\r\n z' }), ' \t\r\n', { name: 'x-a' }],
  ['badDate', letter({ Date: 'soon' }), 'Date: soon\r\n', { value: 'soon' }],
  [
    'obsoleteDate',
    letter({ Date: '2 Nov 26 10:00 GMT' }),
    'Date: 2 Nov 26 10:00 GMT\r\n',
    { value: '2 Nov 26 10:00 GMT' },
  ],
  [
    'wrongWeekday',
    letter({ Date: 'Tue, 2 Nov 2026 10:00:00 +0000' }),
    'Date: Tue, 2 Nov 2026 10:00:00 +0000\r\n',
    { said: 'Tue', is: 'Mon' },
  ],
  ['badAddress', letter({ To: 'bob' }), 'To: bob\r\n', { name: 'to', address: 'bob' }],
  [
    'badMessageId',
    letter({ 'Message-ID': 'x@example.com' }),
    'Message-ID: x@example.com\r\n',
    { name: 'message-id', value: 'x@example.com' },
  ],
  ['utf8Header', utf8(letter({ Subject: 'café' })), utf8('Subject: café\r\n'), { name: 'subject' }],
  ['eightBitHeader', letter({ Subject: 'caf\xe9' }), 'Subject: caf\xe9\r\n', { name: 'subject' }],
  [
    'longEncodedWord',
    letter({ Subject: `\r\n =?utf-8?Q?${'x'.repeat(64)}?=` }),
    `=?utf-8?Q?${'x'.repeat(64)}?=`,
    { length: 76 },
  ],
  [
    'unknownWordCharset',
    letter({ Subject: '=?x-nobody?Q?a?=' }),
    '=?x-nobody?Q?a?=',
    { charset: 'x-nobody' },
  ],
  ['wordInParameter', type('image/png; name="=?utf-8?Q?a?="', ''), '=?utf-8?Q?a?=', { name: 'content-type' }],
  [
    'missingMimeVersion',
    type('text/html; charset=utf-8', '').replace(/MIME.*\r\n/, ''),
    'Content-Type: text/html; charset=utf-8\r\n',
  ],
  ['badContentType', type('text', ''), 'Content-Type: text\r\n', { value: 'text' }],
  ['missingBoundary', type('multipart/mixed', ''), 'Content-Type: multipart/mixed\r\n'],
  [
    'longBoundary',
    type(
      `multipart/mixed; boundary=${'b'.repeat(71)}`,
      `--${'b'.repeat(71)}\r\n\r\n--${'b'.repeat(71)}--\r\n`,
    ),
    `Content-Type: multipart/mixed; boundary=${'b'.repeat(71)}\r\n`,
    { length: 71, limit: 70 },
  ],
  [
    'boundaryNotFound',
    multipart('mixed', 'text'),
    'Content-Type: multipart/mixed; boundary=b\r\n',
    { boundary: 'b' },
  ],
  ['boundaryNotClosed', multipart('mixed', '--b', '', 'one'), '--b\r\n', { boundary: 'b' }],
  ['boundaryInexact', multipart('mixed', '--b x', '', 'one', '--b-- y'), '--b x\r\n', { boundary: 'b' }],
  [
    'boundaryReused',
    multipart('mixed', '--b', 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'one', '--b--'),
    'Content-Type: multipart/mixed; boundary=b\r\n',
    { boundary: 'b' },
  ],
  [
    'htmlFirst',
    multipart('alternative', '--b', 'Content-Type: text/html', '', 'one', '--b', '', 'two', '--b--'),
    'Content-Type: text/html\r\n',
  ],
  [
    'unknownEncoding',
    type('image/png', 'xyz', 'x-uuencode'),
    'Content-Transfer-Encoding: x-uuencode\r\n',
    { encoding: 'X-UUENCODE' },
  ],
  [
    'encodedComposite',
    type('multipart/mixed; boundary=b', '--b\r\n\r\n--b--', 'base64'),
    'Content-Transfer-Encoding: base64\r\n',
    { encoding: 'BASE64' },
  ],
  ['eightBitBody', type('image/png', 'a\xe9\xe8'), '\xe9', { encoding: '7BIT', count: 2 }],
  [
    'longBase64Line',
    type('image/png', `${'A'.repeat(80)}\r\n`, 'base64'),
    'A'.repeat(80),
    { length: 80, limit: 76 },
  ],
  ['strayBase64', type('image/png', 'AA-AA?\r\n', 'base64'), '-', { count: 2 }],
  ['shortBase64', type('image/png', 'AAAAA', 'base64'), 'AAAAA', { count: 5 }],
  [
    'longQuotedLine',
    type('text/plain; charset=utf-8', `${'a'.repeat(77)}\r\n`, 'quoted-printable'),
    'a'.repeat(77),
    { length: 77, limit: 76 },
  ],
  [
    'badQuotedOctet',
    type('text/plain; charset=utf-8', 'a=zz b=\r\nc=3D\r\n', 'quoted-printable'),
    '=',
    { count: 1 },
  ],
  [
    'unknownCharset',
    type('text/plain; charset=x-nobody', 'a'),
    'Content-Type: text/plain; charset=x-nobody\r\n',
    { charset: 'x-nobody' },
  ],
  [
    'wrongCharset',
    type('text/plain; charset=utf-8', 'caf\xe9', '8bit'),
    'Content-Type: text/plain; charset=utf-8\r\n',
    { charset: 'utf-8' },
  ],
];
/** Rules that cannot be broken without another. */
const ALONGSIDE: Readonly<Record<string, readonly RuleId[]>> = {
  longBoundary: ['lineLong'],
  boundaryReused: ['boundaryNotFound'],
  longBase64Line: ['lineLong'],
};

const fieldsIn = ({ header, children, message }: Part): readonly Field[] => [
  ...header.fields,
  ...[...children, ...(message ? [message] : [])].flatMap(fieldsIn),
];

describe('the linter', () => {
  test('has nothing to say about a good letter', () => {
    expect(lint(letter())).toEqual([]);
  });
  test.each(cases.map(([rule, octets, place, args = {}]) => ({ rule, octets, place, args })))(
    '$rule',
    (it) => {
      const { rule, octets, place, args } = it;
      const all = lint(octets);
      const [found] = all.filter((it) => it.rule === rule);
      expect(found && octets.slice(found.start, found.end)).toBe(place);
      expect(found?.args).toEqual(args);
      expect({ rfc: found?.rfc, severity: found?.severity }).toEqual(RULES[rule]);
      expect(all.map((it) => it.rule).filter((it) => it !== rule)).toEqual(ALONGSIDE[rule] ?? []);
    },
  );
  test('each rule is broken above', () => {
    expect(new Set(cases.map(([rule]) => rule))).toEqual(new Set(Object.keys(RULES)));
  });
  test('UTF-8 in a header is as it should be where SMTPUTF8 brought it', () => {
    expect(lint(utf8(letter({ Subject: 'café' })), { smtputf8: true })).toEqual([]);
  });
  test('a message inside is read as strictly', () => {
    const octets = type('message/rfc822', 'Subject: no date\r\n\r\n');
    expect(lint(octets).map(({ rule }) => rule)).toEqual(['missingDate', 'missingFrom', 'missingMessageId']);
  });
  test('of the Museum’s letters it has something against the first and the broken one', () => {
    const found = museum.map((octets) => lint(octets).map(({ rule }) => rule));
    expect(found.flatMap((rules, i) => (rules.length > 0 ? [i + 1] : []))).toEqual([1, 17]);
    expect(found[0]).toEqual(['missingMessageId']);
    expect(found[16]).toEqual([
      'obsoleteDate',
      'bareCr',
      'missingMessageId',
      'boundaryNotFound',
      'noEmptyLine',
      'wrongCharset',
      'eightBitBody',
    ]);
  });
  test('whatever it reads, each place is one line, or lies within one field, and is never empty', () => {
    assert(
      property(mail, (octets) => {
        const fields = fieldsIn(structureOf(octets));
        const found = lint(octets);
        const isPlace = ({ start, end }: Range): boolean =>
          !octets.slice(start, end - 1).includes('\n') ||
          fields.some((it) => it.start <= start && end <= it.end);
        expect(found.filter((it) => it.start < 0 || it.end > octets.length)).toEqual([]);
        // an empty letter has no place at all
        expect(octets === '' ? [] : found.filter((it) => it.end <= it.start)).toEqual([]);
        expect(found.filter((it) => !isPlace(it))).toEqual([]);
        expect(found.map((it) => it.start)).toEqual(found.map((it) => it.start).toSorted((a, b) => a - b));
      }),
      { numRuns: 400 },
    );
  });
});
