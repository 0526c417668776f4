import { array, assert, nat, property } from 'fast-check';
import { expect, it } from 'vitest';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { folded } from '../../../src/core/trace/folded.ts';

const event = (id: number): TraceEvent => ({
  type: 'typed',
  id,
  at: 0,
  cause: 0,
  conn: 0,
  console: 'c',
  octets: `${id}`,
});
const all = Array.from({ length: 1200 }, (_, i) => event(i + 1));

it('is the same fold wherever it is asked for, as the trace grows and is cut back', () => {
  assert(
    property(array(nat(1200), { maxLength: 12 }), (lengths) => {
      let steps = 0;
      const sum = folded(0, (state, { id }) => {
        steps++;
        return (state * 31 + id) % 1_000_003;
      });
      const fresh = (count: number): number =>
        all.slice(0, count).reduce((s, { id }) => (s * 31 + id) % 1_000_003, 0);
      const trace: TraceEvent[] = [];
      for (const length of lengths) {
        trace.length = Math.min(trace.length, length);
        trace.push(...all.slice(trace.length, length));
        expect(sum(trace)).toBe(fresh(length));
        expect(sum(trace, length >> 1)).toBe(fresh(length >> 1));
        steps = 0;
        sum(trace, length);
        sum(trace, Math.max(0, length - 1));
        expect(steps).toBeLessThan(256 * 4); // from a snapshot, not from the start
      }
    }),
  );
});

it('begins again when the trace is another one from somewhere on', () => {
  const count = folded('', (state, e) => (e.type === 'typed' ? state + e.octets : state));
  const trace = [event(1), event(2)];
  expect(count(trace)).toBe('12');
  trace[1] = event(3);
  expect(count(trace)).toBe('13');
});
