import { describe, expect, it } from 'vitest';
import { CLIENT, POP, testWorld } from '../../world.ts';
import { lines } from './drive.ts';
import { dialled, during, indexOf, record, sends, trace } from './sample.ts';

describe('what flies', () => {
  it('is half-way at half its time, and carries its own text', () => {
    const index = indexOf(trace, sends('USER bob\r\n'));
    const [flight, ...others] = during(trace, index, 0.5).flights;
    expect(others).toEqual([]);
    expect(flight).toMatchObject({ event: index, text: 'USER bob\r\n', size: 10, from: CLIENT, to: POP });
    expect(flight).toMatchObject({ kind: 'text', dir: 'a>b', secure: false, segments: 1 });
    expect(flight?.progress).toBeCloseTo(0.5, 9);
  });

  it('leaves at 0 and has landed at 1', () => {
    const index = indexOf(trace, sends('STAT\r\n'));
    expect(during(trace, index, 0).flights.map((f) => f.progress)).toEqual([0]);
    expect(during(trace, index, 1).flights.filter((f) => f.event === index)).toEqual([]);
  });

  it('moves from the server to the client when the server speaks', () => {
    const index = trace.findIndex((e) => e.type === 'wire' && e.dir === 'b>a');
    expect(during(trace, index, 0.25).flights[0]).toMatchObject({ from: POP, to: CLIENT, dir: 'b>a' });
  });

  it('knows a reply that says no', () => {
    const events = record([...dialled, ...lines('USER bob', 'PASS wrong', 'XYZZY')]);
    const refusals = events.flatMap((event, i) =>
      event.type === 'wire' && during(events, i, 0.5).flights[0]?.refusal ? [event.octets.slice(0, 4)] : [],
    );
    expect(refusals).toEqual(['-ERR', '-ERR']);
  });

  it('shows dialling and the ends of streams', () => {
    const dial = indexOf(trace, (e) => e.type === 'conn' && e.phase === 'dial');
    expect(during(trace, dial, 0.5).flights[0]).toMatchObject({ kind: 'dial', from: CLIENT, to: POP });
    const fin = indexOf(trace, (e) => e.type === 'conn' && e.phase === 'fin');
    expect(during(trace, fin, 0.9).flights.map((f) => f.kind)).toContain('fin');
  });

  it('draws the segments of a train one behind the other, each with its octets', () => {
    const start = testWorld({ link: { latency: 20_000, segment: 4 } });
    const events = record([...dialled, ...lines('USER bob')], start);
    const index = indexOf(events, sends('USER bob\r\n'));
    const { flights } = during(events, index, 0.5, start);
    expect(flights.map((f) => f.text)).toEqual(['USER', ' bob', '\r\n']);
    expect(flights.map((f) => f.segment)).toEqual([0, 1, 2]);
    const [first, second, third] = flights.map((f) => f.progress);
    expect(first).toBeGreaterThan(second ?? 1);
    expect(second).toBeGreaterThan(third ?? 1);
  });

  it('draws a long train as a few segments, whose sizes are all of it', () => {
    const start = testWorld({ link: { latency: 20_000, segment: 4 } });
    const long = `USER ${'b'.repeat(190)}`;
    const events = record([...dialled, ...lines(long)], start);
    const { flights } = during(events, indexOf(events, sends(`${long}\r\n`)), 0.5, start);
    expect(flights.length).toBeLessThanOrEqual(12);
    expect(flights.reduce((sum, f) => sum + f.size, 0)).toBe(long.length + 2);
  });

  it('marks a segment that was lost and sent again', () => {
    const start = testWorld({ link: { latency: 20_000, segment: 4, loss: 2 } });
    const events = record([...dialled, ...lines('USER bob')], start);
    const { flights } = during(events, indexOf(events, sends('USER bob\r\n')), 0.4, start);
    expect(flights.map((f) => f.again)).toContain(true);
  });

  it('runs the virtual clock with it', () => {
    const index = indexOf(trace, sends('USER bob\r\n'));
    const at = trace[index]?.at ?? 0;
    expect(during(trace, index, 0.5).now).toBe(at + 10_000);
    expect(during(trace, index, 1).now).toBe(at + 20_000);
  });
});
