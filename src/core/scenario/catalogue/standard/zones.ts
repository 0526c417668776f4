// DNS: who takes whose mail, who may send it, and with which keys.
import type { StartNames, StartZone } from '../../scenario.ts';
import { MX1_SPKI, S1, S2 } from './keys.ts';

/** The beginning of every zone: `server` is its name server, in whatever zone that lies. */
const apex = (server: string): string => `
@ SOA ${server} hostmaster 2026110301 3600 900 604800 300
@ NS ${server}
`;
const zone = (origin: string, server: string, text: string): StartZone => ({
  origin,
  signed: origin === 'example.com',
  text: apex(server) + text,
});
/** A record holds strings of at most 255 octets, which its reader joins (RFC 6376 §3.6.2.2). */
const key = (p: string): string =>
  (`v=DKIM1; k=rsa; p=${p}`.match(/.{1,255}/g) ?? []).map((part) => `"${part}"`).join(' ');

const exampleCom = zone(
  'example.com',
  'ns1',
  `
ns1 A 192.0.2.53
@ MX 10 mx1
@ MX 20 mx2
mx1 A 192.0.2.10
mx1 AAAA 2001:db8:a::10
mx2 A 192.0.2.11
submit A 192.0.2.20
imap A 192.0.2.30
pop A 192.0.2.31
pop AAAA 2001:db8:a::31
mta-sts A 192.0.2.80
@ TXT "v=spf1 ip4:192.0.2.0/26 include:_spf.example.net -all"
s1._domainkey TXT ${key(S1)}
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"
_mta-sts TXT "v=STSv1; id=20261103T0900"
_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.com"
_25._tcp.mx1 TLSA 3 1 1 ${MX1_SPKI}
_submissions._tcp SRV 0 1 465 submit
_imaps._tcp SRV 0 1 993 imap
_pop3s._tcp SRV 10 1 995 pop
`,
);
const exampleOrg = zone(
  'example.org',
  'ns1',
  `
ns1 A 198.51.100.53
@ MX 10 mx
mx A 198.51.100.10
mail A 198.51.100.20
@ TXT "v=spf1 mx ~all"
_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.org"
`,
);
const exampleNet = zone(
  'example.net',
  'ns1',
  `
ns1 A 203.0.113.53
@ MX 10 mail
mail A 203.0.113.30
out A 203.0.113.40
client A 203.0.113.50
bob-laptop A 203.0.113.51
alice-phone A 203.0.113.52
@ TXT "v=spf1 a:out.example.net -all"
_spf TXT "v=spf1 ip4:203.0.113.40 -all"
lists A 203.0.113.10
lists MX 10 lists
lists TXT "v=spf1 a -all"
s2._domainkey.lists TXT ${key(S2)}
fwd A 203.0.113.20
alumni MX 10 fwd
`,
);

const ISP = 'ns1.example.net.';
/** A domain with one mail server, which has one fault. */
const single = (domain: string, address: string): StartZone =>
  zone(domain, ISP, `@ MX 10 mx\nmx A ${address}\n`);
const singles: readonly StartZone[] = [
  single('greylist.test', '203.0.113.101'),
  single('slow.test', '203.0.113.102'),
  single('full.test', '203.0.113.103'),
  single('old.test', '203.0.113.104'),
  single('smuggle.test', '203.0.113.105'),
  single('loop-a.test', '203.0.113.106'),
  single('loop-b.test', '203.0.113.107'),
  single('down.test', '203.0.113.108'),
  single('strip.test', '203.0.113.112'),
];
/** Domains whose mail exchangers are the point. */
const exchanges: readonly StartZone[] = [
  zone('nomail.test', ISP, '@ MX 0 .\n'),
  zone('aonly.test', ISP, '@ A 203.0.113.109\n'),
  zone('equal.test', ISP, '@ MX 10 a\n@ MX 10 b\na A 203.0.113.110\nb A 203.0.113.111\n'),
  zone('cnamemx.test', ISP, '@ MX 10 mail\nmail CNAME mx1.example.com.\n'),
];
const HOPS = 11;
/** One look-up more than a checker of SPF may make (RFC 7208 §4.6.4). */
const deep = zone(
  'deep.test',
  ISP,
  [
    '@ TXT "v=spf1 include:1.deep.test -all"',
    ...Array.from({ length: HOPS }, (_, i) =>
      i + 1 < HOPS
        ? `${i + 1} TXT "v=spf1 include:${i + 2}.deep.test -all"`
        : `${i + 1} TXT "v=spf1 ip4:203.0.113.40 -all"`,
    ),
    '',
  ].join('\n'),
);
const others: readonly StartZone[] = [
  zone('xn--bcher-kva.example', ISP, '@ MX 10 mx-eai\nmx-eai A 203.0.113.90\n'),
  zone('mallory.test', ISP, '@ MX 10 x\nx A 203.0.113.66\n'),
];
const reverse: readonly StartZone[] = [
  zone(
    '2.0.192.in-addr.arpa',
    'ns1.example.com.',
    `
10 PTR mx1.example.com.
11 PTR mx2.example.com.
20 PTR submit.example.com.
30 PTR imap.example.com.
31 PTR pop.example.com.
53 PTR ns1.example.com.
80 PTR mta-sts.example.com.
`,
  ),
  zone('a.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa', 'ns1.example.com.', ''),
  zone(
    '100.51.198.in-addr.arpa',
    'ns1.example.org.',
    '10 PTR mx.example.org.\n20 PTR mail.example.org.\n53 PTR ns1.example.org.\n',
  ),
  zone(
    '113.0.203.in-addr.arpa',
    ISP,
    `
10 PTR lists.example.net.
20 PTR fwd.example.net.
30 PTR mail.example.net.
40 PTR out.example.net.
50 PTR client.example.net.
51 PTR bob-laptop.example.net.
52 PTR alice-phone.example.net.
53 PTR ns1.example.net.
90 PTR mx-eai.xn--bcher-kva.example.
`,
  ),
];

export const names: StartNames = {
  zones: [exampleCom, exampleOrg, exampleNet, ...singles, ...exchanges, deep, ...others, ...reverse],
  // Nobody gave the attacker's address a name.
  faults: { '66.113.0.203.in-addr.arpa': 'nxdomain' },
  latency: 30,
};
