import { describe, expect, test } from 'vitest';
import { readZone } from '../../../../src/core/net/dns/zone-text.ts';
import { recordText } from '../../../../src/core/net/dns/text.ts';

const ZONE = 'example.com.';
const read = (text: string): readonly string[] => readZone(text, ZONE).records.map(recordText);

describe('a line of a zone', () => {
  test.each([
    ['example.com. 300 MX 10 mx1.example.com.', 'example.com. 300 MX 10 mx1.example.com.'],
    ['example.com. 60 IN MX 10 mx1.example.com.', 'example.com. 60 MX 10 mx1.example.com.'],
    ['example.com. in 60 mx 10 MX1.Example.COM.', 'example.com. 60 MX 10 mx1.example.com.'],
    ['@ MX 0 .', 'example.com. 300 MX 0 .'],
    ['mx1 A 192.0.2.10 ; the first', 'mx1.example.com. 300 A 192.0.2.10'],
    ['mx1 AAAA 2001:DB8:A:0:0:0:0:10', 'mx1.example.com. 300 AAAA 2001:db8:a::10'],
    ['www CNAME mx1', 'www.example.com. 300 CNAME mx1.example.com.'],
    ['@ NS ns1', 'example.com. 300 NS ns1.example.com.'],
    ['10 PTR mx1.example.com.', '10.example.com. 300 PTR mx1.example.com.'],
    ['_imaps._tcp SRV 0 1 993 imap', '_imaps._tcp.example.com. 300 SRV 0 1 993 imap.example.com.'],
    ['_25._tcp.mx1 TLSA 3 1 1 00ff AB', '_25._tcp.mx1.example.com. 300 TLSA 3 1 1 00FFAB'],
    ['@ TXT "v=spf1 -all"', 'example.com. 300 TXT "v=spf1 -all"'],
    [
      String.raw`@ TXT one "two \"q\" ; \\" \065`,
      String.raw`example.com. 300 TXT "one" "two \"q\" ; \\" "A"`,
    ],
    ['@ TXT größe', String.raw`example.com. 300 TXT "gr\195\182\195\159e"`],
    ['*.shop A 192.0.2.1', '*.shop.example.com. 300 A 192.0.2.1'],
    [
      '@ SOA ns1 hostmaster 1 3600 900 604800 300',
      'example.com. 300 SOA ns1.example.com. hostmaster.example.com. 1 3600 900 604800 300',
    ],
  ])('%s', (line, printed) => {
    expect(readZone(line, ZONE).problems).toEqual([]);
    expect(read(line)).toEqual([printed]);
    expect(read(printed)).toEqual([printed]);
  });

  test('may leave out the name of the line before; $TTL and $ORIGIN hold from there on', () => {
    const text = '$TTL 60\n@ MX 10 a\n  MX 20 b\n$ORIGIN sub\nc A 192.0.2.1\n\n; nothing\n';
    expect(read(text)).toEqual([
      'example.com. 60 MX 10 a.example.com.',
      'example.com. 60 MX 20 b.example.com.',
      'c.sub.example.com. 60 A 192.0.2.1',
    ]);
  });
  test('said twice is said once (RFC 2181, section 5)', () => {
    expect(read('a A 192.0.2.1\na A 192.0.2.1\n')).toHaveLength(1);
  });
});

describe('what cannot be read says where and why', () => {
  test.each([
    ['example.com. 300 MX', 1, 20, 'a preference, a whole number up to 65535'],
    ['@ MX ten mx1', 1, 6, 'a preference, a whole number up to 65535'],
    ['@ MX 70000 mx1', 1, 6, 'a preference, a whole number up to 65535'],
    ['@ MX 10', 1, 8, 'the name of a mail exchanger'],
    ['@ MX 10 mx1 mx2', 1, 13, 'nothing more on this line'],
    ['@ MX 10 a..b', 1, 9, 'the name of a mail exchanger: a domain name (empty label)'],
    ['@ MX 10 a!b', 1, 9, 'the name of a mail exchanger: a domain name of letters, digits, - and _'],
    ['mx1 A 192.0.2', 1, 7, 'an IPv4 address'],
    ['mx1 A 2001:db8::1', 1, 7, 'an IPv4 address'],
    ['mx1 AAAA 192.0.2.1', 1, 10, 'an IPv6 address'],
    ['@ TXT', 1, 6, 'a text'],
    ['@ TXT "open', 1, 7, 'a second " that ends the text'],
    [`@ TXT ${'x'.repeat(256)}`, 1, 7, 'at most 255 octets in one string; begin another'],
    ['@ TLSA 3 1 1 abc', 1, 14, 'octets in hexadecimal'],
    ['@ TLSA 256 1 1 ab', 1, 8, 'a certificate usage, a whole number up to 255'],
    ['@ SPF "v=spf1"', 1, 3, 'a type of record: A AAAA MX TXT CNAME PTR SRV TLSA NS SOA'],
    ['@', 1, 2, 'a type of record: A AAAA MX TXT CNAME PTR SRV TLSA NS SOA'],
    ['@ CH TXT "x"', 1, 3, 'IN, the only class there is here'],
    ['@ 9999999999 A 192.0.2.1', 1, 3, 'a TTL in seconds, up to 2147483647'],
    ['\n  A 192.0.2.1', 2, 3, 'a name at the beginning of the line'],
    ['mx1.example.org. A 192.0.2.1', 1, 1, 'a name at or below example.com.'],
    ['b\u00fccher A 192.0.2.1', 1, 1, 'a name in ASCII; the A-label of b\u00fccher is xn--bcher-kva'],
    [`${'x'.repeat(64)} A 192.0.2.1`, 1, 1, 'a domain name (label too long)'],
    ['@ SOA ns1 hostmaster (', 1, 22, 'a record on one line, without parentheses'],
    ['$INCLUDE other', 1, 1, 'a record, $ORIGIN or $TTL'],
    ['$TTL 1h', 1, 6, 'a TTL in seconds, up to 2147483647'],
    ['$ORIGIN', 1, 8, 'a domain name'],
    ['www A 192.0.2.1\nwww CNAME mx1', 2, 1, 'nothing beside the CNAME of www.example.com.'],
    ['a A 192.0.2.1\nb \\', 2, 3, 'a character after \\'],
  ])('%s', (text, line, column, expected) => {
    expect(readZone(text, ZONE).problems).toEqual([{ line, column, expected }]);
  });
  test('and the rest is read all the same', () => {
    const { records, problems } = readZone('a A 192.0.2.1\nb A here\nc A 192.0.2.3\nd A there\n', ZONE);
    expect(records.map(({ name }) => name)).toEqual(['a.example.com.', 'c.example.com.']);
    expect(problems.map(({ line }) => line)).toEqual([2, 4]);
  });
});
