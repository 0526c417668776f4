// What the real host printed, asking unbound or (with a server) named about the same zones.
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
    [
      '-t any example.com',
      [
        'example.com has SOA record ns1.example.com. hostmaster.example.com. 2026110301 3600 900 604800 300',
        'example.com name server ns1.example.com.',
        ...MX,
        'example.com descriptive text "v=spf1 ip4:192.0.2.0/26 include:_spf.example.net -all"',
      ],
    ],
    ['-t any www.example.com', ['www.example.com is an alias for mx1.example.com.']],
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

describe('host, told to say all', () => {
  test.each([
    [
      '-v -t mx EXAMPLE.com',
      [
        'Trying "EXAMPLE.com"',
        ';; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: N',
        ';; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 0',
        '',
        ';; QUESTION SECTION:',
        ';EXAMPLE.com.\t\t\tIN\tMX',
        '',
        ';; ANSWER SECTION:',
        'EXAMPLE.com.\t\t300\tIN\tMX\t10 mx1.example.com.',
        'EXAMPLE.com.\t\t300\tIN\tMX\t20 mx2.example.com.',
        '',
        'Received 69 bytes from 127.0.0.1#53 in 0 ms',
      ],
    ],
    [
      '-v -t aaaa example.com 192.0.2.53',
      [
        'Trying "example.com"',
        'Using domain server:',
        'Name: 192.0.2.53',
        'Address: 192.0.2.53#53',
        'Aliases: ',
        '',
        ';; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: N',
        ';; flags: qr aa rd; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 0',
        '',
        ';; QUESTION SECTION:',
        ';example.com.\t\t\tIN\tAAAA',
        '',
        ';; AUTHORITY SECTION:',
        'example.com.\t\t300\tIN\tSOA\tns1.example.com. hostmaster.example.com. 2026110301 3600 900 604800 300',
        '',
        'Received 80 bytes from 192.0.2.53#53 in 0 ms',
      ],
    ],
    [
      '-v nowhere.example.com',
      [
        'Trying "nowhere.example.com"',
        'Host nowhere.example.com not found: 3(NXDOMAIN)',
        'Received 88 bytes from 127.0.0.1#53 in 0 ms',
      ],
    ],
  ])('host %s', (rest, rows) => {
    expect(run(`host ${rest}`)).toBe(lines(...rows));
  });
  test('-v tells of each question by the name it is about, and -a asks once, for all', () => {
    const tried = (line: string) => run(line).match(/^Trying.*|^;[^;].*/gm);
    expect(tried('host -v www.example.com')).toEqual([
      'Trying "www.example.com"',
      ';www.example.com.\t\tIN\tA',
      'Trying "mx1.example.com"',
      ';mx1.example.com.\t\tIN\tAAAA',
      'Trying "mx1.example.com"',
      ';mx1.example.com.\t\tIN\tMX',
    ]);
    expect(tried('host -a example.com')).toEqual(['Trying "example.com"', ';example.com.\t\t\tIN\tANY']);
  });
});
