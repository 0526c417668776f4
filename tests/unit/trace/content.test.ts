import { describe, expect, it } from 'vitest';
import { contentOf, textOf } from '../../../src/core/trace/content.ts';
import { dotted } from '../../../src/core/wire/dotted.ts';
import { counted, line, nothing, type Framing, type Reading } from '../../../src/core/wire/framing.ts';

const letter = dotted({ total: 60 });
const after = (framing: Framing, octets: string): Reading => framing.take(framing.start, octets).reading;
const content = (framing: Framing, octets: string) => contentOf(framing, after(framing, octets));

describe('content', () => {
  it('is nothing where lines are read, or nothing is', () => {
    expect(contentOf(line, null)).toBeUndefined();
    expect(contentOf(nothing, null)).toBeUndefined();
  });
  it.each([
    ['', { octets: 0, lineStart: true, bareLf: false }],
    ['Hi', { octets: 2, lineStart: false, bareLf: false }],
    ['Hi\r', { octets: 3, lineStart: false, bareLf: false }],
    ['Hi\r\n', { octets: 4, lineStart: true, bareLf: false }],
    ['Hi\n', { octets: 3, lineStart: false, bareLf: true }],
    ['..Hi\r\n', { octets: 5, lineStart: true, bareLf: false }],
    ['x'.repeat(90), { octets: -1 }],
  ])('up to a dot: %j', (octets, expected) => {
    expect(content(letter, octets)).toMatchObject({ ends: 'dot', left: 0, ...expected });
  });
  it('before a first octet is at the start of a line', () => {
    expect(contentOf(letter, null)).toEqual(content(letter, ''));
  });
  it('of an announced size says how much is owed', () => {
    expect(contentOf(counted(10), null)).toMatchObject({ ends: 'count', octets: 0, left: 10 });
    expect(content(counted(10), 'abc')).toMatchObject({ ends: 'count', octets: 3, left: 7 });
    expect(content(counted(10, 5), 'abc')).toMatchObject({ octets: -1, left: 7 });
  });
  it('can be read while it comes, dots taken away', () => {
    expect(textOf(letter, after(letter, 'Hi\r\n..dot\r\nmo'))).toBe('Hi\r\n.dot\r\nmo');
    expect(textOf(letter, null)).toBe('');
    expect(textOf(counted(10), after(counted(10), 'abc'))).toBe('abc');
  });
});
