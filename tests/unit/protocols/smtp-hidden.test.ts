// What a host hides it neither announces nor does, and nothing else changes (RFC 5321 §2.2.1, §4.1.1.11): one row for each extension.
import { describe, expect, test } from 'vitest';
import { encode64 } from '../../../src/core/base/base64.ts';
import { smtp } from '../../../src/core/protocols/smtp/protocol.ts';
import { ask, labOf, open } from '../../transcript/lab.ts';
import { testWorld } from '../../world.ts';

const EHLO = 'EHLO client.example.net';
const LOGIN = [`AUTH PLAIN ${encode64('\0bob\0correct-horse')}`];
const mail = (parameter: string): string => `MAIL FROM:<bob@example.com> ${parameter}`;
interface Row {
  readonly keyword: string;
  /** What it makes possible, what is said to that, and what where it is hidden. */
  readonly line: string;
  readonly shown: RegExp;
  readonly hidden: RegExp;
  readonly port?: number;
  readonly before?: readonly string[];
  /** Extensions that are nothing without it. */
  readonly takes?: readonly string[];
}
const parameter = (keyword: string, text: string, rest: Partial<Row> = {}): Row => ({
  keyword,
  line: mail(text),
  shown: /^250 2\.[13]\.[06] /,
  hidden: /^555 5\.5\.4 \S+ is no parameter of MAIL here/,
  ...rest,
});
const verb = (keyword: string, line: string, shown: RegExp, rest: Partial<Row> = {}): Row => ({
  keyword,
  line,
  shown,
  hidden: /^500 5\.5\.1 /,
  ...rest,
});
const inside: Partial<Row> = { port: 465, before: LOGIN };
const ROWS: readonly Row[] = [
  { keyword: 'PIPELINING', line: 'NOOP\r\nRSET', shown: /^250 .*\r\n250 /, hidden: /^250 .*\r\n250 / },
  parameter('SIZE', 'SIZE=1'),
  parameter('8BITMIME', 'BODY=8BITMIME', { takes: ['BINARYMIME'] }),
  verb('CHUNKING', 'BDAT 0', /^503 5\.5\.1 /, { takes: ['BINARYMIME'] }),
  parameter('BINARYMIME', 'BODY=BINARYMIME', { hidden: /^504 5\.5\.4 / }),
  parameter('SMTPUTF8', 'SMTPUTF8'),
  verb('STARTTLS', 'STARTTLS', /^220 2\.0\.0 /),
  verb('AUTH', 'AUTH PLAIN', /^334 /, { port: 465 }),
  { keyword: 'ENHANCEDSTATUSCODES', line: 'NOOP', shown: /^250 2\.0\.0 /, hidden: /^250 [A-Z]/ },
  parameter('DSN', 'RET=HDRS'),
  parameter('DELIVERBY', 'BY=600;R', inside),
  parameter('FUTURERELEASE', 'HOLDFOR=60', inside),
  parameter('MT-PRIORITY', 'MT-PRIORITY=1', inside),
  parameter('REQUIRETLS', 'REQUIRETLS', inside),
  verb('ETRN', 'ETRN example.org', /^459 4\.7\.0 /),
];
/** The keywords that EHLO is answered with, and what the line is. */
function seen({ line, port = 25, before = [] }: Row, capsHide: readonly string[]) {
  const capsShow = ['DELIVERBY', 'FUTURERELEASE', 'MT-PRIORITY', 'REQUIRETLS', 'ETRN'];
  const lab = labOf(testWorld({ takesMail: true, policy: { capsShow, capsHide } }));
  const conn = open(lab, port);
  const hello = ask(lab, conn, `${EHLO}\r\n`).split('\r\n').slice(1, -1);
  for (const each of before) ask(lab, conn, `${each}\r\n`);
  return { keywords: hello.map((row) => row.slice(4).split(' ')[0]), answer: ask(lab, conn, `${line}\r\n`) };
}
describe('an extension', () => {
  test.each(ROWS)('$keyword', (row) => {
    const [shown, hidden] = [seen(row, []), seen(row, [row.keyword])];
    const gone = [row.keyword, ...(row.takes ?? [])];
    expect(shown.keywords).toEqual(expect.arrayContaining(gone));
    expect(hidden.keywords).toEqual(shown.keywords.filter((it) => it === undefined || !gone.includes(it)));
    expect(shown.answer).toMatch(row.shown);
    expect(hidden.answer).toMatch(row.hidden);
  });
  test('there is no other', () => {
    expect(ROWS.map(({ keyword }) => keyword).toSorted()).toEqual(
      smtp.extensions.map(({ keyword }) => keyword).toSorted(),
    );
  });
});
