// Addresses of an envelope: RFC 5321 §4.1.2 and §4.1.3, RFC 6531 §3.3; some are from RFC 5321, 5322 and 3696 themselves.
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../src/core/base/octets.ts';
import { bracketed } from '../../../src/core/mail/mailbox.ts';
import { cursor } from '../../../src/core/spec/grammar.ts';
import { addressOf, path, UNQUALIFIED } from '../../../src/core/protocols/smtp/path.ts';

const x = (n: number): string => 'x'.repeat(n);
const label = x(63);

/** As it is written → as it is written with the least quoting. */
const valid: readonly (readonly [string, string])[] = [
  ['bob@example.com', 'bob@example.com'],
  ['Bob@EXAMPLE.com', 'Bob@EXAMPLE.com'],
  ['b@c', 'b@c'],
  ['first.last@sub.do.com', 'first.last@sub.do.com'],
  ['bob+tag@example.com', 'bob+tag@example.com'],
  ["!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com"],
  ['customer/department=shipping@example.com', 'customer/department=shipping@example.com'],
  ['$A12345@example.com', '$A12345@example.com'],
  ['"bob"@example.com', 'bob@example.com'],
  ['"b\\ob"@example.com', 'bob@example.com'],
  ['"Joe\\,Smith"@example.com', '"Joe,Smith"@example.com'],
  ['"john smith"@example.com', '"john smith"@example.com'],
  ['"a@b"@example.com', '"a@b"@example.com'],
  ['"a>b"@example.com', '"a>b"@example.com'],
  ['"a..b"@example.com', '"a..b"@example.com'],
  ['"."@example.com', '"."@example.com'],
  ['"\\""@example.com', '"\\""@example.com'],
  ['"\\\\"@example.com', '"\\\\"@example.com'],
  ['""@example.com', '""@example.com'],
  [`${x(64)}@example.com`, `${x(64)}@example.com`],
  [`"${x(64)}"@example.com`, `${x(64)}@example.com`],
  [`a@${label}.${label}.${label}.com`, `a@${label}.${label}.${label}.com`],
  [`a@${label}.${label}.${label}.${x(60)}`, `a@${label}.${label}.${label}.${x(60)}`],
  ['bob@[192.0.2.1]', 'bob@[192.0.2.1]'],
  ['bob@[IPv6:2001:db8::1]', 'bob@[IPv6:2001:db8::1]'],
  ['bob@[ipv6:::1]', 'bob@[ipv6:::1]'],
  ['bob@[IPv6:::ffff:192.0.2.1]', 'bob@[IPv6:::ffff:192.0.2.1]'],
  ['bob@3com.example', 'bob@3com.example'],
  ['bob@xn--bcher-kva.example', 'bob@xn--bcher-kva.example'],
  ['@a.example:bob@example.com', 'bob@example.com'],
  ['@a.example,@b.example:bob@example.com', 'bob@example.com'],
  ['josé@example.com', 'josé@example.com'],
  ['"jo sé"@example.com', '"jo sé"@example.com'],
  ['josé@bücher.example', 'josé@bücher.example'],
  ['我買@屋企.example', '我買@屋企.example'],
];
/** As it is written → part of what is said about it. */
const invalid: readonly (readonly [string, string])[] = [
  ['@example.com', 'nobody stands before @'],
  ['bob@', 'the domain is names'],
  ['.bob@example.com', 'neither begins nor ends with a dot'],
  ['bob.@example.com', 'neither begins nor ends with a dot'],
  ['b..ob@example.com', 'two dots in a row'],
  ['john smith@example.com', 'a space in a name needs quotes'],
  ['a,b@example.com', 'needs quotes'],
  ['a"b@example.com', 'needs quotes'],
  ['a\\@b@example.com', 'needs quotes'],
  ['(comment)bob@example.com', 'needs quotes'],
  ['"bob@example.com', 'a quoted name ends in "'],
  ['"bob"x@example.com', 'a quoted name ends in "'],
  ['"bo\0b"@example.com', 'no control characters'],
  ['bob@example@example.com', 'one @'],
  ['bob@exa mple.com', 'the domain is names'],
  ['bob@-example.com', 'a hyphen neither first nor last'],
  ['bob@example-.com', 'a hyphen neither first nor last'],
  ['bob@example..com', 'names with dots between'],
  ['bob@.example.com', 'names with dots between'],
  ['bob@example.com.', 'names with dots between'],
  ['bob@under_score.example', 'underscore'],
  [`bob@${x(64)}.example`, 'has 63 octets at most, and this has 64'],
  ['bob@[192.0.2.256]', 'no IPv4 address'],
  ['bob@[192.0.2]', 'no IPv4 address'],
  ['bob@[192.0.2.01]', 'no IPv4 address'],
  ['bob@[2001:db8::1]', '[IPv6:2001:db8::1]'],
  ['bob@[x-tag:anything.at-all]', '[IPv6:2001:db8::1]'],
  ['bob@[IPv6:2001:db8:::1]', 'no IPv6 address'],
  ['bob@[IPv6:192.0.2.1]', 'no IPv6 address'],
  ['bob@[192.0.2.1', 'ends with ]'],
  ['bob@192.0.2.1]', 'the domain is names'],
  ['@a.example;bob@example.com', 'nobody stands before @'],
  ['@a_b:bob@example.com', 'the route before the address'],
  [`${x(65)}@example.com`, '64 octets at most, and this has 65'],
  [`é${x(63)}@example.com`, '64 octets at most, and this has 65'],
  [`${x(200)}@${label}.example`, '256 octets at most with its brackets, and this one has 274'],
  ['bob', UNQUALIFIED],
];
describe('a path', () => {
  test.each(valid)('%s is read', (text, written) => {
    const { mailbox, wrong } = addressOf(utf8(text), 'forward-path');
    expect(wrong).toBe('');
    expect(bracketed(mailbox)).toBe(`<${utf8(written)}>`);
    // what is written again is the same address
    expect(addressOf(utf8(written), 'reverse-path').mailbox).toEqual(mailbox);
  });
  test.each(invalid)('%s is none', (text, why) => {
    expect(addressOf(utf8(text), 'reverse-path').wrong).toContain(why);
    expect(addressOf(utf8(text), 'forward-path').wrong).toContain(why);
  });
  test('of a domain says how long it may be', () => {
    const domain = `${label}.${label}.${label}.${x(61)}`;
    expect(addressOf(`@a:b@${domain}`, 'reverse-path').wrong).not.toBe('');
    expect(domain.length).toBe(253);
  });
  test('that is not UTF-8 is none', () => {
    expect(addressOf('jos\xe9@example.com', 'forward-path').wrong).toContain('UTF-8');
  });
  test('may be <> for a sender, and <Postmaster> for a recipient, and not the other way round', () => {
    expect(addressOf('', 'reverse-path')).toEqual({ mailbox: null, wrong: '' });
    expect(addressOf('', 'forward-path').wrong).toContain('nobody behind');
    expect(addressOf('PostMaster', 'forward-path').wrong).toBe('');
    expect(addressOf('Postmaster', 'reverse-path').wrong).toBe(UNQUALIFIED);
  });
});

