import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/core/base/octets.ts';
import { headerField, senderName } from '../../../src/core/mail/header.ts';

const letter = [
  'From: "Doe, \\"J\\"" <jane@example.org>',
  'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= =?UTF-8?B?IGF1cw==?=',
  ' dem Norden',
  'X-Plain: bücher',
  'X-Japanese: =?iso-2022-jp?B?GyRCRnxLXBsoQg==?=',
  'X-Other: =?x-nobody?Q?a=41?=  =?x-nobody?Q?b?= end',
  '',
  'Subject: not this one',
].join('\r\n');

describe('a header field', () => {
  it('is unfolded and decoded, and its name may be written in any case', () => {
    expect(headerField(letter, 'subject')).toBe('Grüße aus dem Norden');
  });
  it('may be raw UTF-8', () => {
    expect(headerField(utf8(letter), 'X-Plain')).toBe('bücher');
  });
  it('may be in any charset that browsers read', () => {
    expect(headerField(letter, 'X-Japanese')).toBe('日本');
  });
  it('stays as it is in a charset nobody here reads', () => {
    expect(headerField(letter, 'X-Other')).toBe('=?x-nobody?Q?a=41?=  =?x-nobody?Q?b?= end');
  });
  it('keeps an octet A0 at its end, which is half of an à', () => {
    expect(headerField(utf8('Subject: voilà\r\n\r\n'), 'Subject')).toBe('voilà');
  });
  it('is looked for in the header alone', () => {
    expect(headerField('From: a@example.com\r\n\r\nSubject: no\r\n', 'Subject')).toBe('');
    expect(headerField('Subject: no body', 'Subject')).toBe('no body');
    expect(headerField('', 'Subject')).toBe('');
  });
});

describe('a sender', () => {
  it.each([
    ['Dave Rivers <dave@example.org>', 'Dave Rivers'],
    ['"Doe, \\"J\\"" <jane@example.org>', 'Doe, "J"'],
    ['=?utf-8?Q?Doe=2C_J=C3=A9?= <jane@example.org>, bob@example.com', 'Doe, Jé'],
    ['<bob@example.com>', 'bob@example.com'],
    ['bob@example.com', 'bob@example.com'],
    ['bob@example.com (Bob)', 'Bob'],
    ['Friends: bob@example.com;', 'Friends'],
    ['nobody', 'nobody'],
    ['', ''],
  ])('%s', (from, name) => {
    expect(senderName(`From: ${from}\r\n\r\n`)).toBe(name);
  });
});
