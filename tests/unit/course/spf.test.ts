// RFC 7208: what a record comes to, mechanism by mechanism, in the names of the standard world.
import { describe, expect, it } from 'vitest';
import { absolute } from '../../../src/core/base/dns.ts';
import { readZone } from '../../../src/core/net/dns/zone-text.ts';
import { complete } from '../../../src/core/net/dns/zones.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { spfOf } from '../../../src/course/spf.ts';

const { names } = standard();
const OUT = '203.0.113.40';
function judged(record: string, address: string): string {
  const origin = absolute('shop.test');
  const text = `@ TXT "${record}"\n@ A 192.0.2.9\n@ MX 10 mail\nmail A 192.0.2.70\nmail AAAA 2001:db8::70`;
  const zone = complete({ origin, signed: false, records: readZone(text, origin).records });
  return spfOf({ ...names, zones: { ...names.zones, [origin]: zone } }, 'shop.test', address);
}

describe('a record of SPF', () => {
  it.each([
    ['v=spf1 -all', OUT, 'fail'],
    ['v=spf1 ~all', OUT, 'softfail'],
    ['v=spf1 ?all', OUT, 'neutral'],
    ['v=spf1', OUT, 'neutral'],
    ['v=spf10 -all', OUT, 'none'],
    ['v=spf1 ip4:203.0.113.40 -all', OUT, 'pass'],
    ['v=spf1 ip4:203.0.113.32/27 -all', OUT, 'pass'],
    ['v=spf1 ip4:203.0.113.32/29 -all', OUT, 'fail'],
    ['v=spf1 ip6:2001:db8::/32 -all', '2001:db8:9::1', 'pass'],
    ['v=spf1 ip6:2001:db8::/32 -all', OUT, 'fail'],
    ['v=spf1 a -all', '192.0.2.9', 'pass'],
    ['v=spf1 a:mail.shop.test -all', '192.0.2.70', 'pass'],
    ['v=spf1 a/26 -all', '192.0.2.60', 'pass'],
    ['v=spf1 mx -all', '192.0.2.70', 'pass'],
    ['v=spf1 mx//64 -all', '2001:db8::1', 'pass'],
    ['v=spf1 mx -all', '192.0.2.9', 'fail'],
    ['v=spf1 include:_spf.example.net -all', OUT, 'pass'],
    ['v=spf1 include:_spf.example.net ~all', '192.0.2.1', 'softfail'],
    ['v=spf1 include:mail.example.net -all', OUT, 'permerror'],
    ['v=spf1 redirect=_spf.example.net', OUT, 'pass'],
    ['v=spf1 redirect=_spf.example.net', '192.0.2.1', 'fail'],
    ['v=spf1 redirect=mail.example.net', OUT, 'permerror'],
    ['v=spf1 exists:mx1.example.com -all', OUT, 'pass'],
    ['v=spf1 exists:nobody.example.com -all', OUT, 'fail'],
    ['v=spf1 ptr:example.net -all', OUT, 'pass'],
    ['v=spf1 ptr:example.com -all', OUT, 'fail'],
    ['v=spf1 ip5:203.0.113.40 -all', OUT, 'permerror'],
    ['v=spf1 ip4 -all', OUT, 'permerror'],
    ['v=spf1 ip4:203.0.113.40/33 -all', OUT, 'permerror'],
    ['v=spf1 -ip4:203.0.113.40 +all', OUT, 'fail'],
    ['V=SPF1 IP4:203.0.113.40 -ALL', OUT, 'pass'],
  ])('%s, from %s: %s', (record, address, result) => {
    expect(judged(record, address)).toBe(result);
  });
  it('asks the DNS ten times at most', () => {
    expect(spfOf(names, 'deep.test', OUT)).toBe('permerror');
    expect(spfOf(names, '2.deep.test', OUT)).toBe('pass');
  });
  it('of the bookshop names its own network and its ISP', () => {
    expect(spfOf(names, 'example.com', '192.0.2.20')).toBe('pass');
    expect(spfOf(names, 'example.com', OUT)).toBe('pass');
    expect(spfOf(names, 'example.com', '203.0.113.66')).toBe('fail');
  });
});
