// Each answer was printed by the real dig, asking unbound or (with @) named about the same zones; times are those of this world.
import { describe, expect, test } from 'vitest';
import { SECOND } from '../../../src/core/base/time.ts';
import { statusOf } from '../../../src/core/trace/status.ts';
import { atTheDesk, run } from './lookups.ts';
import { feed, KEY, type } from './terminal.ts';

/** A whole report, from the sections in between. */
const report = (
  line: string,
  question: string,
  status: string,
  counts: string,
  sections: string,
  size: number,
): string => `
; <<>> DiG 9.18.49-1~deb12u3-Debian <<>>${line.slice(3)}
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: N
;; flags: qr rd ra; QUERY: 1, ${counts}, ADDITIONAL: 1

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags:; udp: 1232
;; QUESTION SECTION:
${question}

${sections};; Query time: 0 msec
;; SERVER: 127.0.0.1#53(127.0.0.1) (UDP)
;; WHEN: Tue Nov 03 09:00:00 UTC 2026
;; MSG SIZE  rcvd: ${size}

`;
const answer = (...rows: readonly string[]): string => `;; ANSWER SECTION:\n${rows.join('\n')}\n\n`;
const SOA =
  ';; AUTHORITY SECTION:\nexample.com.\t\t300\tIN\tSOA\tns1.example.com. hostmaster.example.com. 2026110301 3600 900 604800 300\n\n';
const one = 'ANSWER: 1, AUTHORITY: 0';

describe('dig', () => {
  test.each([
    [
      'dig example.com MX',
      ';example.com.\t\t\tIN\tMX',
      'NOERROR',
      'ANSWER: 2, AUTHORITY: 0',
      answer(
        'example.com.\t\t300\tIN\tMX\t10 mx1.example.com.',
        'example.com.\t\t300\tIN\tMX\t20 mx2.example.com.',
      ),
      80,
    ],
    [
      'dig www.example.com',
      ';www.example.com.\t\tIN\tA',
      'NOERROR',
      'ANSWER: 2, AUTHORITY: 0',
      answer(
        'www.example.com.\t300\tIN\tCNAME\tmx1.example.com.',
        'mx1.example.com.\t300\tIN\tA\t192.0.2.10',
      ),
      78,
    ],
    [
      'dig gone.example.com',
      ';gone.example.com.\t\tIN\tA',
      'NXDOMAIN',
      'ANSWER: 1, AUTHORITY: 1',
      answer('gone.example.com.\t300\tIN\tCNAME\tnowhere.example.com.') + SOA,
      118,
    ],
    [
      'dig nowhere.example.com',
      ';nowhere.example.com.\t\tIN\tA',
      'NXDOMAIN',
      'ANSWER: 0, AUTHORITY: 1',
      SOA,
      99,
    ],
    ['dig example.com AAAA', ';example.com.\t\t\tIN\tAAAA', 'NOERROR', 'ANSWER: 0, AUTHORITY: 1', SOA, 91],
    ['dig loop1.example.com', ';loop1.example.com.\t\tIN\tA', 'SERVFAIL', 'ANSWER: 0, AUTHORITY: 0', '', 46],
    [
      'dig loop1.example.com CNAME',
      ';loop1.example.com.\t\tIN\tCNAME',
      'NOERROR',
      one,
      answer('loop1.example.com.\t300\tIN\tCNAME\tloop2.example.com.'),
      66,
    ],
    [
      'dig -x 192.0.2.10',
      ';10.2.0.192.in-addr.arpa.\tIN\tPTR',
      'NOERROR',
      one,
      answer('10.2.0.192.in-addr.arpa. 300\tIN\tPTR\tmx1.example.com.'),
      81,
    ],
    [
      'dig -x nonsense',
      ';nonsense.in-addr.arpa.\t\tIN\tPTR',
      'NXDOMAIN',
      'ANSWER: 0, AUTHORITY: 1',
      ';; AUTHORITY SECTION:\n.\t\t\t300\tIN\tSOA\ta.root.test. hostmaster.root.test. 2026110300 1800 900 604800 300\n\n',
      107,
    ],
    [
      'dig two.example.com TXT',
      ';two.example.com.\t\tIN\tTXT',
      'NOERROR',
      one,
      answer('two.example.com.\t300\tIN\tTXT\t"one" "two \\"q\\" \\\\ ;"'),
      72,
    ],
    [
      'dig _25._tcp.mx1.example.com TLSA',
      ';_25._tcp.mx1.example.com.\tIN\tTLSA',
      'NOERROR',
      one,
      answer(
        '_25._tcp.mx1.example.com. 300\tIN\tTLSA\t3 1 1 0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF01234567 89ABCDEF',
      ),
      100,
    ],
    [
      'dig _submissions._tcp.example.com SRV',
      ';_submissions._tcp.example.com.\tIN\tSRV',
      'NOERROR',
      one,
      answer('_submissions._tcp.example.com. 300 IN\tSRV\t0 1 465 submit.example.com.'),
      96,
    ],
    [
      'dig example.com SOA',
      ';example.com.\t\t\tIN\tSOA',
      'NOERROR',
      one,
      answer(
        'example.com.\t\t300\tIN\tSOA\tns1.example.com. hostmaster.example.com. 2026110301 3600 900 604800 300',
      ),
      91,
    ],
    [
      'dig chain.example.com MX',
      ';chain.example.com.\t\tIN\tMX',
      'NOERROR',
      'ANSWER: 2, AUTHORITY: 1',
      answer(
        'chain.example.com.\t300\tIN\tCNAME\twww.example.com.',
        'www.example.com.\t300\tIN\tCNAME\tmx1.example.com.',
      ) + SOA,
      133,
    ],
    [
      'dig abcdefghij.example.com',
      ';abcdefghij.example.com.\t\tIN\tA',
      'NXDOMAIN',
      'ANSWER: 0, AUTHORITY: 1',
      SOA,
      102,
    ],
    ['dig', ';.\t\t\t\tIN\tNS', 'NOERROR', one, answer('.\t\t\t300\tIN\tNS\ta.root.test.'), 52],
    ['dig -t mx', ';.\t\t\t\tIN\tNS', 'NOERROR', one, answer('.\t\t\t300\tIN\tNS\ta.root.test.'), 52],
  ])('%s', (line, question, status, counts, sections, size) => {
    expect(run(line)).toBe(report(line, question, status, counts, sections, size));
  });
});

