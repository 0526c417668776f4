// The core by itself: how fast it steps, how fast a moment is found again, and what keeping all of it costs.
import { step } from '../src/core/kernel/step.ts';
import { begin, record, seek, type Timeline } from '../src/core/kernel/timeline.ts';
import type { Input, World } from '../src/core/kernel/world.ts';
import '../src/core/parts/all.ts';
import { standard } from '../src/core/scenario/catalogue/standard/standard.ts';
import type { TraceEvent } from '../src/core/trace/event.ts';
import { journal, type } from './journal.ts';
import { heapOf, perSecond, quantile, type Figure } from './measure.ts';

const CLIENT = 'client.example.net';
const POP = 'pop.example.com';
const SHORT = 2000;
const MANY = 20_000;

const data = (octets: string): Input => ({ type: 'outside', event: { type: 'data', conn: 1, octets } });
const lead = (world: World, ...inputs: readonly Input[]): World =>
  inputs.reduce((now, input) => step(now, input).world, world);

/** The standard world with no distance in it, and passwords in clear: a step is then a whole exchange. */
const start = standard();
const near: World = lead(
  {
    ...start,
    links: {},
    link: { latency: 0, segment: 0, loss: 0 },
    names: { ...start.names, latency: 0 },
  },
  { type: 'turn', knob: { type: 'policy', host: POP, set: { tls: 'optional' } } },
);
const overSocket = lead(
  near,
  { type: 'outside', event: { type: 'open', from: CLIENT, to: POP, port: 110, tls: null } },
  data('USER bob\r\nPASS correct-horse\r\n'),
);
const MX = 'mx1.example.com';
const overSmtp = lead(
  near,
  { type: 'outside', event: { type: 'open', from: CLIENT, to: MX, port: 25, tls: null } },
  data('EHLO client.example.net\r\n'),
);
/** As one pipelined group and the letter, a kilobyte long. */
const TRANSACTION: readonly Input[] = [
  data('MAIL FROM:<dave@example.org>\r\nRCPT TO:<bob@example.com>\r\nDATA\r\n'),
  data(`From: Dave <dave@example.org>\r\nSubject: Hello\r\n\r\n${`${'x'.repeat(70)}\r\n`.repeat(13)}.\r\n`),
];
const overTelnet = lead(near, type(`telnet ${POP} 110`), type('USER bob'), type('PASS correct-horse'));

/** Fails when the step is not the exchange it is taken for. */
function answered(world: World, input: Input): void {
  const replies = step(world, input).trace.filter((e) => e.type === 'wire' && /^(?:\+OK|250)/.test(e.octets));
  if (replies.length !== 1) throw new Error(`no reply to ${JSON.stringify(input)}`);
}
function steps(world: World, input: Input): number {
  answered(world, input);
  return perSecond(SHORT, () => {
    let now = world;
    for (let i = 0; i < SHORT; i++) now = step(now, input).world;
  });
}
function records(world: World, input: Input): number {
  return perSecond(SHORT, () => {
    const t = begin(world);
    for (let i = 0; i < SHORT; i++) record(t, input);
  });
}
function speed(): readonly Figure[] {
  const ways = [
    ['socket', overSocket, data('NOOP\r\n'), data('STAT\r\n')],
    ['telnet', overTelnet, type('NOOP'), type('STAT')],
  ] as const;
  return ways.flatMap(([way, world, noop, stat]): readonly Figure[] => {
    const [slow, fast] = [steps(world, noop), steps(world, stat)].toSorted((a, b) => a - b);
    const kept = Math.min(records(world, noop), records(world, stat));
    const target = ['>=', 500_000] as const;
    return [
      { name: `${way}: step, the slower of NOOP and STAT`, value: slow ?? 0, unit: '/s', target },
      { name: `${way}: step, the faster of them`, value: fast ?? 0, unit: '/s' },
      { name: `${way}: record into a timeline, the slower`, value: kept, unit: '/s' },
    ];
  });
}

/** Letters taken and in bob's mailbox. */
function mail(): readonly Figure[] {
  const one = lead(overSmtp, ...TRANSACTION);
  const letters = (world: World): number => world.hosts[POP]?.store.mailboxes['bob/INBOX']?.rows.length ?? 0;
  if (letters(one) !== letters(overSmtp) + 1) throw new Error('the letter did not arrive');
  const many = SHORT / 10; // a mailbox that grows is another thing to measure
  const rate = perSecond(many, () => {
    let now = one;
    for (let i = 0; i < many; i++) for (const input of TRANSACTION) now = step(now, input).world;
  });
  return [
    { name: 'smtp: NOOP', value: steps(overSmtp, data('NOOP\r\n')), unit: '/s', target: ['>=', 500_000] },
    { name: 'smtp: a letter of 1 kB, delivered', value: rate, unit: '/s', target: ['>=', 50_000] },
  ];
}
function seeking(): readonly Figure[] {
  const inputs = journal(5000);
  const [heap, t] = heapOf(() => {
    const made: Timeline = begin(standard());
    for (const input of inputs) record(made, input);
    return made;
  });
  // the best of several rounds for each place: the others were disturbed
  const times = t.worlds.map(() => Infinity);
  for (let round = 0; round < 5; round++)
    for (let n = 0; n < times.length; n++) {
      const start = performance.now();
      seek(t, n);
      times[n] = Math.min(times[n] ?? Infinity, performance.now() - start);
    }
  const all = `journal of ${t.inputs.length} inputs`;
  return [
    { name: `${all}: seek, p99`, value: quantile(times, 0.99), unit: 'ms', target: ['<=', 2] },
    { name: `${all}: seek, the longest`, value: Math.max(...times), unit: 'ms' },
    { name: `${all}: ${t.trace.length} events and all kept worlds`, value: heap / 1e6, unit: 'MB' },
  ];
}

function memory(): readonly Figure[] {
  const input = data('NOOP\r\n');
  const [worlds, kept] = heapOf(() => {
    const all: World[] = [overSocket];
    for (let i = 0; i < MANY; i++) all.push(step(all[i] ?? overSocket, input).world);
    return all;
  });
  const [events, trace] = heapOf(() => {
    const all: TraceEvent[] = [];
    let now = overSocket;
    for (let i = 0; i < MANY; i++) {
      const done = step(now, input);
      now = done.world;
      for (const event of done.trace) all.push(event);
    }
    return all;
  });
  return [
    { name: 'heap of a kept step (NOOP)', value: worlds / kept.length, unit: 'B', target: ['<=', 1000] },
    { name: 'heap of a trace event', value: events / trace.length, unit: 'B', target: ['<=', 150] },
  ];
}

export const kernel = (): readonly Figure[] => [...speed(), ...mail(), ...seeking(), ...memory()];
