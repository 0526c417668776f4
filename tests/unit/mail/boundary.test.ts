import { describe, expect, test } from 'vitest';
import { bodyText } from '../../../src/core/mail/body-structure.ts';
import { section } from '../../../src/core/mail/section.ts';
import { structureOf } from '../../../src/core/mail/structure.ts';

const mixed = (...lines: readonly string[]): string =>
  ['Content-Type: multipart/mixed; boundary=b', '', ...lines].join('\r\n');
const parts = (octets: string): readonly string[] =>
  structureOf(octets).children.map((_, i) => section(octets, { part: [i + 1] }) ?? '');

describe('a multipart is cut where its boundary is', () => {
  test.each([
    ['preamble and epilogue belong to no part', mixed('pre', '--b', '', 'one', '--b--', 'post'), ['one']],
    ['the line end before it is its own', mixed('--b', '', 'one', '', '--b--', ''), ['one\r\n']],
    ['it may be the first thing in the body', mixed('--b', '', 'one', '--b--'), ['one']],
    ['white space after it is ignored', mixed('--b \t', '', 'one', '--b--\t ', ''), ['one']],
    ['a line that goes on is text', mixed('--b', '', '--bc', 'one', '--b--'), ['--bc\r\none']],
    ['in the middle of a line it is text', mixed('--b', '', 'see --b', 'x--b', '--b--'), ['see --b\r\nx--b']],
    [
      'without the closing one the last part ends with the body',
      mixed('--b', '', 'one', '--b', '', 'two'),
      ['one', 'two'],
    ],
    ['after the closing one nothing is a part', mixed('--b', '', 'one', '--b--', '--b', '', 'two'), ['one']],
    ['a part may be empty', mixed('--b', '--b', '', '--b', '', '', '--b--'), ['', '', '']],
    ['a part may have a header alone', mixed('--b', 'X: y', '--b--'), ['']],
    [
      'a part may have forgotten its empty line',
      mixed('--b', 'text at once', '', 'more', '--b--'),
      ['text at once\r\n\r\nmore'],
    ],
    ['LF alone ends lines too', mixed('--b', '', 'one', '--b--', '').replaceAll('\r\n', '\n'), ['one']],
    [
      'where none is exact, a line that begins with it is one',
      mixed('--b first', '', 'one', '--b-- last'),
      ['one'],
    ],
    [
      'where none is at all, the text is the only part',
      mixed('a', '--c', '', 'one', '--c--'),
      ['a\r\n--c\r\n\r\none\r\n--c--'],
    ],
    ['nor where its name is missing', 'Content-Type: multipart/mixed\r\n\r\ntext', ['text']],
    ['an empty one has one empty part', mixed(''), ['']],
  ])('%s', (_rule, octets, expected) => {
    expect(parts(octets)).toEqual(expected);
  });

  test('an inner boundary may begin with the outer one, or the other way round', () => {
    const nested = (outer: string, inner: string): string =>
      [
        `Content-Type: multipart/mixed; boundary=${outer}`,
        '',
        `--${outer}`,
        `Content-Type: multipart/mixed; boundary=${inner}`,
        '',
        `--${inner}`,
        '',
        'one',
        `--${inner}`,
        '',
        'two',
        `--${inner}--`,
        `--${outer}`,
        '',
        'three',
        `--${outer}--`,
        '',
      ].join('\r\n');
    for (const [outer, inner] of [
      ['b', 'bb'],
      ['bb', 'b'],
      ['b', 'b-'],
      ['b', 'c'],
    ] as const) {
      const octets = nested(outer, inner);
      expect([[1, 1], [1, 2], [2]].map((part) => section(octets, { part }))).toEqual(['one', 'two', 'three']);
    }
  });

  test('the outer boundary ends an inner multipart that never closes', () => {
    const octets = mixed(
      '--b',
      'Content-Type: multipart/mixed; boundary=c',
      '',
      '--c',
      '',
      'one',
      '--b',
      '',
      'two',
      '--b--',
    );
    expect(section(octets, { part: [1, 1] })).toBe('one');
    expect(section(octets, { part: [2] })).toBe('two');
  });
});

describe('what a part is when it does not say', () => {
  test.each([
    ['', '("TEXT" "PLAIN" ("CHARSET" "US-ASCII") NIL NIL "7BIT" 1 0)'],
    ['Content-Type: text', '("TEXT" "PLAIN" ("CHARSET" "US-ASCII") NIL NIL "7BIT" 1 0)'],
    ['Content-Type: text/html', '("TEXT" "HTML" ("CHARSET" "US-ASCII") NIL NIL "7BIT" 1 0)'],
    [
      'Content-Type: Text / Plain (really); Charset=utf-8',
      '("TEXT" "PLAIN" ("Charset" "utf-8") NIL NIL "7BIT" 1 0)',
    ],
    ['Content-Type: image/png', '("IMAGE" "PNG" NIL NIL NIL "7BIT" 1)'],
    ['Content-Type: x/y\r\nContent-Transfer-Encoding: (so) Base64', '("X" "Y" NIL NIL NIL "BASE64" 1)'],
    [
      'Content-Type: x/y\r\nContent-Description: caf\xe9 "x"',
      '("X" "Y" NIL NIL {8}\r\ncaf\xe9 "x" "7BIT" 1)',
    ],
    ['Content-Type: x/y\r\nContent-Description: caf\xe9', '("X" "Y" NIL NIL {4}\r\ncaf\xe9 "7BIT" 1)'],
    ['Content-Type: x/y\r\nContent-Description: say "x\\y"', '("X" "Y" NIL NIL "say \\"x\\\\y\\"" "7BIT" 1)'],
    ['Content-Type: x/y\r\nContent-ID:', '("X" "Y" NIL "" NIL "7BIT" 1)'],
  ])('%j', (header, body) => {
    expect(bodyText(`${header}${header === '' ? '' : '\r\n'}\r\nx`)).toBe(body);
  });
});

describe('a hostile message', () => {
  test('is not followed deeper than any letter goes', () => {
    const octets = 'Content-Type: message/rfc822\r\n\r\n'.repeat(10_000);
    expect(bodyText(octets).match(/"RFC822"/g)).toHaveLength(32);
    expect(bodyText(octets)).toContain('"APPLICATION" "OCTET-STREAM"');
  });
  test('has no more parts than any letter has; the rest stays in the last', () => {
    const octets = mixed('--b\r\n'.repeat(10_000));
    const { children, body } = structureOf(octets);
    expect(children).toHaveLength(1999);
    expect(children.at(-1)?.body.end).toBe(body.end);
  });
});
