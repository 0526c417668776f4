import { describe, expect, test } from 'vitest';
import { MILLISECOND, SECOND } from '../../../src/core/base/time.ts';
import type { Change } from '../../../src/core/host/change.ts';
import type { Input } from '../../../src/core/kernel/world.ts';
import { recordText } from '../../../src/core/net/dns/text.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { feed, sitDown, type, typed } from '../agents/terminal.ts';

const names = { latency: 30 * MILLISECOND };
const turn = (knob: Change): Input => ({ type: 'turn', knob });
/** When, which way, and what. */
const asked = (trace: readonly TraceEvent[]): readonly string[] =>
  trace.flatMap((event) => {
    if (event.type !== 'dns') return [];
    const { at, phase, question, answer } = event;
    const status = answer ? `${answer.status}${answer.cached ? ' cached' : ''}` : '';
    const records = answer ? answer.records.map(recordText) : [];
    return [[at / 1000, phase, question.type, question.name, status, ...records].join(' ').trim()];
  });
const dial = 'telnet pop.example.com 110\n';
const LEAVE = '\x1dquit\n';

describe('a question to the DNS', () => {
  test('takes its time; asked again, it is known, until the TTL is over', () => {
    const terminal = sitDown({ names });
    expect(asked(typed(terminal, dial))).toEqual([
      '0 query A pop.example.com.',
      '15 answer A pop.example.com. ok pop.example.com. 300 A 192.0.2.31',
    ]);
    type(terminal, LEAVE);
    feed(terminal, { type: 'pass', until: 100 * SECOND });
    expect(asked(typed(terminal, dial))).toEqual([
      '100000 answer A pop.example.com. ok cached pop.example.com. 201 A 192.0.2.31',
    ]);
    type(terminal, LEAVE);
    feed(terminal, { type: 'pass', until: 300 * SECOND + 30_000 });
    expect(asked(typed(terminal, dial)).map((it) => it.split(' ')[1])).toEqual(['query', 'answer']);
  });

  test('without an answer is asked once more, 5 s later, and is given up after 5 more', () => {
    const terminal = sitDown({ names: { ...names, faults: { 'pop.example.com.': 'timeout' } } });
    const trace = typed(terminal, dial);
    expect(asked(trace)).toEqual([
      '0 query A pop.example.com.',
      '5000 query A pop.example.com.',
      '10000 answer A pop.example.com. timeout',
    ]);
    expect(trace.filter((it) => it.type === 'printed').map((it) => it.octets)).toEqual([
      'Server lookup failure:  pop.example.com:110, Temporary failure in name resolution\n',
    ]);
    const causes = trace.filter((it) => it.type === 'dns').map((it) => it.cause);
    expect(causes).toEqual([2, 3, 4]);
  });

  test.each([
    ['nxdomain', 'Name or service not known'],
    ['nodata', 'No address associated with hostname'],
    ['servfail', 'Temporary failure in name resolution'],
  ] as const)('that comes to %s is told in the words of the C library', (fault, why) => {
    const terminal = sitDown({ names: { ...names, faults: { 'pop.example.com.': fault } } });
    expect(type(terminal, dial)).toBe(`Server lookup failure:  pop.example.com:110, ${why}\n`);
    expect(type(terminal, 'nc -v pop.example.com 110\n')).toContain(why);
    expect(type(terminal, 'gnutls-cli -p 995 pop.example.com\n')).toContain(why);
    expect(type(terminal, 'openssl s_client -connect pop.example.com:995\n')).toContain(why);
  });

  test('whose answer comes when another program asks is nobody’s', () => {
    const terminal = sitDown({ names });
    feed(terminal, { type: 'type', console: 'you@client', octets: 'telnet slow.example.com 110\n' });
    const trace = typed(terminal, `\x03${dial}`);
    expect(asked(trace)).toHaveLength(3);
    expect(type(terminal, 'QUIT\n')).toContain('+OK');
  });
});

describe('knobs', () => {
  test('edit zones and set faults; what is remembered stays until it is stale', () => {
    const terminal = sitDown();
    type(terminal, `${dial}QUIT\n`);
    const line = 'pop.example.com A 192.0.2.31';
    feed(terminal, turn({ type: 'record', edit: { phase: 'remove', line } }));
    expect(asked(typed(terminal, `${dial}QUIT\n`))[0]).toContain('ok cached');
    feed(terminal, { type: 'pass', until: terminal.world.now + 300 * SECOND });
    expect(asked(typed(terminal, dial))[1]).toContain('nxdomain');
    feed(terminal, turn({ type: 'record', edit: { phase: 'add', line } }));
    expect(type(terminal, dial)).toContain('Name or service not known');
    feed(terminal, { type: 'pass', until: terminal.world.now + 300 * SECOND });
    expect(type(terminal, `${dial}QUIT\n`)).toContain('+OK');
  });
  test('that make no sense change nothing', () => {
    const terminal = sitDown();
    const before = terminal.world.names;
    feed(
      terminal,
      turn({ type: 'record', edit: { phase: 'add', line: 'a MX' } }),
      turn({ type: 'fault', name: 'a..b', fault: 'timeout' }),
      turn({ type: 'resolver', latency: Number.NaN }),
    );
    expect(terminal.world.names).toEqual(before);
    feed(
      terminal,
      turn({ type: 'resolver', latency: 40_000 }),
      turn({ type: 'fault', name: 'X.test', fault: 'servfail' }),
    );
    expect(terminal.world.names).toMatchObject({ latency: 40_000, faults: { 'x.test.': 'servfail' } });
  });
});
