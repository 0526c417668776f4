// What the real dig printed, told to print more or less, and asked for several things.
import { describe, expect, test } from 'vitest';
import { run } from './lookups.ts';

describe('dig, told what to print', () => {
  test.each([
    ['dig chain.example.com A +short', 'www.example.com.\nmx1.example.com.\n192.0.2.10\n'],
    ['dig MX www.example.com +short', 'mx1.example.com.\n'],
    ['dig -x 192.0.2.10 +short', 'mx1.example.com.\n'],
    ['dig -x 2001:db8::1 +short', ''],
    ['dig nowhere.example.com +short', ''],
    ['dig two.example.com TXT +short', '"one" "two \\"q\\" \\\\ ;"\n'],
    ['dig example.com NS +noall +answer', 'example.com.\t\t300\tIN\tNS\tns1.example.com.\n'],
    ['dig +noall +ans example.com ns', 'example.com.\t\t300\tIN\tNS\tns1.example.com.\n'],
    ['dig +noall example.com', ''],
    ['dig +answer +noall example.com ns', ''],
    ['dig -x 192.0.2 +noall +question', ';2.0.192.in-addr.arpa.\t\tIN\tPTR\n'],
    [
      'dig example.com +noquestion +nostats +nocomments +nocmd',
      'example.com.\t\t300\tIN\tSOA\tns1.example.com. hostmaster.example.com. 2026110301 3600 900 604800 300\n',
    ],
    [
      'dig -t mx -q nul.example.com +noall +answer +comments',
      ';; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: N\n' +
        ';; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1\n\n' +
        ';; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: 1232\n' +
        ';; ANSWER SECTION:\nnul.example.com.\t300\tIN\tMX\t0 .\n\n',
    ],
    [
      'dig +nocomments example.com ns',
      '\n; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> +nocomments example.com ns\n;; global options: +cmd\n' +
        ';example.com.\t\t\tIN\tNS\nexample.com.\t\t300\tIN\tNS\tns1.example.com.\n' +
        ';; Query time: 0 msec\n;; SERVER: 127.0.0.1#53(127.0.0.1) (UDP)\n' +
        ';; WHEN: Tue Nov 03 09:00:00 UTC 2026\n;; MSG SIZE  rcvd: 58\n\n',
    ],
    [
      'dig +short mx example.com mx',
      ';; Warning, extra type option\n10 mx1.example.com.\n20 mx2.example.com.\n',
    ],
    ['dig -t foo example.com +short', ';; Warning, ignoring invalid type foo\n'],
    ['dig -c foo example.com +short', ';; Warning, ignoring invalid class foo\n'],
    ['dig -v', 'DiG 9.18.49-1~deb12u3-Debian\n'],
    ['dig a..b', "dig: 'a..b' is not a legal name (empty label)\n"],
    ['dig @nowhere.example example.com', "dig: couldn't get address for 'nowhere.example': not found\n"],
    ['dig @ example.com', "dig: couldn't get address for '': not found\n"],
    [
      'dig +trace example.com',
      'dig: +trace: in this world there are no servers of the root and of com to begin with: its resolver finds\n' +
        'whoever keeps a zone at once. Ask who that is, and then ask them: dig NS example.com, and then\n' +
        'dig @ns1.example.com MX example.com\n',
    ],
    [
      'dig +dnssec mx example.net',
      'dig: +dnssec: signatures are not simulated here; that a resolver has verified an answer is its flag ad\n',
    ],
    ['dig -p 5353 example.com', 'dig: -p: not simulated here\n'],
    ['dig -p 53 +time=2 +notrace mx +short example.com', '10 mx1.example.com.\n20 mx2.example.com.\n'],
    ['dig www.example.com ANY +short', 'mx1.example.com.\n'],
    [
      'dig example.com any +noall +answer',
      'example.com.\t\t300\tIN\tSOA\tns1.example.com. hostmaster.example.com. 2026110301 3600 900 604800 300\n' +
        'example.com.\t\t300\tIN\tNS\tns1.example.com.\nexample.com.\t\t300\tIN\tMX\t10 mx1.example.com.\n' +
        'example.com.\t\t300\tIN\tMX\t20 mx2.example.com.\n' +
        'example.com.\t\t300\tIN\tTXT\t"v=spf1 ip4:192.0.2.0/26 include:_spf.example.net -all"\n',
    ],
    [
      'dig +short mx example.com example.net',
      '10 mx1.example.com.\n20 mx2.example.com.\n10 mail.example.net.\n',
    ],
    [
      'dig +short -x 192.0.2.10 @192.0.2.53 mx1.example.com aaaa -q www.example.com a a..b',
      "dig: 'a..b' is not a legal name (empty label)\n",
    ],
    [
      'dig +short -x 192.0.2.10 mx1.example.com aaaa @ns1.example.com -q www.example.com -t cname',
      'mx1.example.com.\n2001:db8:a::10\nmx1.example.com.\n',
    ],
    [
      'dig b\u00fccher.example',
      'dig: b\xc3\xbccher.example: names in other scripts are not simulated here: write the A-label, xn--...\n',
    ],
  ])('%s', (line, out) => {
    expect(run(line.replace('\u00fc', '\xc3\xbc'))).toBe(out);
  });
  test.each(['+foo', '+sho', '-z', '-x'])('dig %s', (option) => {
    expect(run(`dig ${option}`).split('\n').slice(0, 2)).toEqual([
      `Invalid option: ${option}`,
      'Usage:  dig [@global-server] [domain] [q-type] [q-class] {q-opt}',
    ]);
  });
});
