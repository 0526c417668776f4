import { describe, expect, test } from 'vitest';
import { asciiOf, hexOf, offsetText, rowStarts } from '../../../src/ui/message/octetRows.ts';

const rows = (octets: string, columns: number): readonly string[] => {
  const starts = rowStarts(octets, columns);
  return starts.slice(1).map((end, i) => octets.slice(starts[i], end));
};
describe('the rows of a letter', () => {
  test.each([
    ['', 20, []],
    ['one\r\n\r\ntwo\r\n', 20, ['one\r\n', '\r\n', 'two\r\n']],
    ['no end', 20, ['no end']],
    ['bare\nlf', 20, ['bare\n', 'lf']],
    ['12345678\r\n', 8, ['12345678\r\n']],
    ['123456789\r\n', 8, ['12345678', '9\r\n']],
    ['1234567890123456\r\n', 8, ['12345678', '90123456\r\n']],
  ])('%j in %i columns', (octets, columns, expected) => {
    expect(rows(octets, columns)).toEqual(expected);
  });
  test('a letter of several octets is not cut in two', () => {
    expect(rows('1234567\xc3\xb6x', 8)).toEqual(['1234567', '\xc3\xb6x']);
    expect(rows('\x80'.repeat(20), 8).join('')).toBe('\x80'.repeat(20)); // no UTF-8 at all
  });
  test('nothing is lost, whatever the width', () => {
    const octets = 'Subject: gr\xc3\xb6\xc3\x9fe\r\n\r\n\xf0\x9f\x93\xae'.repeat(9);
    for (let columns = 1; columns < 60; columns++) expect(rows(octets, columns).join('')).toBe(octets);
  });
  test('a letter of three million octets is cut while one blinks', () => {
    const octets = `${'x'.repeat(76)}\r\n`.repeat(40_000);
    expect(rowStarts(octets, 80)).toHaveLength(40_001);
  });
});
test('hex as dumps write it', () => {
  expect(hexOf('Hi\r\n')).toBe('48 69 0d 0a');
  expect(asciiOf('Hi\r\n\xff')).toBe('Hi...');
  expect([offsetText(500, 900), offsetText(0, 20_000_000)]).toEqual(['01f4', '0000000']);
});
