import { expect, test } from 'vitest';
import { lab } from '../../../src/app/lab.ts';
import { sendOf } from '../../../src/ui/console/kin.ts';

const session = lab.begin(lab.start);
for (const line of ['telnet pop.example.com 110', 'CAPA']) {
  lab.record(session, { type: 'type', console: 'you@client', octets: `${line}\n` });
  lab.record(session, { type: 'pass', until: 'quiet' });
}
const { trace } = session;
const carried = (type: string, octets: string): string => {
  const event = trace.findLastIndex((e) => e.type === type && 'octets' in e && e.octets.startsWith(octets));
  const send = trace[sendOf(trace, event)];
  return send?.type === 'wire' ? `${send.dir} ${send.octets.slice(0, 4)}` : (send?.type ?? '');
};

test('a typed line and the send that took it are one thing', () => {
  expect(carried('typed', 'CAPA')).toBe('a>b CAPA');
});
test('so are a printed reply and the send that brought it', () => {
  expect(carried('printed', '+OK')).toBe('b>a +OK ');
});
test('what no send carried stands for itself', () => {
  expect(carried('typed', 'telnet')).toBe('typed');
  expect(carried('printed', 'Trying')).toBe('printed');
});
