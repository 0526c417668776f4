import { describe, expect, test } from 'vitest';
import { absolute, ask, typeOf, type Answer } from '../../../../src/core/base/dns.ts';
import { SECOND } from '../../../../src/core/base/time.ts';
import { recall, remember } from '../../../../src/core/net/dns/cache.ts';
import { lookUp, lookUpAt } from '../../../../src/core/net/dns/lookup.ts';
import { withEdit, withFault, type NameService } from '../../../../src/core/net/dns/service.ts';
import { recordText } from '../../../../src/core/net/dns/text.ts';
import { readZone } from '../../../../src/core/net/dns/zone-text.ts';
import { complete, edited, type Zone } from '../../../../src/core/net/dns/zones.ts';

const zone = (origin: string, signed: boolean, text: string): readonly [string, Zone] => [
  origin,
  complete({ origin, signed, records: readZone(text, origin).records }),
];
const names: NameService = {
  zones: Object.fromEntries([
    zone('.', false, ''),
    zone(
      'example.com.',
      true,
      `
@ MX 10 mx1
mx1 A 192.0.2.10
mx1 AAAA 2001:db8:a::10
www CNAME mx1
chain CNAME www
gone CNAME nowhere
abroad CNAME mail.example.org.
loop1 CNAME loop2
loop2 CNAME loop1
a.deep A 192.0.2.20
*.wild TXT "any"
b.wild A 192.0.2.21
@ NS ns1
ns1 A 192.0.2.53
`,
    ),
    zone('example.org.', false, 'mail A 198.51.100.20\nback CNAME www.example.com.'),
    zone('2.0.192.in-addr.arpa.', false, '10 PTR mx1.example.com.'),
  ]),
  faults: {},
  latency: 0,
};
const question = (text: string) => {
  const [name = '', type = ''] = text.split(' ');
  return ask(typeOf(type) ?? 'A', name);
};
const told = ({ status, records, authority, ad }: Answer): readonly string[] => [
  ad ? `${status} ad` : status,
  ...records.map(recordText),
  ...authority.map((it) => `(${it.name} ${it.ttl} ${it.type})`),
];
const SOA = '(example.com. 300 SOA)';

describe('a look-up (RFC 1034, section 4.3.2)', () => {
  test.each([
    ['example.com MX', ['ok ad', 'example.com. 300 MX 10 mx1.example.com.']],
    ['MX1.Example.COM. A', ['ok ad', 'mx1.example.com. 300 A 192.0.2.10']],
    ['www.example.com MX', ['nodata ad', 'www.example.com. 300 CNAME mx1.example.com.', SOA]],
    ['www.example.com CNAME', ['ok ad', 'www.example.com. 300 CNAME mx1.example.com.']],
    [
      'chain.example.com AAAA',
      [
        'ok ad',
        'chain.example.com. 300 CNAME www.example.com.',
        'www.example.com. 300 CNAME mx1.example.com.',
        'mx1.example.com. 300 AAAA 2001:db8:a::10',
      ],
    ],
    ['gone.example.com A', ['nxdomain ad', 'gone.example.com. 300 CNAME nowhere.example.com.', SOA]],
    [
      'abroad.example.com A',
      ['ok', 'abroad.example.com. 300 CNAME mail.example.org.', 'mail.example.org. 300 A 198.51.100.20'],
    ],
    ['loop1.example.com A', ['servfail']],
    ['loop1.example.com CNAME', ['ok ad', 'loop1.example.com. 300 CNAME loop2.example.com.']],
    ['nowhere.example.com A', ['nxdomain ad', SOA]],
    ['example.com AAAA', ['nodata ad', SOA]],
    ['deep.example.com A', ['nodata ad', SOA]],
    ['x.wild.example.com TXT', ['ok ad', 'x.wild.example.com. 300 TXT "any"']],
    ['x.y.wild.example.com TXT', ['ok ad', 'x.y.wild.example.com. 300 TXT "any"']],
    ['x.wild.example.com A', ['nodata ad', SOA]],
    ['b.wild.example.com TXT', ['nodata ad', SOA]],
    ['x.b.wild.example.com TXT', ['nxdomain ad', SOA]],
    ['10.2.0.192.in-addr.arpa PTR', ['ok', '10.2.0.192.in-addr.arpa. 300 PTR mx1.example.com.']],
    ['11.2.0.192.in-addr.arpa PTR', ['nxdomain', '(2.0.192.in-addr.arpa. 300 SOA)']],
    ['com A', ['nodata', '(. 300 SOA)']],
    ['typo.test A', ['nxdomain', '(. 300 SOA)']],
    ['a..b A', ['nxdomain', '(. 300 SOA)']],
    ['constructor A', ['nxdomain', '(. 300 SOA)']],
  ])('%s', (text, answer) => {
    expect(told(lookUp(names, question(text)))).toEqual(answer);
  });

  test.each([
    ['nxdomain', ['nxdomain ad', SOA]],
    ['nodata', ['nodata ad', SOA]],
    ['servfail', ['servfail']],
    ['timeout', ['timeout']],
  ] as const)('of a name with the fault %s', (fault, answer) => {
    const broken = withFault(names, 'MX1.example.com', fault);
    expect(told(lookUp(broken, question('mx1.example.com A')))).toEqual(answer);
    expect(told(lookUp(broken, question('www.example.com A')))[0]).toBe(answer[0]);
    expect(told(lookUp(broken, question('example.com MX')))[0]).toBe('ok ad');
    expect(withFault(broken, 'mx1.example.com.', 'none')).toEqual(names);
  });

  test('at the name server of one zone: with authority, about nothing else', () => {
    const at = (text: string) => lookUpAt(names, '192.0.2.53', question(text));
    expect(at('example.com MX')).toMatchObject({ status: 'ok', aa: true, ad: false });
    expect(at('abroad.example.com A')?.records.map(recordText)).toEqual([
      'abroad.example.com. 300 CNAME mail.example.org.',
    ]);
    expect(at('mail.example.org A')?.status).toBe('refused');
    expect(lookUpAt(names, '192.0.2.10', question('example.com MX'))).toBeUndefined();
  });
});

