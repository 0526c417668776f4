// A capture file says what was on the cables. It is read here by a reader of its own (`pcap.ts`), which knows only the standards.
import { expect, test } from 'vitest';
import { begin, record } from '../../../src/core/kernel/timeline.ts';
import type { Input } from '../../../src/core/kernel/world.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { addressOf, captured, type Look } from '../../../src/core/trace/capture/capture.ts';
import type { ConnEvent, TraceEvent, Wire } from '../../../src/core/trace/event.ts';
import { recordHeader } from '../../../src/core/net/secure.ts';
import { headerOf, wiretap } from '../../../src/core/trace/wiretap.ts';
import { framesIn } from './pcap.ts';

interface Read {
  readonly at: number;
  readonly comment: string;
  /** `address:port`. */
  readonly from: string;
  readonly to: string;
  readonly sequence: number;
  readonly acknowledged: number;
  readonly flags: number;
  readonly payload: string;
}
function packetsIn(file: string): readonly Read[] {
  return framesIn(file).flatMap(({ at, comment, from, to, protocol, body }) =>
    protocol !== 6
      ? []
      : [
          {
            at,
            comment,
            from: `${from}:${body.readUInt16BE(0)}`,
            to: `${to}:${body.readUInt16BE(2)}`,
            sequence: body.readUInt32BE(4),
            acknowledged: body.readUInt32BE(8),
            flags: body[13] ?? 0,
            payload: body.toString('latin1', ((body[12] ?? 0) >> 4) * 4),
          },
        ],
  );
}
/** What arrives at one end, put together by sequence numbers, as that end does. */
function streamOf(packets: readonly Read[], from: string, to: string): string {
  const mine = packets.filter((it) => it.from === from && it.to === to);
  const start = (mine.find(({ flags }) => (flags & 2) !== 0)?.sequence ?? 0) + 1;
  const octets: string[] = [];
  for (const { sequence, payload } of mine)
    for (let i = 0; i < payload.length; i++) octets[sequence - start + i] = payload.charAt(i);
  expect(
    octets.every((octet) => octet !== undefined),
    'without a hole',
  ).toBe(true);
  return octets.join('');
}
function played(lines: readonly string[], look: Look = 'cable', before: readonly Input[] = []) {
  const world = standard();
  const timeline = begin(world);
  for (const input of before) record(timeline, input);
  for (const line of lines) {
    record(timeline, { type: 'type', console: 'you@client', octets: `${line}\n` });
    record(timeline, { type: 'pass', until: 'quiet' });
  }
  return { trace: timeline.trace, packets: packetsOf(timeline.trace, look) };
}
function packetsOf(trace: readonly TraceEvent[], look: Look = 'cable'): readonly Read[] {
  const { hosts, epoch } = standard();
  return packetsIn(captured(trace, (host) => addressOf(hosts[host]?.addresses ?? []), epoch, look));
}
const [CLIENT, MX, POP] = ['203.0.113.50:49153', '192.0.2.10:25', '192.0.2.31:995'];
const said = (trace: readonly TraceEvent[], dir: Wire['dir']): string =>
  trace.flatMap((it) => (it.type === 'wire' && it.dir === dir ? [it.octets] : [])).join('');

