// Sizes (RFC 5321 §4.5.3.1), each as much as there may be and one more; and patience (§4.5.3.2.7), to the last microsecond.
import { describe, expect, test } from 'vitest';
import { encode64 } from '../../../src/core/base/base64.ts';
import type { Octets } from '../../../src/core/base/octets.ts';
import { MINUTE } from '../../../src/core/base/time.ts';
import { LINE, LONGER } from '../../../src/core/protocols/smtp/hear.ts';
import { ask, ended, heard, labOf, open, pass, stateOf, type Lab } from '../../transcript/lab.ts';
import { testWorld, type Wish } from '../../world.ts';

const CRLF = '\r\n';
const x = (n: number): string => 'x'.repeat(n);
/** So many octets in labels of 32 at most. */
const domain = (octets: number): string => `${x(31)}.`.repeat(9).slice(0, octets).replace(/\.$/, 'x');
const mailLine = (octets: number): string => {
  const line = (id: string): string => `MAIL FROM:<d@example.org> COLOUR=${id}`;
  return line(x(octets - line('').length - CRLF.length));
};
function session(lines: readonly string[], wish: Wish = {}): { readonly lab: Lab; readonly conn: number } {
  const lab = labOf(testWorld({ takesMail: true, ...wish }));
  const conn = open(lab, 25);
  for (const line of lines) ask(lab, conn, line + CRLF);
  return { lab, conn };
}
const READY = ['EHLO client.example.net'];
const MAIL = [...READY, 'MAIL FROM:<dave@example.org>'];
const RECIPIENTS = [...MAIL, 'RCPT TO:<bob@example.com>'];
const CONTENT = [...RECIPIENTS, 'DATA'];
const SIZE = 65_536;

test('the domain of these tests has as many octets as was asked for', () => {
  for (const octets of [1, 63, 64, 65, 66, 128, 129, 255, 256]) expect(domain(octets)).toHaveLength(octets);
});
describe.each<{
  what: string;
  before: readonly string[];
  said: (octets: number) => Octets;
  most: number;
  fits: RegExp;
  over: RegExp;
  wish?: Wish;
}>([
  {
    what: 'a local part',
    before: READY,
    said: (n) => `MAIL FROM:<${x(n)}@example.org>`,
    most: 64,
    fits: /^250 2\.1\.0/,
    over: /^501 5\.1\.7 .*64 octets at most, and this has 65/,
  },
  {
    what: 'a domain',
    before: [],
    said: (n) => `EHLO ${domain(n)}`,
    most: 255,
    fits: /^250-/,
    over: /^501 /,
  },
  {
    what: 'a path',
    before: READY,
    said: (n) => `MAIL FROM:<d@${domain(n - 4)}>`,
    most: 256,
    fits: /^250 2\.1\.0/,
    over: /^501 5\.1\.7 .*256 octets at most with its brackets, and this one has 257/,
  },
  {
    what: 'a command line',
    before: READY,
    said: (n) => `NOOP ${x(n - 'NOOP '.length - CRLF.length)}`,
    most: LINE,
    fits: /^250 2\.0\.0/,
    over: /^500 5\.5\.2/,
  },
  {
    what: 'MAIL with parameters',
    before: READY,
    said: (n) => mailLine(n),
    most: LONGER.MAIL,
    fits: /^555 5\.5\.4/, // read to its end, and no parameter of ours
    over: /^500 5\.5\.2/,
  },
  {
    what: 'a line of a letter',
    before: CONTENT,
    said: (n) => `${x(n - CRLF.length)}\r\n.`,
    most: 1000,
    fits: /^250 2\.0\.0/,
    over: /^500 5\.5\.2 .*line 1 has 1001/,
  },
  {
    what: 'a line of a letter, not counting the dot that is put before a dot',
    before: CONTENT,
    said: (n) => `..${x(n - CRLF.length - 1)}\r\n.`,
    most: 1000,
    fits: /^250 2\.0\.0/,
    over: /^500 5\.5\.2 .*line 1 has 1001/,
  },
  {
    what: 'a letter',
    before: CONTENT,
    said: (n) => `${`${x(62)}\r\n`.repeat(SIZE / 64 - 1)}${x(n - SIZE + 62)}\r\n.`,
    most: SIZE,
    fits: /^250 2\.0\.0/,
    over: /^552 5\.3\.4 .*65536 octets/,
    wish: { policy: { maxSize: SIZE } },
  },
  {
    what: 'the number of recipients',
    before: MAIL,
    said: (n) => Array.from({ length: n }, () => 'RCPT TO:<bob@example.com>').join(CRLF),
    most: 100,
    fits: /^(?:250 [^\r]*\r\n){100}$/,
    over: /^(?:250 [^\r]*\r\n){100}452 4\.5\.3 /,
  },
])('$what: $most', ({ before, said, most, fits, over, wish }) => {
  test('and no more', () => {
    for (const [octets, answer] of [
      [most, fits],
      [most + 1, over],
    ] as const) {
      const { lab, conn } = session(before, wish);
      expect(ask(lab, conn, said(octets) + CRLF)).toMatch(answer);
    }
  });
});
test('no line of a reply has more than 512 octets, whatever is said back in it', () => {
  const { lab, conn } = session([], { policy: { looseHello: true, verify: 'open' } });
  for (const said of [
    `EHLO ${x(505)}`,
    `HELO ${x(505)}`,
    `VRFY ${x(505)}`,
    `HELP ${x(505)}`,
    x(510),
    `${x(400)} y`,
  ])
    for (const line of ask(lab, conn, said + CRLF).split(/(?<=\n)/))
      expect(line.length).toBeLessThanOrEqual(512);
});

