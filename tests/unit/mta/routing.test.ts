import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask, type Known } from '../../../src/core/base/dns.ts';
import type { Family } from '../../../src/core/base/address.ts';
import { lookUp } from '../../../src/core/net/dns/lookup.ts';
import type { Fault } from '../../../src/core/net/dns/service.ts';
import { route, type Route, type Wish } from '../../../src/core/mta/routing.ts';
import { zonesFrom } from '../../world.ts';

const WORLD = `
example.com MX 20 mx2.example.com
example.com MX 10 mx1.example.com
example.com A 192.0.2.1
mx1.example.com A 192.0.2.10
mx1.example.com AAAA 2001:db8:a::10
mx2.example.com A 192.0.2.11
mx2.example.com A 192.0.2.12
nomail.test MX 0 .
odd.test MX 0 .
odd.test MX 10 mx1.example.com
aonly.test A 203.0.113.109
six.test AAAA 2001:db8::6
bare.test TXT "nothing to see"
www.alias.test CNAME aonly.test
to-mx.alias.test CNAME example.com
cnamemx.test MX 10 mail.cnamemx.test
mail.cnamemx.test CNAME mx1.example.com
literal.test MX 10 192.0.2.10
lost.test MX 10 nowhere.lost.test
lost.test A 203.0.113.1
half.test MX 10 nowhere.half.test
half.test MX 20 mx2.example.com
equal.test MX 10 a.equal.test
equal.test MX 10 b.equal.test
equal.test MX 5 c.equal.test
a.equal.test A 203.0.113.110
b.equal.test A 203.0.113.111
c.equal.test A 203.0.113.112
`;
interface More {
  readonly self?: Partial<Wish['self']>;
  readonly families?: readonly Family[];
  readonly seed?: number;
  readonly key?: string;
  readonly faults?: Readonly<Record<string, Fault>>;
  readonly text?: string;
}
/** As a sender does it: asks until there is nothing left to ask. */
function settle(domain: string, more: More = {}): { readonly end: Route; readonly asked: readonly string[] } {
  const { self, families = [6, 4], seed = 1, key = 'q1', faults = {}, text = WORLD } = more;
  const names = { zones: zonesFrom(text), faults, latency: 0 };
  const known: Known[] = [];
  const wish = { domain, known, families, seed, key, self: { names: [], addresses: [], ...self } };
  for (let i = 0; i < 100; i++) {
    const end = route(wish);
    if (end.type !== 'need')
      return { end, asked: known.map((it) => `${it.question.type} ${it.question.name}`) };
    known.push({ question: end.question, answer: lookUp(names, end.question) });
  }
  throw new Error(`${domain}: asks without an end`);
}
function told(domain: string, more?: More): readonly string[] {
  const { end } = settle(domain, more);
  if (end.type === 'need') return ['need'];
  const first =
    end.type === 'attempts'
      ? end.attempts.map((it) => `${it.host} ${it.address} ${it.implicit ? 'implicit' : it.preference}`)
      : [`${end.type} ${end.failure.code} ${end.failure.enhanced} ${end.failure.why}`];
  return [...first, ...end.notes.map(({ exchange, why }) => `(${exchange} ${why})`)];
}
const MX1 = ['mx1.example.com 2001:db8:a::10 10', 'mx1.example.com 192.0.2.10 10'];
const MX2 = ['mx2.example.com 192.0.2.11 20', 'mx2.example.com 192.0.2.12 20'];