const LETTER = [
  'EHLO x.example',
  'MAIL FROM:<you@client.example.net>',
  'RCPT TO:<bob@example.com>',
  'DATA',
  'Hi',
  '.',
  'QUIT',
];
test('each direction is what was said, octet for octet; it begins and ends as TCP does', () => {
  const { trace, packets } = played(['telnet mx1.example.com 25', ...LETTER]);
  expect(streamOf(packets, CLIENT ?? '', MX ?? '')).toBe(said(trace, 'a>b'));
  expect(streamOf(packets, MX ?? '', CLIENT ?? '')).toBe(said(trace, 'b>a'));
  expect(packets.slice(0, 3).map(({ flags }) => flags)).toEqual([2, 18, 16]);
  expect(packets.filter(({ flags }) => (flags & 1) !== 0)).toHaveLength(2);
  const times = packets.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBe(standard().epoch * 1_000_000 + 30_000);
});
test('whatever was sent is acknowledged, and nothing before it has arrived', () => {
  const { packets } = played(['telnet mx1.example.com 25', ...LETTER]);
  for (const [me, peer] of [
    [CLIENT, MX],
    [MX, CLIENT],
  ]) {
    const sent = packets.filter(({ from }) => from === me);
    const end = sent.reduce(
      (most, it) => Math.max(most, it.sequence + it.payload.length + (it.flags & 3 ? 1 : 0)),
      0,
    );
    const answers = packets.filter(({ from, flags }) => from === peer && (flags & 16) !== 0);
    expect(answers.at(-1)?.acknowledged).toBe(end);
    for (const { at, acknowledged } of answers)
      expect(sent.some((it) => it.at <= at && it.sequence + it.payload.length + 1 >= acknowledged)).toBe(
        true,
      );
  }
});
test('TLS on a cable that breaks: its last record is there as far as it came, and says how long it would have been', () => {
  const talk = ['openssl s_client -quiet -crlf -connect pop.example.com:995', 'USER bob'];
  for (const cutAfter of [600, 2564 + 4, 2564 + 30]) {
    const knob = { type: 'policy', host: 'pop.example.com', set: { cutAfter } } as const;
    const { trace, packets } = played(talk, 'cable', [{ type: 'turn', knob }]);
    const sent = packets.reduce((sum, { payload }) => sum + payload.length, 0);
    expect([cutAfter, sent]).toEqual([cutAfter, cutAfter]);
    const last = wiretap(trace, 1).findLast(({ kind }) => kind === 'record');
    expect(last?.lost).toBeGreaterThan(0);
    if (!last || cutAfter === 600) continue;
    expect(headerOf(last)).toBe(recordHeader(last.size + last.lost).slice(0, last.size));
    const header = streamOf(packets, POP ?? '', CLIENT ?? '')
      .slice(-last.size)
      .slice(0, 5);
    expect(header).toBe(headerOf(last));
  }
});
test('TLS: the sizes an eavesdropper sees, the name that was asked for, nothing of what was said, and a word of warning', () => {
  const { trace, packets } = played([
    `openssl s_client -quiet -crlf -connect pop.example.com:995`,
    'USER bob',
    'PASS correct-horse',
    'QUIT',
  ]);
  for (const [dir, from, to] of [
    ['a>b', CLIENT, POP],
    ['b>a', POP, CLIENT],
  ] as const) {
    const stream = streamOf(packets, from ?? '', to ?? '');
    const seen = wiretap(trace, 1).filter((it) => it.dir === dir);
    expect(stream).toHaveLength(seen.reduce((sum, { size }) => sum + size, 0));
    expect(stream).not.toMatch(/correct|horse|USER|\+OK/);
    // records follow each other to the end
    for (
      let at = 0;
      at < stream.length;
      at += 5 + stream.charCodeAt(at + 3) * 256 + stream.charCodeAt(at + 4)
    )
      expect([20, 22, 23]).toContain(stream.charCodeAt(at));
  }
  expect(streamOf(packets, CLIENT ?? '', POP ?? '')).toContain('\0\0\x0fpop.example.com');
  for (const { payload, comment } of packets)
    expect(comment).toBe(payload === '' ? '' : 'Simulated TLS: the size is true, the contents are made up.');
});
test('opened: the words that went through TLS, on the port where they are looked for, and a word of warning', () => {
  const session = ['USER bob', 'PASS correct-horse', 'QUIT'];
  const line = 'openssl s_client -quiet -crlf -connect pop.example.com:995';
  const { trace, packets } = played([line, ...session], 'opened');
  const [from, to] = [CLIENT ?? '', '192.0.2.31:110'];
  expect(streamOf(packets, from, to)).toBe(said(trace, 'a>b'));
  expect(streamOf(packets, to, from)).toBe(said(trace, 'b>a'));
  for (const { payload, comment } of packets)
    expect(comment).toBe(payload === '' ? '' : 'This went through TLS: on the cable nobody could read it.');
});
test('opened: after STARTTLS on a connection of its own', () => {
  const line = 'openssl s_client -quiet -starttls smtp -crlf -connect submit.example.com:587';
  const { trace, packets } = played([line, 'EHLO x.example', 'QUIT'], 'opened');
  const callers = [...new Set(packets.flatMap(({ from }) => (from.startsWith('203.') ? [from] : [])))];
  expect(callers).toHaveLength(2);
  const heard = callers.map((from) => streamOf(packets, from, '192.0.2.20:587'));
  expect(heard[0]).toMatch(/STARTTLS\r\n$/);
  expect(heard[1]).toBe('EHLO x.example\r\nQUIT\r\n');
  expect(heard.join('')).toBe(said(trace, 'a>b'));
});
test('what is lost is there twice, with the same numbers', () => {
  const link = { latency: 20_000, segment: 100, loss: 2 };
  const stamp = { id: 0, cause: 0, conn: 1 };
  const dial: ConnEvent = {
    ...stamp,
    type: 'conn',
    phase: 'dial',
    at: 0,
    arrives: 0,
    from: 'client.example.net',
    to: 'mx1.example.com',
    port: 25,
    dir: 'a>b',
    tls: null,
  };
  const octets = 'x'.repeat(250);
  const wire: Wire = {
    ...stamp,
    type: 'wire',
    dir: 'a>b',
    octets,
    at: 50_000,
    arrives: 70_000,
    nth: 0,
    link,
    visible: true,
  };
  const packets = packetsOf([dial, { ...dial, phase: 'open', at: 40_000, arrives: 40_000 }, wire]);
  const data = packets.filter(({ payload }) => payload !== '');
  expect(data).toHaveLength(4);
  const [lost] = data.filter(({ comment }) => comment !== '');
  expect(data.filter(({ sequence }) => sequence === lost?.sequence)).toHaveLength(2);
  expect(streamOf(packets, CLIENT ?? '', MX ?? '')).toBe(octets);
});
test('a port where nobody listens, an address where nobody is', () => {
  expect(played(['telnet mx1.example.com 26']).packets.map(({ flags }) => flags)).toEqual([2, 20]);
  expect(played(['telnet 192.0.2.99 25']).packets.map(({ flags }) => flags)).toEqual([2]);
});
