import { expect, test } from 'vitest';
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
test('only up to the moment on screen', () => {
  const second = trace.findIndex((event) => event.type === 'wire' && event.octets === 'CAPA\r\n');
  expect(sheetOf(trace, second)).toHaveLength(1);
  expect(sheetOf(trace, second + 1)).toHaveLength(2);
});