describe('the way to a domain (RFC 5321, section 5.1)', () => {
  test.each([
    ['example.com', [...MX1, ...MX2]],
    ['EXAMPLE.com.', [...MX1, ...MX2]],
    ['nomail.test', ['failed 556 5.1.10 nullMx']],
    ['odd.test', [...MX1, '(. null)']],
    ['aonly.test', ['aonly.test 203.0.113.109 implicit']],
    ['six.test', ['six.test 2001:db8::6 implicit']],
    ['bare.test', ['failed 550 5.4.4 unusable', '(bare.test. unknown)']],
    ['www.alias.test', ['aonly.test 203.0.113.109 implicit']],
    ['to-mx.alias.test', [...MX1, ...MX2]],
    [
      'cnamemx.test',
      [
        'mail.cnamemx.test 2001:db8:a::10 10',
        'mail.cnamemx.test 192.0.2.10 10',
        '(mail.cnamemx.test. alias)',
      ],
    ],
    ['literal.test', ['failed 550 5.4.4 unusable', '(192.0.2.10. address)']],
    ['lost.test', ['failed 550 5.4.4 unusable', '(nowhere.lost.test. unknown)']],
    ['half.test', [...MX2, '(nowhere.half.test. unknown)']],
    ['typo.example.com', ['failed 550 5.1.2 nxdomain']],
    ['nowhere.invalid', ['failed 550 5.1.2 nxdomain']],
    ['a..b', ['failed 550 5.1.2 badName']],
    ['', ['failed 550 5.1.2 badName']],
    ['[192.0.2.10]', [' 192.0.2.10 implicit']],
    ['[IPv6:2001:DB8:0::10]', [' 2001:db8::10 implicit']],
    ['[2001:db8::10]', ['failed 550 5.1.2 badLiteral']],
    ['[IPv6:192.0.2.10]', ['failed 550 5.1.2 badLiteral']],
    ['[192.0.2.10', ['failed 550 5.1.2 badLiteral']],
    ['[here]', ['failed 550 5.1.2 badLiteral']],
  ])('%s', (domain, expected) => {
    expect(told(domain)).toEqual(expected);
  });

  test('no more is asked than needed', () => {
    expect(settle('example.com').asked).toEqual([
      'MX example.com.',
      'AAAA mx1.example.com.',
      'A mx1.example.com.',
      'AAAA mx2.example.com.',
      'A mx2.example.com.',
    ]);
    expect(settle('nomail.test').asked).toEqual(['MX nomail.test.']);
    expect(settle('[192.0.2.10]').asked).toEqual([]);
    expect(settle('aonly.test', { families: [4] }).asked).toEqual(['MX aonly.test.', 'A aonly.test.']);
  });

  test('over what the sender has', () => {
    expect(told('six.test', { families: [4] })[0]).toBe('failed 550 5.4.4 unusable');
    expect(told('example.com', { families: [4, 6] }).slice(0, 2)).toEqual(MX1.toReversed());
    expect(told('[IPv6:2001:db8::1]', { families: [4] })[0]).toBe('failed 550 5.4.4 unusable');
  });
});

describe('when the DNS fails', () => {
  test.each(['servfail', 'timeout'] as const)('%s: not now, and no bounce', (fault) => {
    expect(told('example.com', { faults: { 'example.com.': fault } })).toEqual(['later 451 4.4.3 dns']);
    expect(told('aonly.test', { faults: { 'aonly.test.': fault } })).toEqual(['later 451 4.4.3 dns']);
    expect(told('cnamemx.test', { faults: { 'mx1.example.com.': fault } })).toEqual([
      'later 451 4.4.3 dns',
      '(mail.cnamemx.test. unanswered)',
    ]);
  });
  test('for one exchanger: the others are tried', () => {
    expect(told('example.com', { faults: { 'mx1.example.com.': 'servfail' } })).toEqual([
      ...MX2,
      '(mx1.example.com. unanswered)',
    ]);
  });
  test('with NXDOMAIN: at once, for good', () => {
    expect(told('example.com', { faults: { 'example.com.': 'nxdomain' } })).toEqual([
      'failed 550 5.1.2 nxdomain',
    ]);
  });
  test('with NODATA for the MX: the address stands in, for it says there is no MX', () => {
    const faults: Readonly<Record<string, Fault>> = { 'aonly.test.': 'nodata' };
    expect(told('aonly.test', { faults })).toEqual(['failed 550 5.4.4 unusable', '(aonly.test. unknown)']);
  });
});

