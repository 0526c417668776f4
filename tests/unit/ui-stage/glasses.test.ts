import { expect, test } from 'vitest';
import { linesInto, plainPort } from '../../../src/ui/glasses/replay.ts';
import { mine, theirs } from '../../../src/ui/glasses/sights.ts';
import { TLS, typed } from './session.ts';

const LINES = ['USER bob', 'PASS correct-horse', 'RETR 1'];
const { trace } = typed([TLS, ...LINES]);
const clear = typed(
  ['telnet pop.example.com 110', ...LINES],
  [{ type: 'turn', knob: { type: 'policy', host: 'pop.example.com', set: { tls: 'optional' } } }],
).trace;

test('who types sees every line; who listens sees records of the right size and nothing else', () => {
  const seen = mine(trace, 1, trace.length);
  const heard = theirs(trace, 1, trace.length);
  expect(seen.flatMap(({ lines }) => lines)).toContain('PASS correct-horse\r\n');
  expect(heard.flatMap(({ lines }) => lines)).toEqual([]);
  expect(JSON.stringify(heard)).not.toMatch(/bob|horse|RETR|OK/);
  const sent = heard.filter(({ dir, records }) => dir === 'a>b' && records[0]?.name === 'ApplicationData');
  expect(sent.map(({ records }) => records[0]?.size)).toEqual(LINES.map((line) => line.length + 2 + 22));
});
test('without TLS who listens sees what is said', () => {
  const heard = theirs(clear, 1, clear.length).flatMap(({ lines }) => lines);
  expect(heard).toEqual(mine(clear, 1, clear.length).flatMap(({ lines }) => lines));
  expect(heard).toContain('PASS correct-horse\r\n');
});
test('of a record that broke off who types sees nothing, and who listens how much of it crossed', () => {
  const cut = {
    type: 'turn',
    knob: { type: 'policy', host: 'pop.example.com', set: { cutAfter: 2564 + 30 } },
  } as const;
  const broken = typed([TLS, 'USER bob'], [cut]).trace;
  expect(mine(broken, 1, broken.length)).toEqual([]);
  const [last] = theirs(broken, 1, broken.length).slice(-1);
  expect(last).toMatchObject({ lines: [], before: 0 });
  expect(last?.records).toEqual([{ name: 'ApplicationData', size: 30, part: true, serverName: '' }]);
});
test('nothing is seen before it happens', () => {
  expect(theirs(trace, 1, -1)).toEqual([]);
  const half = Math.floor(trace.length / 2);
  expect(theirs(trace, 1, half).every(({ event }) => event <= half)).toBe(true);
});
test('what was typed into a connection is found again, without what opened it', () => {
  expect(linesInto(trace, 1)).toEqual(LINES);
});
test('the same service without TLS is found on the same machine, in the same role', () => {
  const smtp = { machine: 'smtp', tls: 'none' } as const;
  const services = {
    25: { ...smtp, role: 'mx' },
    465: { ...smtp, tls: 'implicit', role: 'submission' },
    587: { ...smtp, role: 'submission' },
    995: { machine: 'pop3', tls: 'implicit' },
  } as const;
  expect([25, 465, 587, 995, 7].map((port) => plainPort(services, port))).toEqual([
    25,
    587,
    587,
    undefined,
    undefined,
  ]);
});
