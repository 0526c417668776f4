// What the real nslookup printed, asking unbound or (with a server) named about the same zones.
import { describe, expect, test } from 'vitest';
import { SECOND } from '../../../src/core/base/time.ts';
import { atTheDesk, run } from './lookups.ts';

const lines = (...rows: readonly string[]): string => rows.map((row) => `${row}\n`).join('');
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
    [
      '-type=any www.example.com',
      [...HEAD, 'www.example.com\tcanonical name = mx1.example.com.', ...ELSEWHERE, ''],
    ],
    [
      '-type=any example.com ns1.example.com',
      [
        ...NS1,
        ...SOA,
        'example.com\tnameserver = ns1.example.com.',
        ...EXCHANGERS,
        'example.com\ttext = "v=spf1 ip4:192.0.2.0/26 include:_spf.example.net -all"',
        '',
      ],
    ],
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
