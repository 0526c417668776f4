import { describe, expect, test } from 'vitest';
import { canonical, isWithin } from '../../../src/core/base/address.ts';
import { hostAt } from '../../../src/core/host/host.ts';
import { POP, testWorld } from '../../world.ts';

describe('networks (RFC 4632 §3.1, RFC 4291 §2.3)', () => {
  test.each([
    ['203.0.113.50', '203.0.113.48/29', true],
    ['203.0.113.55', '203.0.113.48/29', true],
    ['203.0.113.56', '203.0.113.48/29', false],
    ['203.0.113.47', '203.0.113.48/29', false],
    ['203.0.113.50', '203.0.113.50', true],
    ['203.0.113.5', '203.0.113.50', false],
    ['203.0.113.50', '0.0.0.0/0', true],
    ['2001:db8:a::10', '2001:DB8:A::/48', true],
    ['2001:db8:b::10', '2001:db8:a::/48', false],
    ['2001:db8:a::10', '0.0.0.0/0', false],
    ['203.0.113.50', '::/0', false],
    ['203.0.113.50', '203.0.113', false],
    ['client.example.net', 'client.example.net', false],
  ])('%s in %s: %s', (address, network, within) => {
    expect(isWithin(address, network)).toBe(within);
  });
});
describe('the one spelling of an address (RFC 5952 §4)', () => {
  test.each([
    ['2001:DB8:A::31', '2001:db8:a::31'],
    ['2001:0db8:000a:0000:0000:0000:0000:0031', '2001:db8:a::31'],
    ['2001:db8:a:0:0::31', '2001:db8:a::31'],
    ['2001:db8::1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['0::1', '::1'],
    ['2001:db8::', '2001:db8::'],
    ['2001:db8:10:0:0:0:0:0', '2001:db8:10::'],
    ['2001:db8::192.0.2.31', '2001:db8::c000:21f'],
    ['192.0.2.31', '192.0.2.31'],
  ])('%s', (text, spelling) => {
    expect(canonical(text)).toBe(spelling);
  });
  test.each([
    '',
    ':',
    ':::',
    '1',
    '2001:zz',
    '2001:db8',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8:9',
  ])('none: %s', (text) => {
    expect(canonical(text)).toBeUndefined();
  });
  test.each(['999.1.1.1', '192.0.2', '192.0.2.31.1', '192.0.2.031', '192.0.2.1::', 'pop.example.com'])(
    'none: %s',
    (text) => {
      expect(canonical(text)).toBeUndefined();
    },
  );
});

test('a host is found by any spelling of its address', () => {
  const { hosts } = testWorld();
  const pop = hosts[POP];
  if (!pop) throw new Error('no such host');
  const both = { [POP]: { ...pop, addresses: ['192.0.2.31', '2001:db8:a::31'] } };
  const found = [
    '192.0.2.31',
    '2001:DB8:a::31',
    '2001:db8:a:0:0:0:0:31',
    '2001:db8:b::31',
    'pop.example.com',
  ];
  expect(found.map((address) => hostAt(both, address)?.id)).toEqual([POP, POP, POP, undefined, undefined]);
});