/** What the grammar makes of what follows MAIL. */
function read(text: string) {
  const c = cursor(text, 0);
  const value = path('FROM:', 'reverse-path').read(c);
  return { value, at: c.at, problem: c.problem?.expected ?? '' };
}
describe('after FROM:', () => {
  test.each([
    ['FROM:<bob@example.com> SIZE=1', 'no', 22, ''],
    ['from:<"a> b"@example.com> SIZE=1', 'no', 25, ''],
    ['FROM: <bob@example.com>', 'space', 23, 'no space after FROM:'],
    ['FROM:bob@example.com SIZE=1', 'brackets', 20, 'the address in angle brackets'],
  ] as const)('%s', (text, loose, at, problem) => {
    expect(read(text)).toMatchObject({ value: { loose, wrong: '' }, at, problem });
  });
  test.each([
    ['<bob@example.com>', 'FROM:<address>'],
    ['FROM', 'FROM:<address>'],
    ['FROM:', 'FROM:<address>'],
    ['FROM :<bob@example.com>', 'FROM:<address>'],
    ['FROM:<bob@example.com', 'a > at the end'],
    ['FROM:<"bob@example.com>', 'a > at the end'],
  ])('%s is refused', (text, expected) => {
    const { value, problem } = read(text);
    expect(typeof value).toBe('symbol');
    expect(problem).toContain(expected);
  });
});
