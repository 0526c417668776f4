import { describe, expect, test } from 'vitest';
import { numberedParts } from '../../../src/core/mail/part-numbers.ts';
import { partAt } from '../../../src/core/mail/section.ts';
import { previewOf } from '../../../src/core/mail/preview.ts';
import { structureOf } from '../../../src/core/mail/structure.ts';
import { bodyTexts, fieldTexts, headerText, mimeHeaderTexts } from '../../../src/core/mail/text.ts';
import { backup } from '../../../src/core/scenario/letters/backup.ts';
import { museum } from '../../../src/core/scenario/letters/museum/museum.ts';
import { octetsOf } from '../../../src/core/store/body.ts';

const letter = (number: number): string => museum[number - 1] ?? '';

describe('what SEARCH reads', () => {
  test('every field of a name, decoded', () => {
    expect(fieldTexts(letter(5), 'SUBJECT')).toEqual([
      'Grüße aus der Bücherstube, mit café und € 5 (no more)',
    ]);
    expect(fieldTexts(letter(3), 'Received')).toHaveLength(5);
    expect(fieldTexts(letter(1), 'Subject')).toEqual([]);
  });
  test('the header, a line a field', () => {
    expect(headerText(letter(5))).toContain('From: José <jose@example.org>\r\n');
  });
  test('the text of every text part, in characters', () => {
    expect(bodyTexts(letter(4)).join('')).toContain('新しい地図は木曜日に届きます。');
    expect(bodyTexts(letter(6)).join('')).toContain('<p style="color: teal">Alice');
    expect(bodyTexts(letter(7)).join('')).not.toContain('PDF');
    expect(bodyTexts(letter(17)).join('')).toContain('Here’s the text');
  });
  test('messages inside, with their headers', () => {
    expect(bodyTexts(letter(8)).join('')).toContain('From: Dave Rivers <dave@example.org>\r\n');
    expect(bodyTexts(letter(8)).join('')).toContain('It hung in the ferry house');
  });
  test('the headers of parts', () => {
    expect(mimeHeaderTexts(letter(7)).join('')).toContain(
      'Content-Description: our lamp, eight pixels wide\r\n',
    );
    expect(mimeHeaderTexts(letter(1))).toEqual([]);
  });
});

describe('a preview', () => {
  const html = (body: string): string => `Content-Type: text/html; charset=utf-8\r\n\r\n${body}`;
  test.each([
    ['plain text on one line', 'Subject: x\r\n\r\n  one\r\n\r\ntwo\t three ', 'one two three'],
    ['no text', 'Content-Type: image/png\r\n\r\nabc', ''],
    ['an attachment is not read', 'Content-Disposition: Attachment\r\n\r\nabc', ''],
    ['tags go', html('<h1>One</h1><p>t<b>w</b>o<br>three</p>'), 'One two three'],
    ['what is not shown goes', html('<head><title>No</title></head><style>p{}</style><!-- no -->yes'), 'yes'],
    [
      'entities',
      html('a &amp; b&nbsp;&lt;c&gt; &#8364; &#x20ac; &what; &#99999999; &#1114112;'),
      'a & b <c> € € &what; &#99999999; &#1114112;',
    ],
    ['what is left open', html('yes <p unclosed'), 'yes'],
    ['less than is no tag', html('1 < 2 <3'), '1 < 2 <3'],
  ])('%s', (_rule, octets, expected) => {
    expect(previewOf(octets)).toBe(expected);
  });
  test('has 200 characters, not octets', () => {
    const octets = `Content-Type: text/plain; charset=utf-8\r\n\r\n${'\xf0\x9f\x8f\xae'.repeat(300)}`;
    expect(previewOf(octets)).toBe('🏮'.repeat(200));
  });
  test('is the plain one of two', () => {
    expect(previewOf(letter(6))).toBe(
      'Alice, the reading room is open until ten on Thursdays. Bring whoever likes tides. Dave',
    );
  });
  test('needs not all of a long letter', () => {
    expect(previewOf(octetsOf(backup))).toMatch(/^Bob, here is the whole catalogue/);
    const long = `Content-Transfer-Encoding: base64\r\n\r\n${`${btoa('a '.repeat(28))}\r\n`.repeat(100_000)}`;
    expect(previewOf(long)).toBe('a '.repeat(100).trim());
  });
});

describe('part numbers', () => {
  test.each([
    [1, '1'],
    [6, '1 2'],
    [7, '1 1.1 1.2 1.2.1 1.2.2 2'],
    [8, '1 2 2.1 2.2 2.2.1 2.3'],
    [16, '1 2 2.1 2.1.1 2.2 2.2.1 3'],
  ])('of letter %i', (number, expected) => {
    const root = structureOf(letter(number));
    const parts = numberedParts(root);
    expect(parts.map((it) => it.number).join(' ')).toBe(expected);
    for (const it of parts) expect(partAt(root, it.number.split('.').map(Number))).toBe(it.part);
  });
});
