import { array, assert, constantFrom, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/core/kernel/world.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { scheduleOf, type Shown } from '../../../src/core/trace/schedule.ts';
import { isFlight } from '../../../src/core/trace/segments.ts';
import { CLIENT, testWorld } from '../../world.ts';
import { drive, lines, quiet, sit } from './drive.ts';

const link = { latency: 20_000, segment: 1460 };
const session = [
  sit(CLIENT),
  ...lines('dial 192.0.2.31 110', 'USER bob', 'PASS correct-horse', 'STAT', 'QUIT'),
];
const trace = drive(testWorld({ link }), session).trace;
const shownOf = (events: readonly TraceEvent[]): readonly Shown[] => scheduleOf(events).shown;
const trap = { start: Number.NaN, end: Number.NaN };
const flightsOfTrace = (events: readonly TraceEvent[]): readonly Shown[] =>
  shownOf(events).filter((_, i) => events.slice(i, i + 1).every(isFlight));

describe('display time', () => {
  it('gives every flight 600 to 900 ms, whatever its latency', () => {
    for (const latency of [0, 20_000, 3_000_000]) {
      const events = drive(testWorld({ link: { latency } }), session).trace;
      const lasting = flightsOfTrace(events).map(({ start, end }) => end - start);
      expect(lasting.length).toBeGreaterThan(10);
      for (const ms of lasting) expect(ms).toSatisfy((n: number) => n >= 600 && n <= 900);
    }
  });

  it('gives a longer text a little longer', () => {
    const lasting = (line: string): number => {
      const events = drive(testWorld({ link }), [sit(CLIENT), ...lines('dial 192.0.2.31 110', line)]).trace;
      const { start, end } =
        shownOf(events)[events.findLastIndex((e) => e.type === 'wire' && e.dir === 'a>b')] ?? trap;
      return end - start;
    };
    expect(lasting('NOOP')).toBeLessThan(lasting('USER a-rather-long-name'));
    expect(lasting(`USER ${'a'.repeat(200)}`)).toBeCloseTo(900, 5);
  });

  it('shows what an event causes only when its flight has landed', () => {
    const shown = shownOf(trace);
    const heard = trace.flatMap((event, i) => (event.type === 'command' ? [{ event, i }] : []));
    expect(heard.map(({ event }) => event.verb)).toEqual(['USER', 'PASS', 'STAT', 'QUIT']);
    for (const { event, i } of heard) {
      const brought = trace.findIndex((e) => e.id === event.cause);
      expect(trace[brought]?.type).toBe('wire');
      expect(shown[i]?.start).toBeGreaterThanOrEqual(shown[brought]?.end ?? Infinity);
    }
  });

  it('prints in the console when the reply has landed', () => {
    const shown = shownOf(trace);
    const printed = trace.flatMap((event, i) => (event.type === 'printed' ? [{ event, i }] : []));
    expect(printed.length).toBe(5);
    for (const { event, i } of printed) {
      const brought = trace.findIndex((e) => e.id === event.cause);
      expect(shown[i]?.start).toBeGreaterThanOrEqual(shown[brought]?.end ?? Infinity);
    }
  });

  it('lets the segments of one train share its slot', () => {
    const events = drive(testWorld({ link: { latency: 20_000, segment: 5 } }), session).trace;
    const lasting = flightsOfTrace(events).map(({ start, end }) => end - start);
    expect(events.filter((e) => e.type === 'printed').length).toBeGreaterThan(10);
    for (const ms of lasting) expect(ms).toBeLessThanOrEqual(901);
  });

  it('takes longer for what was lost and sent again', () => {
    const lossy = drive(testWorld({ link: { ...link, loss: 2 } }), session).trace;
    expect(scheduleOf(lossy).total).toBeGreaterThan(scheduleOf(trace).total + 200);
  });

  it('closes up a long wait to a tick', () => {
    const typed: TraceEvent = {
      type: 'typed',
      id: 1,
      at: 0,
      cause: 0,
      conn: 0,
      console: 'c',
      octets: 'sleep 1h\n',
    };
    const prompt: TraceEvent = { ...typed, type: 'printed', id: 2, cause: 1, at: 3_600_000_000, by: 'tool' };
    const soon: TraceEvent = { ...prompt, at: 300_000 };
    const gap = (events: readonly TraceEvent[]): number =>
      (shownOf(events)[1]?.start ?? 0) - (shownOf(events)[0]?.end ?? 0);
    expect(gap([typed, prompt])).toBeCloseTo(400, 0);
    expect(gap([typed, soon])).toBeLessThan(1);
  });

  it('keeps what is concurrent concurrent', () => {
    const open = { type: 'open', from: CLIENT, to: 'pop.example.com', port: 110, tls: null } as const;
    const both: readonly Input[] = [
      { type: 'outside', event: open },
      { type: 'outside', event: open },
      quiet,
      { type: 'outside', event: { type: 'data', conn: 1, octets: 'USER bob\r\n' } },
      { type: 'outside', event: { type: 'data', conn: 2, octets: 'USER erin\r\n' } },
      quiet,
    ];
    const events = drive(testWorld({ link }), both).trace;
    const [first, second] = events.flatMap((e, i) =>
      e.type === 'wire' && e.dir === 'a>b' ? [shownOf(events)[i]] : [],
    );
    expect(second?.start).toBeLessThan((first?.end ?? 0) - 400);
  });

  it('never spends more than about six seconds on one step', () => {
    const many = lines('dial 192.0.2.31 110', ...Array.from({ length: 80 }, () => 'NOOP'));
    const burst = [sit(CLIENT), ...many.filter((input) => input.type === 'type')];
    const open = burst.slice(0, 2);
    const events = drive(testWorld({ link }), [...open, quiet, ...burst.slice(2), quiet]).trace;
    // as one step: nothing but the first of them has no cause
    const [, ...steps] = events.map((e, i) => ({ e, i })).filter(({ e }) => e.cause === 0);
    const from = steps[1]?.i ?? 0;
    const joined = events.map((e, i) => (i > from && e.cause === 0 ? { ...e, cause: 1 } : e));
    const shown = shownOf(joined);
    const latest = Math.max(...shown.map((s) => s.end));
    expect(joined.slice(from).filter(isFlight).length).toBeGreaterThan(50);
    expect(latest - (shown[from]?.start ?? 0)).toBeLessThanOrEqual(6000);
  });
});

const word = constantFrom(
  'USER bob',
  'PASS correct-horse',
  'STAT',
  'NOOP',
  'QUIT',
  'dial 192.0.2.31 110',
  'x',
);
const worlds = record({
  latency: constantFrom(0, 20_000, 700_000),
  segment: constantFrom(0, 7, 1460),
  loss: constantFrom(0, 3),
});
const typing = array(word, { maxLength: 12 });
describe('any session', () => {
  it('is shown in the order of its events', () => {
    assert(
      property(worlds, typing, (wish, typed) => {
        const events = drive(testWorld({ link: wish }), [sit(CLIENT), ...lines(...typed)]).trace;
        const { shown, total } = scheduleOf(events);
        expect(shown.length).toBe(events.length);
        shown.forEach(({ start, end }, i) => {
          expect(start).toBeGreaterThan(shown[i - 1]?.start ?? 0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(total);
        });
      }),
    );
  });

  it('is scheduled anew when its end was replaced', () => {
    const typing = (line: string): readonly TraceEvent[] =>
      drive(testWorld({ link }), [sit(CLIENT), ...lines('dial 192.0.2.31 110', line)]).trace;
    const [short, long] = [typing('NOOP'), typing(`USER ${'a'.repeat(200)}`)];
    expect(short.length).toBe(long.length);
    const changed = [...short];
    const before = scheduleOf(changed).total;
    changed.splice(0, changed.length, ...long);
    expect(scheduleOf(changed).total).toBeGreaterThan(before);
    expect(scheduleOf(changed)).toEqual(scheduleOf(long));
  });

  it('has the same schedule however it grew, and after it was cut back', () => {
    assert(
      property(worlds, typing, array(nat(60)), (wish, typed, cuts) => {
        const events = drive(testWorld({ link: wish }), [sit(CLIENT), ...lines(...typed)]).trace;
        const growing: TraceEvent[] = [];
        for (const at of [...cuts, events.length]) {
          growing.length = Math.min(growing.length, at);
          growing.push(...events.slice(growing.length, at));
          expect(scheduleOf(growing)).toEqual(scheduleOf(growing.slice()));
        }
      }),
    );
  });
});