describe('dig in its world', () => {
  test('asks for ANY, and wherever one wishes so, over TCP', () => {
    const over = (line: string) => /\((TCP|UDP)\)$/m.exec(run(line))?.[1];
    const lines = [
      'example.com',
      'example.com any',
      'example.com any +notcp',
      'example.com +tcp',
      '+vc example.com',
    ];
    expect(lines.map((line) => over(`dig ${line}`))).toEqual(['UDP', 'TCP', 'UDP', 'TCP', 'TCP']);
  });
  test('prints one report after the other, and what it was asked for once', () => {
    const out = run('dig mx example.com nowhere.example.com a +nostats');
    expect(out.match(/^; <<>> DiG.*|^;; (?:global|Got|Query).*|^;[^; ].*/gm)).toEqual([
      '; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> mx example.com nowhere.example.com a +nostats',
      ';; global options: +cmd',
      ';; Got answer:',
      ';example.com.\t\t\tIN\tMX',
      ';; Query time: 0 msec',
      ';; Got answer:',
      ';nowhere.example.com.\t\tIN\tA',
    ]);
    expect(run('dig +short silent.example.com -x 192.0.2.10')).toMatch(
      /no servers could be reached\nmx1\.example\.com\.\n$/,
    );
  });
  test('asks a name server itself: with authority, and without recursion', () => {
    const out = run('dig @ns1.example.com www.example.com');
    expect(out).toContain(
      '<<>> @ns1.example.com www.example.com\n; (1 server found)\n;; global options: +cmd\n',
    );
    expect(out).toContain(
      ';; flags: qr aa rd; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 1\n;; WARNING: recursion requested but not available\n\n',
    );
    expect(out).toContain(';; SERVER: 192.0.2.53#53(ns1.example.com) (UDP)\n');
    const refused = run('dig @192.0.2.53 example.org');
    expect(refused).toContain('status: REFUSED, id: N\n;; flags: qr rd; QUERY: 1, ANSWER: 0');
    expect(refused).toContain(';; MSG SIZE  rcvd: 40\n');
  });
  test.each(['+norecurse', '+norec', '+nordflag'])('does not ask it to ask others: %s', (option) => {
    expect(run(`dig @ns1.example.com www.example.com ${option}`)).toContain(
      ';; flags: qr aa; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 1\n\n;; OPT',
    );
    expect(run(`dig mx example.net ${option} +rec`)).toContain(';; flags: qr rd ra ad;');
    expect(run(`dig mx example.net ${option}`)).toContain(';; flags: qr ra ad;');
  });
  test('says of a signed zone that its answer was verified', () => {
    expect(run('dig mx example.net')).toContain(';; flags: qr rd ra ad; QUERY: 1, ANSWER: 1');
  });
  test('types the name as it was typed', () => {
    const out = run('dig EXAMPLE.com mx');
    expect(out).toContain('\n;EXAMPLE.com.\t\t\tIN\tMX\n');
    expect(out).toContain('\nEXAMPLE.com.\t\t300\tIN\tMX\t10 mx1.example.com.\n');
  });

  test('waits three times five seconds for a server that says nothing', () => {
    const terminal = atTheDesk();
    const lost = ';; communications error to 127.0.0.1#53: timed out\n'.repeat(3);
    expect(run('dig silent.example.com +short', terminal)).toBe(
      `${lost}\n; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> silent.example.com +short\n;; global options: +cmd\n;; no servers could be reached\n`,
    );
    expect(terminal.world.now).toBe(15 * SECOND);
    expect(run('dig +short silent.example.com', terminal)).toBe(`${lost};; no servers could be reached\n`);
    expect(run('dig +tries=1 +nocmd silent.example.com', terminal).split('\n')).toHaveLength(3);
    expect(terminal.world.now).toBe(35 * SECOND);
  });
  test('hears at once that nobody listens', () => {
    const terminal = atTheDesk();
    expect(run('dig @192.0.2.31 example.com', terminal)).toBe(
      `${';; communications error to 192.0.2.31#53: connection refused\n'.repeat(3)}
; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> @192.0.2.31 example.com
; (1 server found)
;; global options: +cmd
;; no servers could be reached
`,
    );
    expect(terminal.world.now).toBe(0);
  });
  test('takes as long as the network, and no time where the answer is known; the TTL counts down', () => {
    const terminal = atTheDesk(30_000);
    expect(run('dig example.com mx', terminal)).toContain(';; Query time: 30 msec\n');
    feed(terminal, { type: 'pass', until: 100 * SECOND });
    const again = run('dig example.com mx', terminal);
    expect(again).toContain(';; Query time: 0 msec\n');
    expect(again).toContain('example.com.\t\t201\tIN\tMX\t10 mx1.example.com.\n');
    expect(again).toContain(';; WHEN: Tue Nov 03 09:01:40 UTC 2026\n');
    expect(run('dig @ns1.example.com example.com mx', terminal)).toContain('\t300\tIN\tMX\t');
  });
  test('Ctrl-C ends it, and a late answer is nobody’s', () => {
    const terminal = atTheDesk(30_000);
    feed(terminal, { type: 'type', console: 'you@client', octets: 'dig example.com mx\n' });
    expect(statusOf(terminal.world, 'you@client')).toEqual({ kind: 'flying', until: 15_000 });
    expect(type(terminal, KEY.c)).toBe('^C\n');
    expect(statusOf(terminal.world, 'you@client')).toEqual({ kind: 'shell' });
    expect(type(terminal, 'whoami\n')).toBe('you\n');
  });
});
