// The core by itself: how fast it steps, how fast a moment is found again, and what keeping all of it costs.
import { step } from '../src/core/kernel/step.ts';
import { begin, record, seek, type Timeline } from '../src/core/kernel/timeline.ts';
import type { Input, World } from '../src/core/kernel/world.ts';
import { standard } from '../src/core/scenario/catalogue/standard/standard.ts';
import type { TraceEvent } from '../src/core/trace/event.ts';
import { journal, type } from './journal.ts';
import { mail } from './mail.ts';
import { heapOf, perSecond, quantile, type Figure } from './measure.ts';
import { CLIENT, data, lead, near, POP, SHORT, steps } from './near.ts';

const MANY = 20_000;
const overSocket = lead(
  near,
  { type: 'outside', event: { type: 'open', from: CLIENT, to: POP, port: 110, tls: null } },
  data('USER bob\r\nPASS correct-horse\r\n'),
);
const overTelnet = lead(near, type(`telnet ${POP} 110`), type('USER bob'), type('PASS correct-horse'));

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
