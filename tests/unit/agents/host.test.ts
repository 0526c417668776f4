// What the real host and nslookup printed, asking unbound or (with a server) named about the same zones.
import { describe, expect, test } from 'vitest';
import { SECOND } from '../../../src/core/base/time.ts';
import { atTheDesk, run } from './lookups.ts';

const lines = (...rows: readonly string[]): string => rows.map((row) => `${row}\n`).join('');
const MX = [
  'example.com mail is handled by 10 mx1.example.com.',
  'example.com mail is handled by 20 mx2.example.com.',
];
const MX1 = ['mx1.example.com has address 192.0.2.10', 'mx1.example.com has IPv6 address 2001:db8:a::10'];

describe('host', () => {
  test.each([
    ['example.com', MX],
    ['mx1.example.com.', MX1],
    ['www.example.com', ['www.example.com is an alias for mx1.example.com.', ...MX1]],
    [
      'chain.example.com',
      [
        'chain.example.com is an alias for www.example.com.',
        'www.example.com is an alias for mx1.example.com.',
        ...MX1,
      ],
    ],
    ['nowhere.example.com', ['Host nowhere.example.com not found: 3(NXDOMAIN)']],
    ['nowhere.example.com.', ['Host nowhere.example.com. not found: 3(NXDOMAIN)']],
    ['gone.example.com', ['Host gone.example.com not found: 3(NXDOMAIN)']],
    ['loop1.example.com', ['Host loop1.example.com not found: 2(SERVFAIL)']],
    ['two.example.com', []],
    ['nul.example.com', ['nul.example.com mail is handled by 0 .']],
    ['-t mx example.com', MX],
    ['-t ptr 192.0.2.10', ['10.2.0.192.in-addr.arpa domain name pointer mx1.example.com.']],
    ['-t mx 192.0.2.10', ['10.2.0.192.in-addr.arpa domain name pointer mx1.example.com.']],
    ['-t MX www.example.com', ['www.example.com is an alias for mx1.example.com.']],
    ['-t aaaa example.com', ['example.com has no AAAA record']],
    ['-t txt two.example.com', ['two.example.com descriptive text "one" "two \\"q\\" \\\\ ;"']],
    [
      '-t soa example.com',
      ['example.com has SOA record ns1.example.com. hostmaster.example.com. 2026110301 3600 900 604800 300'],
    ],
    ['-t ns example.com', ['example.com name server ns1.example.com.']],
    [
      '-t srv _submissions._tcp.example.com',
      ['_submissions._tcp.example.com has SRV record 0 1 465 submit.example.com.'],
    ],
    [
      '-t tlsa _25._tcp.mx1.example.com',
      [
        '_25._tcp.mx1.example.com has TLSA record 3 1 1 0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF01234567 89ABCDEF',
      ],
    ],
    ['-t cname www.example.com', ['www.example.com is an alias for mx1.example.com.']],
    ['-t ptr 10.2.0.192.in-addr.arpa', ['10.2.0.192.in-addr.arpa domain name pointer mx1.example.com.']],
    ['192.0.2.10', ['10.2.0.192.in-addr.arpa domain name pointer mx1.example.com.']],
    ['192.0.2.77', ['Host 77.2.0.192.in-addr.arpa. not found: 3(NXDOMAIN)']],
    [
      '2001:db8::1',
      [
        'Host 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa not found: 3(NXDOMAIN)',
      ],
    ],
    ['192.0.2.300', ['Host 192.0.2.300 not found: 3(NXDOMAIN)']],
    ['a..b', ["host: 'a..b' is not a legal name (empty label)"]],
    ['-t foo example.com', ['host: invalid type: foo', '']],
    ['example.com nowhere.test', ["host: couldn't get address for 'nowhere.test': not found"]],
    [
      'example.com 127.0.0.1',
      ['Using domain server:', 'Name: 127.0.0.1', 'Address: 127.0.0.1#53', 'Aliases: ', '', ...MX],
    ],
    [
      '-t mx example.org ns1.example.com',
      [
        'Using domain server:',
        'Name: ns1.example.com',
        'Address: 192.0.2.53#53',
        'Aliases: ',
        '',
        'Host example.org not found: 5(REFUSED)',
      ],
    ],
    [
      '-t mx example.com 192.0.2.31',
      [
        ';; communications error to 192.0.2.31#53: connection refused',
        ';; communications error to 192.0.2.31#53: connection refused',
        ';; no servers could be reached',
      ],
    ],
    ['-V', ['host 9.18.49-1~deb12u3-Debian']],
    ['-a example.com', ['host: -a: not simulated here']],
    ['-t any example.com', ['host: any: not simulated here']],
  ])('host %s', (rest, rows) => {
    expect(run(`host ${rest}`)).toBe(lines(...rows));
  });
  test('waits twice five seconds', () => {
    const terminal = atTheDesk();
    expect(run('host silent.example.com', terminal)).toBe(
      `${';; communications error to 127.0.0.1#53: timed out\n'.repeat(2)};; no servers could be reached\n`,
    );
    expect(terminal.world.now).toBe(10 * SECOND);
  });
});

