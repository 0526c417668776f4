import { describe, expect, test } from 'vitest';
import {
  boxName,
  clockText,
  pictured,
  pressed,
  said,
  shortened,
  shortName,
  spanText,
  visible,
} from '../../../src/ui/shell/words.ts';
import { disguise, pseudo } from '../../../src/ui/messages/pseudo.ts';
import { grouped } from '../../../src/ui/messages/grouped.ts';
import { en } from '../../../src/ui/messages/en.ts';
import { main as zh } from '../../../src/ui/messages/zh/main.ts';

test.each([
  ['pop.example.com', 'pop'],
  ['192.0.2.31', '192.0.2.31'],
  ['2001:db8::1', '2001:db8::1'],
])('the short name of %s is %s', (host, short) => expect(shortName(host)).toBe(short));
test.each([0, 999, 1000, 12_345, 123_456, 1_234_567])('%i is grouped as English groups it', (n) =>
  expect(grouped(n)).toBe(n.toLocaleString('en')),
);
test('an inbox has the name of its owner', () => {
  expect(boxName('bob/INBOX')).toBe('bob');
  expect(boxName('bob/Sent')).toBe('bob/Sent');
});
test.each([
  ['RETR 1\r\n', 'RETR 1', 0],
  ['+OK\r\nline\r\n.\r\n', '+OK', 2],
  ['no end', 'no end', 0],
  ['gr\xc3\xb6\xc3\x9fe7\r\n', 'größe7', 0],
  ['a\x00b\n', 'a␀b', 0],
  ['\r\n', '', 0],
])('%j reads %j and %i more', (octets, first, more) => expect(said(octets)).toEqual({ first, more }));
test('control characters are seen, ill-formed octets are U+FFFD', () => {
  expect(visible('\x1b[2J\x7f')).toBe('␛[2J␡');
  expect(visible('\xff')).toBe('\uFFFD');
});
test('nothing turns the words beside it around; keys are written as a terminal echoes them', () => {
  expect(pictured('NOOP \u202Eabc\u2069 שלום')).toBe('NOOP [U+202E]abc[U+2069] שלום');
  expect(pressed('\x03 \x04\x1d\x7f\u202E')).toBe('^C ^D^]^?[U+202E]');
});
test('what is shortened has at most so many letters', () => {
  expect(shortened('RETR 1', 6)).toBe('RETR 1');
  expect(shortened('RETR 10', 6)).toBe('RETR …');
  expect(shortened('größere', 4)).toBe('grö…');
  expect(shortened('📬📭📮', 3)).toBe('📬📭📮');
  expect(shortened('📬📭📮📯', 3)).toBe('📬📭…');
});
describe('time', () => {
  test('the clock is the world’s, to the millisecond', () => {
    expect(clockText(1_793_696_400, 4_180_999)).toBe('09:00:04.180');
    expect(clockText(1_793_696_400, 15 * 3_600_000_000)).toBe('00:00:00.000');
  });
  test.each([
    [20_000, '20 ms'],
    [4_200_000, '4.2 s'],
    [600_000_000, '10 min'],
    [9_000_000_000, '2.5 h'],
  ])('%i µs is %s', (micros, words) => expect(spanText(micros, en)).toBe(words));
  test.each([
    [20_000, '20 毫秒'],
    [4_200_000, '4.2 秒'],
    [600_000_000, '10 分钟'],
    [9_000_000_000, '2.5 小时'],
  ])('%i µs is %s in Chinese', (micros, words) => expect(spanText(micros, zh)).toBe(words));
});

describe('the pseudo-locale', () => {
  const words = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(words);
    return [];
  };
  test('every word of the catalogue comes out disguised', () => {
    const all = words(pseudo(en));
    expect(all).toHaveLength(words(en).length);
    expect(all.filter((text) => text !== '' && !/^⟦[\s\S]*⟧$/.test(text))).toEqual([]);
  });
  test('and so does what a function makes', () => {
    expect(pseudo(en).timeline.at(3, 9)).toBe(disguise(en.timeline.at(3, 9)));
    expect(disguise('Maildrop')).not.toMatch(/Mail/);
  });
});