describe('an exchanger of the domain itself', () => {
  test.each<readonly [string, Partial<Wish['self']>]>([
    ['by name', { names: ['MX2.example.com'] }],
    ['by address', { addresses: ['192.0.2.12'] }],
  ])('passes letters on to better ones only, %s', (_how, self) => {
    expect(told('example.com', { self })).toEqual([...MX1, '(mx2.example.com. self)']);
  });
  test.each<readonly [string, Partial<Wish['self']>]>([
    ['by name', { names: ['mx1.example.com'] }],
    ['by address', { addresses: ['2001:db8:a::10'] }],
  ])('the best of all has nobody to pass it on to, %s', (_how, self) => {
    expect(told('example.com', { self })).toEqual([
      'failed 550 5.4.6 loop',
      '(mx1.example.com. self)',
      '(mx2.example.com. worse)',
    ]);
  });
  test('one of several that are equal drops its equals too', () => {
    const to = told('equal.test', { self: { names: ['a.equal.test'] } });
    expect(to[0]).toBe('c.equal.test 203.0.113.112 5');
    expect(to.slice(1).toSorted()).toEqual(['(a.equal.test. self)', '(b.equal.test. worse)']);
  });
  test('without MX, by its address', () => {
    expect(told('aonly.test', { self: { addresses: ['203.0.113.109'] } })[0]).toBe('failed 550 5.4.6 loop');
    expect(told('[192.0.2.10]', { self: { addresses: ['192.0.2.10'] } })[0]).toBe('failed 550 5.4.6 loop');
  });
});

describe('equal preferences', () => {
  const first = (key: string, seed = 1): string | undefined =>
    told('equal.test', { key, seed })[1]?.split(' ')[0];
  test('are shared out by chance, and the same chance each time', () => {
    const firsts = Array.from({ length: 400 }, (_, i) => first(`q${i}`));
    const share = firsts.filter((it) => it === 'a.equal.test').length;
    expect(share).toBeGreaterThan(140);
    expect(share).toBeLessThan(260);
    expect(firsts).toEqual(Array.from({ length: 400 }, (_, i) => first(`q${i}`)));
  });
});

test('whatever the zones: an end, in order, never an address beside the MX', () => {
  const host = fc.constantFrom('a.test', 'b.test', 'c.test', 'd.test', '.', '192.0.2.1');
  const line = fc.oneof(
    fc.tuple(host, fc.nat({ max: 3 }), host).map(([a, n, b]) => `${a} MX ${n}0 ${b}`),
    fc.tuple(host, fc.nat({ max: 9 })).map(([a, n]) => `${a} A 192.0.2.${n}`),
    fc.tuple(host, host).map(([a, b]) => `${a} CNAME ${b}`),
  );
  const fault = fc.constantFrom<Fault>('nxdomain', 'nodata', 'servfail', 'timeout');
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 14 }),
      fc.dictionary(fc.constantFrom('a.test.', 'b.test.', 'c.test.'), fault),
      fc.constantFrom('a.test', 'b.test', '[192.0.2.3]', 'x.test', '.'),
      fc.subarray(['c.test', 'd.test']),
      (lines, faults, domain, ours) => {
        const text = lines.join('\n');
        const { end, asked } = settle(domain, { text, faults, self: { names: ours } });
        expect(new Set(asked).size).toBe(asked.length);
        if (end.type !== 'attempts') return;
        const preferences = end.attempts.map((it) => it.preference);
        expect(preferences).toEqual(preferences.toSorted((a, b) => a - b));
        expect(end.attempts.some((it) => ours.includes(it.host))).toBe(false);
        const implied = end.attempts.some((it) => it.implicit && it.host !== '');
        const mx = lookUp({ zones: zonesFrom(text), faults, latency: 0 }, ask('MX', domain));
        expect(implied && mx.records.some(({ type }) => type === 'MX')).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});