const OWN = ['Server:\t\t127.0.0.1', 'Address:\t127.0.0.1#53', ''];
const HEAD = [...OWN, 'Non-authoritative answer:'];
const NS1 = ['Server:\t\tns1.example.com', 'Address:\t192.0.2.53#53', ''];
const ELSEWHERE = ['', 'Authoritative answers can be found from:'];
const SOA = [
  'example.com',
  '\torigin = ns1.example.com',
  '\tmail addr = hostmaster.example.com',
  '\tserial = 2026110301',
  '\trefresh = 3600',
  '\tretry = 900',
  '\texpire = 604800',
  '\tminimum = 300',
];
const ADDRESSES = [
  'Name:\tmx1.example.com',
  'Address: 192.0.2.10',
  'Name:\tmx1.example.com',
  'Address: 2001:db8:a::10',
];
const EXCHANGERS = [
  'example.com\tmail exchanger = 10 mx1.example.com.',
  'example.com\tmail exchanger = 20 mx2.example.com.',
];

describe('nslookup', () => {
  test.each([
    ['example.com', [...HEAD, "*** Can't find example.com: No answer", '']],
    ['mx1.example.com', [...HEAD, ...ADDRESSES, '']],
    ['-type=a mx1.example.com', [...HEAD, ...ADDRESSES.slice(0, 2), '']],
    ['www.example.com', [...HEAD, 'www.example.com\tcanonical name = mx1.example.com.', ...ADDRESSES, '']],
    ['-type=mx example.com', [...HEAD, ...EXCHANGERS, ...ELSEWHERE, '']],
    ['-query=mx example.com', [...HEAD, ...EXCHANGERS, ...ELSEWHERE, '']],
    [
      '-type=mx mx1.example.com',
      [...HEAD, "*** Can't find mx1.example.com: No answer", ...ELSEWHERE, ...SOA, ''],
    ],
    [
      '-type=mx www.example.com',
      [...HEAD, 'www.example.com\tcanonical name = mx1.example.com.', ...ELSEWHERE, ...SOA, ''],
    ],
    [
      '-type=txt two.example.com',
      [...HEAD, 'two.example.com\ttext = "one" "two \\"q\\" \\\\ ;"', ...ELSEWHERE, ''],
    ],
    [
      '-q=srv _submissions._tcp.example.com',
      [...HEAD, '_submissions._tcp.example.com\tservice = 0 1 465 submit.example.com.', ...ELSEWHERE, ''],
    ],
    [
      '-type=tlsa _25._tcp.mx1.example.com',
      [
        ...HEAD,
        '_25._tcp.mx1.example.com\trdata_52 = 3 1 1 0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF01234567 89ABCDEF',
        ...ELSEWHERE,
        '',
      ],
    ],
    ['-type=soa example.com', [...HEAD, ...SOA, ...ELSEWHERE, '']],
    ['-type=aaaa example.com', [...HEAD, "*** Can't find example.com: No answer", '']],
    ['192.0.2.10', ['10.2.0.192.in-addr.arpa\tname = mx1.example.com.', ...ELSEWHERE, '']],
    ['192.0.2.77', ["** server can't find 77.2.0.192.in-addr.arpa: NXDOMAIN", '']],
    ['nowhere.example.com.', [...OWN, "** server can't find nowhere.example.com: NXDOMAIN", '']],
    ['gone.example.com', [...OWN, "** server can't find gone.example.com: NXDOMAIN", '']],
    [
      '-type=mx loop1.example.com',
      [
        ';; Got SERVFAIL reply from 127.0.0.1',
        ...OWN,
        "** server can't find loop1.example.com: SERVFAIL",
        '',
      ],
    ],
    [
      '-type=foo example.com',
      ['unknown query type: foo', ...HEAD, "*** Can't find example.com: No answer", ''],
    ],
    ['-foo example.com', ['*** Invalid option: foo', ...HEAD, "*** Can't find example.com: No answer", '']],
    ['example.com nowhere.test', ["nslookup: couldn't get address for 'nowhere.test': not found"]],
    ['a..b', ["nslookup: 'a..b' is not a legal name (empty label)"]],
    [
      'www.example.com ns1.example.com',
      [...NS1, 'www.example.com\tcanonical name = mx1.example.com.', ...ADDRESSES, ''],
    ],
    ['-type=mx example.com ns1.example.com', [...NS1, ...EXCHANGERS, '']],
    ['example.org ns1.example.com', [...NS1, "** server can't find example.org: REFUSED", '']],
    ['-version', ['nslookup 9.18.49-1~deb12u3-Debian']],
    ['', ['nslookup: talking to it is not simulated here: name what to look up']],
  ])('nslookup %s', (rest, rows) => {
    expect(run(`nslookup ${rest}`)).toBe(lines(...rows));
  });
  test('waits three times five seconds', () => {
    const terminal = atTheDesk();
    expect(run('nslookup silent.example.com', terminal)).toBe(
      `${';; communications error to 127.0.0.1#53: timed out\n'.repeat(3)};; no servers could be reached\n\n`,
    );
    expect(terminal.world.now).toBe(15 * SECOND);
  });
});
