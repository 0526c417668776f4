// What belongs together: from any one of them the others are found.
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { kinOf, sendOf } from '../../../src/core/trace/kin.ts';
import { typed } from '../ui-stage/session.ts';

const { trace } = typed([
  'telnet mx1.example.com 25',
  'EHLO client.example.net',
  'MAIL FROM:<you@client.example.net>',
  'RCPT TO:<bob@example.com>',
  'DATA',
  'Subject: kin',
  '',
  '.',
]);
const told = (event: TraceEvent | undefined): string => {
  switch (event?.type) {
    case 'wire':
      return `${event.dir} ${event.octets.slice(0, 8).trim()}`;
    case 'typed':
      return `typed ${event.octets.slice(0, 8).trim()}`;
    case 'printed':
      return `printed ${event.octets.slice(0, 3)}`;
    case 'command':
      return `command ${event.verb}`;
    case 'outcome':
      return `outcome ${event.trigger}/${event.outcome}`;
    case 'fact':
      return `fact ${event.fact.type}`;
    default:
      return event?.type ?? '';
  }
};
const indexOf = (what: string): number => trace.findIndex((event) => told(event) === what);
const kin = (what: string): readonly string[] => kinOf(trace, indexOf(what)).map((i) => told(trace[i]));

describe('kin', () => {
  it('a line, the send that took it, the command heard and the edge taken', () => {
    const all = ['typed RCPT TO:', 'a>b RCPT TO:', 'command RCPT', 'outcome RCPT/ok'];
    expect(kin('typed RCPT TO:')).toEqual(all);
    expect(kin('a>b RCPT TO:')).toEqual(all);
  });
  it('the edge belongs to what was asked and to what was answered', () => {
    expect(kin('outcome RCPT/ok')).toEqual([
      'typed RCPT TO:',
      'a>b RCPT TO:',
      'command RCPT',
      'outcome RCPT/ok',
      'b>a 250 2.1.',
      'printed 250',
    ]);
  });
  it('a letter laid into a mailbox: from the dot, from the fact, from the reply', () => {
    expect(kin('a>b .')).toContain('fact append');
    expect(kin('fact append')).toEqual(expect.arrayContaining(['typed .', 'a>b .', 'fact append']));
    const fact = indexOf('fact append');
    const reply = trace.findIndex((e, i) => i > fact && e.type === 'wire' && e.dir === 'b>a');
    expect(kinOf(trace, reply)).toContain(fact);
  });
  it('what no send carried is alone', () => {
    expect(kin('typed telnet m')).toEqual(['typed telnet m']);
    expect(kinOf(trace, -1)).toEqual([]);
  });
  it('every kin of a send leads back to a send', () => {
    for (const i of kinOf(trace, indexOf('a>b DATA'))) expect(trace[sendOf(trace, i)]?.type).toBe('wire');
  });
});
