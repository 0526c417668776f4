import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../src/core/base/octets.ts';
import { parameterised } from '../../../src/core/mail/parameters.ts';
import { parameterText } from '../../../src/core/mail/parameter-text.ts';

const read = (text: string): string => {
  const { value, parameters } = parameterised(text);
  return [value, ...parameters.map((it) => `${it.name}=${it.value}`)].join(' | ');
};

describe('a value with parameters', () => {
  test.each([
    // RFC 2045 §5.1: three ways to write one thing
    ['text/plain; charset=us-ascii (Plain text)', 'text/plain | charset=us-ascii'],
    ['text/plain; charset="us-ascii"', 'text/plain | charset=us-ascii'],
    ['text/plain (a; comment) ; charset = us-ascii', 'text/plain | charset=us-ascii'],
    // RFC 2183 §2
    [
      'attachment; filename=genome.jpeg; modification-date="Wed, 12 Feb 1997 16:29:51 -0500";',
      'attachment | filename=genome.jpeg | modification-date=Wed, 12 Feb 1997 16:29:51 -0500',
    ],
    ['multipart/mixed; boundary="gc0pJq0M:08jU534c0p"', 'multipart/mixed | boundary=gc0pJq0M:08jU534c0p'],
    ['a/b; x="say \\"no\\"; \\\\ (twice)"; y=2', 'a/b | x=say "no"; \\ (twice) | y=2'],
    // broken
    ['a/b; name=my report(1).pdf', 'a/b | name=my report(1).pdf'],
    ['a/b; boundary=a=b', 'a/b | boundary=a=b'],
    ['a/b; x="never closed', 'a/b | x=never closed'],
    ['a/b; x="1" junk; y=2', 'a/b | x=1 | y=2'],
    ['a/b; ; flag; =3', 'a/b | flag='],
    ['', ''],
    [';', ''],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('a parameter’s text', () => {
  test.each([
    // RFC 2231 §3, §4, §4.1
    [
      'URL*0="ftp://"; URL*1="files.example/pub/moore/bulk-mailer.tar"',
      'url',
      'ftp://files.example/pub/moore/bulk-mailer.tar',
    ],
    ["title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A", 'title', 'This is ***fun***'],
    [
      "title*0*=us-ascii'en'This%20is%20even%20more%20; title*1*=%2A%2A%2Afun%2A%2A%2A%20; title*2=\"isn't it!\"",
      'title',
      "This is even more ***fun*** isn't it!",
    ],
    // in any order; a character cut in two
    ["n*1*=%A9!; n*0*=utf-8''Jos%C3", 'n', 'José!'],
    ["n*=iso-8859-1''caf%E9; n=cafe", 'n', 'café'],
    // what programs do instead
    ['n="=?utf-8?Q?caf=C3=A9?="', 'n', 'café'],
    ['n=plain', 'n', 'plain'],
    [utf8('n="café"'), 'n', 'café'],
    // broken
    ['n*=no quotes%41', 'n', 'no quotesA'],
    ["n*=x-nobody''caf%C3%A9", 'n', 'café'],
    ['n*1=second', 'n', undefined],
    ['other=1', 'n', undefined],
  ])('%s', (text, name, expected) => {
    expect(parameterText(parameterised(`x/y; ${text}`).parameters, name)).toBe(expected);
  });
});
