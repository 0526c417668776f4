import { describe, expect, test } from 'vitest';
import { bodyStructureText, bodyText } from '../../../src/core/mail/body-structure.ts';
import { envelopeText } from '../../../src/core/mail/envelope.ts';
import { section } from '../../../src/core/mail/section.ts';

const lines = (...all: readonly string[]): string => all.join('\r\n');

const inside = lines(
  'From: dave@example.org',
  'Subject: inside',
  'Content-Type: multipart/alternative; boundary="outer-inner"',
  '',
  '--outer-inner',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'two one',
  '',
  '--outer-inner',
  'Content-Type: text/html',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Disposition: inline; filename="a.html"',
  '',
  '<p>two two',
  '--outer-inner--',
);
// RFC 9051 §6.4.5.1 draws this tree; the octets are ours.
const letter = lines(
  'From: Alice <alice@example.com>',
  'To: bob@example.com, Team: carol@example.com, "E. Rin" <erin@example.com>;',
  'Subject: Minutes, with everything',
  'Date: Mon, 2 Nov 2026 10:00:00 +0000',
  'Message-ID: <minutes@example.com>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=outer',
  '',
  'preamble',
  '--outer',
  '',
  'one',
  '--outer',
  'Content-Type: message/rfc822',
  '',
  inside,
  '--outer--',
  'epilogue',
  '',
);

describe('a multipart message with a message inside', () => {
  test('ENVELOPE', () => {
    expect(envelopeText(letter)).toBe(
      '("Mon, 2 Nov 2026 10:00:00 +0000" "Minutes, with everything" ' +
        '(("Alice" NIL "alice" "example.com")) (("Alice" NIL "alice" "example.com")) (("Alice" NIL "alice" "example.com")) ' +
        '((NIL NIL "bob" "example.com")(NIL NIL "Team" NIL)(NIL NIL "carol" "example.com")("E. Rin" NIL "erin" "example.com")(NIL NIL NIL NIL)) ' +
        'NIL NIL NIL "<minutes@example.com>")',
    );
  });
  test('BODY', () => {
    expect(bodyText(letter)).toBe(
      '(("TEXT" "PLAIN" ("CHARSET" "US-ASCII") NIL NIL "7BIT" 3 0)' +
        `("MESSAGE" "RFC822" NIL NIL NIL "7BIT" ${inside.length} ` +
        '(NIL "inside" ((NIL NIL "dave" "example.org")) ((NIL NIL "dave" "example.org")) ((NIL NIL "dave" "example.org")) NIL NIL NIL NIL NIL) ' +
        '(("TEXT" "PLAIN" ("charset" "utf-8") NIL NIL "7BIT" 9 1)("TEXT" "HTML" ("CHARSET" "US-ASCII") NIL NIL "QUOTED-PRINTABLE" 10 0) "ALTERNATIVE") 15) "MIXED")',
    );
  });
  test('BODYSTRUCTURE adds what BODY leaves out', () => {
    const text = bodyStructureText(letter);
    expect(text).toContain('"QUOTED-PRINTABLE" 10 0 NIL ("inline" ("filename" "a.html")) NIL NIL)');
    expect(text.endsWith(' "MIXED" ("boundary" "outer") NIL NIL NIL)')).toBe(true);
  });
  test.each([
    [{ part: [1] }, 'one'],
    [{ part: [1], text: 'MIME' }, '\r\n'],
    [{ part: [2, 1] }, 'two one\r\n'],
    [{ part: [2, 2] }, '<p>two two'],
    [{ part: [2, 1], text: 'MIME' }, 'Content-Type: text/plain; charset=utf-8\r\n\r\n'],
    [
      { part: [2], text: 'HEADER.FIELDS', fields: ['subject', 'FROM'] },
      'From: dave@example.org\r\nSubject: inside\r\n\r\n',
    ],
    [{ part: [1], text: 'HEADER' }, undefined],
    [{ part: [3] }, undefined],
    [{ part: [2, 1, 1] }, undefined],
  ] as const)('%j', (wanted, octets) => {
    expect(section(letter, wanted)).toBe(octets);
  });
  test('octets beyond ASCII stay octets: none has a capital of its own', () => {
    const odd = 'Content-Type: te\xff/pl\xdf; x=y\r\nContent-Transfer-Encoding: b\xb5t\r\n\r\n';
    expect(bodyText(odd)).toBe('({3}\r\nTE\xff {3}\r\nPL\xdf ("x" "y") NIL NIL {3}\r\nB\xb5T 0)');
  });
  test('a partial is cut from the section', () => {
    expect(section(letter, { part: [2, 1] }, { offset: 4, count: 100 })).toBe('one\r\n');
    expect(section(letter, { part: [1] }, { offset: 9, count: 1 })).toBe('');
  });
});