describe('an edit', () => {
  const serial = (service: NameService) =>
    recordText(lookUp(service, ask('SOA', 'example.com')).records[0] ?? missing()).split(' ')[5];
  const missing = (): never => {
    throw new Error('no SOA');
  };
  test('adds and removes; the serial number grows', () => {
    const more = withEdit(names, { phase: 'add', line: 'example.com 60 MX 20 mx2.example.com' });
    expect(told(lookUp(more, question('example.com MX')))).toEqual([
      'ok ad',
      'example.com. 300 MX 10 mx1.example.com.',
      'example.com. 60 MX 20 mx2.example.com.',
    ]);
    expect([serial(names), serial(more)]).toEqual(['1', '2']);
    const less = withEdit(more, { phase: 'remove', line: 'example.com. MX 20 mx2.example.com.' });
    expect(told(lookUp(less, question('example.com MX')))).toHaveLength(2);
  });
  test('of a domain nobody has yet makes its zone', () => {
    const more = withEdit(names, { phase: 'add', line: 'mail.new.test A 192.0.2.77' });
    expect(told(lookUp(more, question('mail.new.test A')))).toEqual([
      'ok',
      'mail.new.test. 300 A 192.0.2.77',
    ]);
    expect(told(lookUp(more, question('new.test A')))).toEqual(['nodata', '(new.test. 300 SOA)']);
  });
  test.each([
    ['add', 'example.com MX', 'a preference, a whole number up to 65535'],
    ['add', '', 'one record'],
    ['add', 'a.test A 192.0.2.1\nb.test A 192.0.2.1', 'one record'],
    ['add', 'www.example.com A 192.0.2.1', 'nothing beside the CNAME of www.example.com.'],
    ['add', 'mx1.example.com CNAME www.example.com', 'nothing beside the CNAME of mx1.example.com.'],
    ['add', 'mx1.example.com SOA a b 1 1 1 1 1', 'the name of a zone, for an SOA'],
    ['remove', 'mx1.example.com A 192.0.2.99', 'a record that is there'],
    [
      'remove',
      'example.com SOA ns1.example.com hostmaster.example.com 1 3600 900 604800 300',
      'a record other than the SOA, without which there is no zone',
    ],
  ] as const)('%s %s: says what it should have been', (phase, line, expected) => {
    expect(edited(names.zones, { phase, line }).problems?.[0]?.expected).toBe(expected);
    expect(withEdit(names, { phase, line })).toBe(names);
  });
});

describe('a cache', () => {
  const asked = question('example.com MX');
  const kept = remember({}, asked, lookUp(names, asked), 0);
  test('gives what it was given, the older the less time it has left', () => {
    expect(recall(kept, asked, 100.5 * SECOND)?.records.map(recordText)).toEqual([
      'example.com. 200 MX 10 mx1.example.com.',
    ]);
    expect(recall(kept, asked, 300 * SECOND - 1)?.records[0]?.ttl).toBe(1);
    expect(recall(kept, asked, 300 * SECOND)).toBeUndefined();
    expect(recall(kept, question('example.com A'), 0)).toBeUndefined();
  });
  test('knows that a name does not exist whatever is asked of it (RFC 2308, section 5)', () => {
    const nowhere = question('nowhere.example.com A');
    const known = remember(kept, nowhere, lookUp(names, nowhere), 0);
    expect(recall(known, question('nowhere.example.com MX'), SECOND)?.status).toBe('nxdomain');
    expect(recall(known, question('x.nowhere.example.com MX'), SECOND)).toBeUndefined();
    const nothing = question('example.com AAAA');
    const denied = remember(known, nothing, lookUp(names, nothing), 0);
    expect(recall(denied, nothing, SECOND)?.status).toBe('nodata');
    expect(recall(denied, question('example.com TXT'), SECOND)).toBeUndefined();
  });
  test('keeps no failures, nothing without an SOA, nothing with TTL 0, and throws out what is stale', () => {
    const loop = question('loop1.example.com A');
    expect(remember(kept, loop, lookUp(names, loop), 0)).toBe(kept);
    const lost = question('a.test A');
    expect(remember(kept, lost, lookUp({ ...names, zones: {} }, lost), 0)).toBe(kept);
    const brief = withEdit(names, { phase: 'add', line: 'brief.example.com 0 A 192.0.2.1' });
    const short = question('brief.example.com A');
    expect(remember(kept, short, lookUp(brief, short), 0)).toBe(kept);
    const mx1 = question('mx1.example.com A');
    const later = remember(kept, mx1, lookUp(names, mx1), 301 * SECOND);
    expect(Object.keys(later)).toEqual([`A ${absolute('mx1.example.com')}`]);
  });
});
