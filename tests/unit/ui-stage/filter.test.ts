// The filter's language: what a text means, what is wrong with it, and what of a session it lets through.
import { assert, property, string } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fitsOf } from '../../../src/ui/sequence/filtering.ts';
import { parse } from '../../../src/ui/sequence/grammar.ts';
import { rowsOf } from '../../../src/ui/sequence/rows.ts';
import { TLS, typed } from './session.ts';

const written = (text: string): string => {
  const { filter, fault } = parse(text);
  if (fault) return `${fault.kind} ${fault.kind === 'quote' ? fault.at : fault.word}`;
  return filter
    .map((all) => all.map(({ key, value, not }) => `${not ? 'not ' : ''}${key}=${value}`).join(' & '))
    .join(' | ');
};
describe('what a text means', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['SMTP', 'protocol=smtp'],
    ['#2 -tls', 'conn=2 & not protocol=tls'],
    ['550', 'code=550'],
    ['5xx or 4xx', 'code=5xx | code=4xx'],
    ['-ERR', 'code=-err'],
    ['+OK bob', 'code=+ok & text=bob'],
    ['NO', 'code=no'],
    ['"or else" x', 'text=or else & text=x'],
    ['-"a b"', 'not text=a b'],
    ['from:client to:"mx1" conn:#3', 'from=client & to=mx1 & conn=3'],
    ['text:5xx is:refused', 'text=5xx & is=refused'],
    ['12', 'text=12'],
    ['say "x', 'quote 4'],
    ['"', 'quote 0'],
    ['5xx -"', 'quote 5'],
    ['port:25', 'key port:'],
    ['is:blue', 'value is:blue'],
    ['conn:x', 'value conn:x'],
    ['#x', 'value #x'],
    ['from:', 'value from:'],
    ['-', 'alone -'],
    ['or x', 'alone or'],
    ['x or', 'alone or'],
  ])('%j', (text, meaning) => {
    expect(written(text)).toBe(meaning);
  });
  it('any text is read to its end, or its fault is told', () => {
    assert(
      property(string(), (text) => {
        const { filter, fault } = parse(text);
        expect(filter === undefined).not.toBe(fault === undefined);
      }),
      { numRuns: 200 },
    );
  });
});

const session = typed([
  'telnet mx1.example.com 25',
  'RCPT TO:<bob@example.com>',
  'QUIT',
  TLS,
  'USER bob',
  'PASS wrong',
  'QUIT',
]);
const rows = rowsOf(session.trace);
const through = (text: string): readonly string[] => {
  const { filter = [] } = parse(text);
  const fits = fitsOf(filter);
  return rows.filter((row) => fits(row, session.trace)).map(({ kind, text: said }) => `${kind} ${said}`);
};
test('protocol, connection, code, text and their opposites', () => {
  expect(through('smtp is:command')).toEqual(['text RCPT TO:<bob@example.com>', 'text QUIT']);
  expect(through('5xx').every((row) => /^text 50\d /.test(row))).toBe(true);
  expect(through('5xx')).toHaveLength(1);
  expect(through('-ERR')).toEqual(['text -ERR [AUTH] No such user or wrong password']);
  expect(through('code:auth')).toEqual(through('-ERR'));
  expect(through('dns').length).toBe(rows.filter(({ kind }) => kind === 'dns').length);
  expect(through('#2 is:command')).toEqual(['text USER bob', 'text PASS wrong', 'text QUIT']);
  expect(through('is:refused')).toEqual([...through('5xx'), ...through('-ERR')]);
  expect(through('smtp or pop3').length).toBe(through('smtp').length + through('pop3').length);
  expect(through('smtp').length + through('-smtp').length).toBe(rows.length);
  expect(through('pop3 text:bob')).toEqual(['text USER bob']);
});

test('text beyond ASCII is found as it was typed, and as a header means it', () => {
  const { trace } = typed([
    'telnet mx1.example.com 25',
    'EHLO client.example.net',
    'MAIL FROM:<you@client.example.net>',
    'RCPT TO:<bob@example.com>',
    'DATA',
    'Subject: =?utf-8?q?Stra=C3=9Fe?=',
    '',
    ...['Größe 你好', '.'].map((line) => String.fromCharCode(...new TextEncoder().encode(line))),
  ]);
  const found = (text: string): number => {
    const fits = fitsOf(parse(text).filter ?? []);
    return rowsOf(trace).filter((row) => fits(row, trace)).length;
  };
  expect(['größe', '你好', 'straße', '"=?utf-8"'].map(found)).toEqual([1, 1, 1, 1]);
  // an octet is no letter of its own
  expect(found('ã')).toBe(0);
});
