import { expect, test } from 'vitest';
import { record } from '../../../src/core/kernel/timeline.ts';
import { roomFor, sheetOf } from '../../../src/ui/present/sheet.ts';
import { TLS, typed } from '../ui-stage/session.ts';

const { trace } = typed(['telnet pop.example.com 110', 'CAPA', 'QUIT']);
const rows = sheetOf(trace, trace.length);

test('what was said, numbered, and whose it is', () => {
  expect(rows.map(({ n, by }) => `${n} ${by}`)).toEqual([
    '1 server',
    '2 client',
    '3 server',
    '4 client',
    '5 server',
  ]);
  expect(rows[1]?.lines).toEqual(['CAPA']);
  expect(rows[2]?.lines[0]).toMatch(/^\+OK/);
});
const to = (where: string): string => `openssl s_client -quiet -crlf -connect ${where}`;
test.each([
  ['the dot', /^\.$/, [TLS, 'USER bob', 'PASS correct-horse', 'CAPA']],
  ['250 and a space', /^250 /, [to('submit.example.com:465'), 'EHLO client.example.net']],
  [
    'a tagged reply',
    /^a3 OK/,
    [to('imap.example.com:993'), 'a1 LOGIN bob correct-horse', 'a2 SELECT INBOX', 'a3 FETCH 1 BODY[]'],
  ],
])('a long reply keeps its end: %s', (_, end, lines) => {
  const said = typed(lines).trace;
  const reply = sheetOf(said, said.length).at(-1);
  expect(reply?.omitted).toBeGreaterThan(1);
  expect(reply?.last.at(-1)).toMatch(end);
});
test('what is left out is more than the line that says so takes', () => {
  for (const count of [1, 11, 12, 13, 14, 400]) {
    const octets = Array.from({ length: count }, (_, i) => `${i + 1}\r\n`).join('');
    const wire = trace.find((event) => event.type === 'wire');
    const [row] = wire ? sheetOf([{ ...wire, octets }], 1) : [];
    const { lines = [], last = [], omitted = 0 } = row ?? {};
    expect(lines.length + omitted + last.length).toBe(count);
    expect([...lines, ...last].at(-1)).toBe(String(count));
    expect(lines.length + Math.min(omitted, 1) + last.length).toBe(Math.min(count, 12));
    expect(omitted).not.toBe(1);
    expect(row && roomFor(row)).toBe(Math.min(count, 4));
  }
});
test('where another connection begins to speak, which one it is', () => {
  const other = { type: 'open', console: 'desk', host: 'client.example.net' } as const;
  const two = typed(['telnet pop.example.com 110'], [other]);
  for (const [console, line] of [
    ['desk', 'telnet mx1.example.com 25'],
    ['desk', 'EHLO client.example.net'],
    ['you@client', 'CAPA'],
  ] as const) {
    record(two, { type: 'type', console, octets: `${line}\n` });
    record(two, { type: 'pass', until: 'quiet' });
  }
  const heads = sheetOf(two.trace, two.trace.length).map(({ by, talk }) => `${by} ${talk?.to ?? ''}`);
  expect(heads).toEqual([
    'server pop.example.com',
    'server mx1.example.com',
    'client ',
    'server ',
    'client pop.example.com',
    'server ',
  ]);
});
test('only up to the moment on screen', () => {
  const second = trace.findIndex((event) => event.type === 'wire' && event.octets === 'CAPA\r\n');
  expect(sheetOf(trace, second)).toHaveLength(1);
  expect(sheetOf(trace, second + 1)).toHaveLength(2);
});
