// A small DNS to ask, the same that the real tools were run against.
import { complete } from '../../../src/core/net/dns/zones.ts';
import { readZone } from '../../../src/core/net/dns/zone-text.ts';
import type { Zone, Zones } from '../../../src/core/net/dns/zones.ts';
import { entered, sitDown, type, type Terminal } from './terminal.ts';

const zone = (origin: string, signed: boolean, text: string): readonly [string, Zone] => [
  origin,
  complete({ origin, signed, records: readZone(text, origin).records }),
];
export const zones: Zones = Object.fromEntries([
  zone(
    '.',
    false,
    '. 300 SOA a.root.test. hostmaster.root.test. 2026110300 1800 900 604800 300\n. NS a.root.test.',
  ),
  zone(
    'example.com.',
    false,
    `
@ SOA ns1 hostmaster 2026110301 3600 900 604800 300
@ NS ns1
ns1 A 192.0.2.53
@ MX 10 mx1
@ MX 20 mx2
@ TXT "v=spf1 ip4:192.0.2.0/26 include:_spf.example.net -all"
mx1 A 192.0.2.10
mx1 AAAA 2001:db8:a::10
mx2 A 192.0.2.11
www CNAME mx1
chain CNAME www
gone CNAME nowhere
loop1 CNAME loop2
loop2 CNAME loop1
_submissions._tcp SRV 0 1 465 submit
_25._tcp.mx1 TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
two TXT "one" "two \\"q\\" \\\\ ;"
nul MX 0 .
`,
  ),
  zone('example.net.', true, 'client A 203.0.113.50\n@ MX 10 mail\n'),
  zone(
    '2.0.192.in-addr.arpa.',
    false,
    '@ SOA ns1.example.com. hostmaster.example.com. 2026110301 3600 900 604800 300\n10 PTR mx1.example.com.',
  ),
]);
export const atTheDesk = (latency = 0): Terminal =>
  sitDown({ names: { zones, faults: { 'silent.example.com.': 'timeout' }, latency } });
/** What a line prints; the id of a message is nothing to remember. */
export const run = (line: string, terminal: Terminal = atTheDesk()): string =>
  type(terminal, entered(line)).replace(/id: \d+/, 'id: N');