describe('patience', () => {
  const auth = `AUTH PLAIN ${encode64('\0bob')}`;
  test.each<{ state: string; lines: readonly string[]; says: RegExp; port?: number }>([
    { state: 'greeted', lines: [], says: /^421 4\.4\.2|^421 pop/ },
    { state: 'ready', lines: READY, says: /^421 4\.4\.2/ },
    { state: 'mail', lines: MAIL, says: /^421 4\.4\.2/ },
    { state: 'recipients', lines: RECIPIENTS, says: /^421 4\.4\.2/ },
    { state: 'content', lines: [...CONTENT, 'Subject: Half a let'], says: /^421 4\.4\.2/ },
    { state: 'chunk', lines: [...RECIPIENTS, 'BDAT 9', 'abc'], says: /^421 4\.4\.2/ },
    { state: 'chunked', lines: [...RECIPIENTS, 'BDAT 5', 'abc'], says: /^421 4\.4\.2/ },
    { state: 'skipping', lines: [...READY, 'BDAT 9', 'abc'], says: /^421 4\.4\.2/ },
    { state: 'securing', lines: [...READY, 'STARTTLS'], says: /^$/ },
    { state: 'authenticating', lines: [...READY, 'AUTH LOGIN'], says: /^421 4\.4\.2/, port: 587 },
    { state: 'ready', lines: [...READY, auth], says: /^421 4\.4\.2/, port: 587 },
  ])('in $state: five minutes, and not a microsecond less', ({ state, lines, says, port = 25 }) => {
    const lab = labOf(testWorld({ takesMail: true }));
    const conn = open(lab, port);
    for (const line of lines) ask(lab, conn, line + CRLF);
    const before = heard(lab, conn).length;
    expect(stateOf(lab, conn)).toBe(state);
    pass(lab, 5 * MINUTE - 1);
    expect(heard(lab, conn)).toHaveLength(before);
    expect(ended(lab, conn)).toBe(false);
    pass(lab, 1);
    expect(heard(lab, conn).slice(before)).toMatch(says);
    expect(ended(lab, conn)).toBe(true);
  });
  test('every octet makes it begin again', () => {
    const { lab, conn } = session(CONTENT);
    for (let i = 0; i < 4; i++) {
      pass(lab, 4 * MINUTE);
      ask(lab, conn, 'x');
    }
    expect(ended(lab, conn)).toBe(false);
    expect(ask(lab, conn, '\r\n.\r\n')).toMatch(/^250 2\.0\.0/);
  });
});
