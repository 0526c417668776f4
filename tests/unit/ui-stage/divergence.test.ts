import { expect, test } from 'vitest';
import { divergenceOf } from '../../../src/ui/timeline/divergence.ts';
import { typed } from './session.ts';

const HELLO = ['telnet mx1.example.com 25', 'EHLO client.example.net'];
const one = typed([...HELLO, 'MAIL FROM:<you@client.example.net>', 'RSET']).trace;
const other = typed([...HELLO, 'MAIL FROM:<you@client.example.net>', 'QUIT']).trace;

test('two branches are alike up to the first thing that was said otherwise', () => {
  const { alike, left, right } = divergenceOf(one, other);
  expect([left[0]?.text, right[0]?.text]).toEqual(['RSET', 'QUIT']);
  expect(alike.map(({ text }) => text)).toContain('MAIL FROM:<you@client.example.net>');
});
test('what was said to a shell, and what was not, is a difference too', () => {
  const asked = typed(['help']).trace;
  const other = typed(['hosts', 'telnet mx1.example.com 25']).trace;
  const { alike, left, right } = divergenceOf(asked, other);
  expect([alike.length, left[0]?.text, right[0]?.text]).toEqual([0, 'help', 'hosts']);
  expect(right[1]?.text).toBe('telnet mx1.example.com 25');
  expect(
    divergenceOf(typed([...HELLO, 'QUIT', 'help']).trace, typed([...HELLO, 'QUIT']).trace),
  ).toMatchObject({ left: [{ text: 'help' }], right: [] });
});
test('what travelled is there once', () => {
  const lines = divergenceOf(one, one).alike.map(({ text }) => text);
  expect(lines.filter((text) => text === 'RSET')).toHaveLength(1);
});
test('one that goes on is alike to the end of the other; one with itself to its own', () => {
  const short = typed(HELLO).trace;
  expect(divergenceOf(short, one)).toMatchObject({ left: [] });
  expect(divergenceOf(short, one).right[0]?.text).toBe('MAIL FROM:<you@client.example.net>');
  expect(divergenceOf(one, one)).toMatchObject({ left: [], right: [] });
});
