import { expect, test } from 'vitest';
import { record } from '../../../src/core/kernel/timeline.ts';
import { sheetOf } from '../../../src/ui/present/sheet.ts';
import { typed } from '../ui-stage/session.ts';

const { trace } = typed(['telnet pop.example.com 110', 'CAPA', 'QUIT']);
const rows = sheetOf(trace, trace.length);

test('what was said, numbered, whose it is, long replies cut short', () => {
  expect(rows.map(({ n, by }) => `${n} ${by}`)).toEqual([
    '1 server',
    '2 client',
    '3 server',
    '4 client',
    '5 server',
  ]);
  expect(rows[1]?.lines).toEqual(['CAPA']);
  expect(rows[2]?.lines[0]).toMatch(/^\+OK/);
  expect(rows.every(({ lines }) => lines.length <= 12)).toBe(true);
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
