// What a mail program would put on the screen of a letter.
import { expect, test } from 'vitest';
import { assert, constantFrom, nat, property, string } from 'fast-check';
import { letters } from '../../../src/core/scenario/letters/collections.ts';
import { octetsOf } from '../../../src/core/store/body.ts';
import { readingOf } from '../../../src/core/trace/reading.ts';

const MOST = 2000;
const museum = letters['museum'].map(octetsOf);
const of = (subject: string) => {
  const octets = museum.find((it) => it.includes(`Subject: ${subject}`));
  return octets === undefined ? undefined : readingOf(octets, MOST);
};
const mixed = (type: string, ...parts: readonly string[]): string =>
  [`Content-Type: ${type}; boundary=b`, '', ...parts.map((part) => `--b\r\n${part}`), '--b--', ''].join(
    '\r\n',
  );
const PLAIN = 'Content-Type: text/plain\r\n\r\nplain';
const HTML = 'Content-Type: text/html\r\n\r\n<b>rich</b>';
const PDF = 'Content-Type: application/pdf\r\n\r\n%PDF';

test.each([
  ['a letter without MIME', 'Subject: x\r\n\r\nplain', 'plain'],
  ['the last alternative that it can show', mixed('multipart/alternative', PLAIN, HTML, PDF), '<b>rich</b>'],
  ['whichever stands there, HTML first', mixed('multipart/alternative', HTML, PLAIN), 'plain'],
  ['the first text of a mixture', mixed('multipart/mixed', PDF, PLAIN, HTML), 'plain'],
  [
    'no attachment',
    mixed('multipart/mixed', PLAIN.replace('\r\n', '\r\nContent-Disposition: attachment\r\n'), HTML),
    '<b>rich</b>',
  ],
  ['a base64 text, decoded', 'Content-Transfer-Encoding: base64\r\n\r\ncGxhaW4=', 'plain'],
])('%s', (_what, octets, text) => expect(readingOf(octets, MOST)?.text).toBe(text));

test('the root that a related part names, with the picture that came along', () => {
  const reading = of('Invoice, with our lamp');
  expect(reading?.html).toBe(true);
  expect(reading?.text).toContain('cid:lamp.7@example.com');
  const lamp = reading?.picture('lamp.7@example.com');
  expect(lamp?.type).toBe('image/png');
  expect(lamp?.octets.slice(1, 4)).toBe('PNG');
  expect(reading?.picture('page.7@example.com'), 'a text is no picture').toBeUndefined();
  expect(reading?.picture('nobody@example.com')).toBeUndefined();
});
test('there is nothing to read in what has no text', () => {
  expect(readingOf(mixed('multipart/mixed', PDF), MOST)).toBeUndefined();
});
test('a long text is cut, and says so', () => {
  const reading = readingOf(`\r\n${'nine here\r\n'.repeat(2000)}`, MOST);
  expect(reading?.text).toHaveLength(MOST);
  expect(reading?.cut).toBe(true);
});
test('whatever a letter is, it is read or not, within bounds', () => {
  assert(
    property(constantFrom(...museum), nat(), string({ maxLength: 60 }), (letter, at, noise) => {
      const place = at % letter.length;
      const octets = letter.slice(0, place) + noise + letter.slice(place);
      expect((readingOf(octets, MOST)?.text ?? '').length).toBeLessThanOrEqual(MOST);
    }),
    { numRuns: 50 },
  );
});
