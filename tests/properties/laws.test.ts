import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { decode, encode } from '../../src/core/kernel/codec.ts';
import { hashOf, hashOn, noHash } from '../../src/core/kernel/hash.ts';
import { step } from '../../src/core/kernel/step.ts';
import { begin, fork, record, replay, seek } from '../../src/core/kernel/timeline.ts';
import type { Input, World } from '../../src/core/kernel/world.ts';
import type { TraceEvent } from '../../src/core/trace/event.ts';
import { CLIENT, POP, testWorld } from '../world.ts';
import { journal, lead, octets, type Move } from './journals.ts';

// Many runs on a busy machine: slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const slow = testWorld({ takesMail: true, link: { latency: 20_000, segment: 11, loss: 5 } });
const worlds = fc.constantFrom(
  testWorld({ takesMail: true }),
  slow,
  testWorld({ takesMail: true, tls: 'required', link: { latency: 300_000 } }),
);

/** Every step of a journal: what it was given, what it made. */
function run(
  start: World,
  moves: readonly Move[],
): { inputs: Input[]; worlds: World[]; trace: TraceEvent[] } {
  const out = { inputs: [] as Input[], worlds: [start], trace: [] as TraceEvent[] };
  lead(start, moves, ({ world, trace }, input) => {
    out.inputs.push(input);
    out.worlds.push(world);
    out.trace.push(...trace);
  });
  return out;
}
const text = (value: unknown): string => JSON.stringify(value);

it('the same journal always yields the same trace', () => {
  fc.assert(
    fc.property(worlds, journal(60), (start, moves) => {
      const once = run(start, moves);
      const trace: TraceEvent[] = [];
      let world = start;
      for (const input of once.inputs) {
        const done = step(world, input);
        world = done.world;
        trace.push(...done.trace);
      }
      expect(hashOf(trace)).toBe(hashOf(once.trace));
      expect(text(world)).toBe(text(once.worlds.at(-1)));
    }),
    { numRuns: 150 },
  );
});

it('a hash can be carried on, and tells traces apart', () => {
  const { trace } = run(slow, fc.sample(journal(100), { numRuns: 1 })[0] ?? []);
  const half = trace.length >> 1;
  const { a, b } = hashOn(hashOn(noHash, trace.slice(0, half)), trace.slice(half));
  expect(hashOf(trace)).toBe(a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0'));
  const hashes = new Set(trace.map((_, i) => hashOf(trace.toSpliced(i, 1))));
  expect(hashes.size).toBe(trace.length);
  expect(hashes).not.toContain(hashOf(trace));
});

it('waiting twice is waiting once, longer: pass(a), pass(b) = pass(b) for a <= b, exactly', () => {
  const wait = fc.nat({ max: 1_500_000_000 });
  fc.assert(
    fc.property(
      worlds,
      journal(40),
      fc.array(wait, { minLength: 1, maxLength: 4 }),
      (start, moves, waits) => {
        const world = lead(start, moves);
        const stops = waits
          .toSorted((a, b) => a - b)
          .map((by): Input => ({ type: 'pass', until: world.now + by }));
        const often = run(world, stops);
        const once = run(world, stops.slice(-1));
        expect(text(often.trace)).toBe(text(once.trace));
        expect(text(often.worlds.at(-1))).toBe(text(once.worlds.at(-1)));

        const quiet: Input = { type: 'pass', until: 'quiet' };
        const still = run(world, [quiet]);
        const stillAgain = run(world, [quiet, quiet]);
        expect(text(stillAgain.trace)).toBe(text(still.trace));
        expect(stillAgain.worlds.at(-1)).toEqual(still.worlds.at(-1));
        const later = still.worlds.at(-1)?.now ?? 0;
        const then: Input = { type: 'pass', until: Math.max(later, world.now + (waits[0] ?? 0)) };
        expect(text(run(world, [quiet, then]).trace)).toBe(text(run(world, [then]).trace));
      },
    ),
    { numRuns: 150 },
  );
});

it('a timeline tells what a fold of its inputs tells; seek and fork find any moment of it', () => {
  fc.assert(
    fc.property(worlds, journal(80), fc.nat({ max: 80 }), (start, moves, n) => {
      const told = run(start, moves);
      const t = replay(start, told.inputs);
      expect(text(t.trace)).toBe(text(told.trace));
      expect(text(seek(t, t.inputs.length))).toBe(text(told.worlds.at(-1)));
      expect(t.ends.at(-1)).toBe(t.trace.length);

      const at = n % (t.inputs.length + 1);
      const before = text(t.trace);
      const branch = fork(t, at);
      expect(text(seek(branch, at))).toBe(text(seek(t, at)));
      record(branch, {
        type: 'outside',
        event: { type: 'open', from: CLIENT, to: POP, port: 110, tls: null },
      });
      expect(branch.trace.slice(0, t.ends[at])).toEqual(t.trace.slice(0, t.ends[at]));
      expect(text(t.trace)).toBe(before);
    }),
    { numRuns: 150 },
  );
});

it('a long timeline keeps the last worlds and every 64th before, and finds the others again', () => {
  const t = begin(testWorld());
  const truth: World[] = [seek(t, 0)];
  const knock: Input = {
    type: 'outside',
    event: { type: 'open', from: CLIENT, to: POP, port: 110, tls: null },
  };
  record(t, knock);
  truth.push(seek(t, 1));
  for (let i = 2; i <= 5000; i++)
    truth.push(
      record(t, { type: 'outside', event: { type: 'data', conn: 1, octets: i % 3 ? 'CAPA\r\n' : 'NO' } }),
    );
  expect(t.worlds.filter((world) => world !== undefined).length).toBeLessThan(4096 + 5000 / 64 + 2);
  for (const n of [0, 1, 2, 63, 64, 65, 500, 903, 904, 905, 906, 4999, 5000])
    expect(seek(t, n)).toEqual(truth[n]);
  expect(seek(t, 6000)).toBe(truth[5000]);
  expect(seek(t, -1)).toBe(truth[0]);
});

it('consecutive waits become one input', () => {
  const t = begin(slow);
  record(t, { type: 'outside', event: { type: 'open', from: CLIENT, to: POP, port: 110, tls: null } });
  for (const until of ['quiet', 'quiet', 1_000_000, 2_000_000, 2_000_000, 500_000, 3_000_000] as const)
    record(t, { type: 'pass', until });
  // the step back to 500,000 changes nothing, and is not waited over
  expect(t.inputs.slice(1)).toEqual([
    { type: 'pass', until: 2_000_000 },
    { type: 'pass', until: 3_000_000 },
  ]);
});

it('a world read back from text goes on as if nothing had happened, for 100 events and more', () => {
  let long = 0;
  fc.assert(
    fc.property(worlds, journal(40), journal(200), (start, moves, more) => {
      const world = lead(start, moves);
      const back = decode(encode(world));
      expect(back).toEqual(world);
      expect(encode(back)).toBe(encode(world));
      const [a, b] = [run(world, more), run(back, more)];
      expect(text(b.trace)).toBe(text(a.trace));
      expect(text(b.worlds.at(-1))).toBe(text(a.worlds.at(-1)));
      long += a.trace.length > 100 ? 1 : 0;
    }),
    { numRuns: 100 },
  );
  expect(long).toBeGreaterThan(80);
});

it('a world read back shares what it shared', () => {
  const say = (said: string): Input => ({ type: 'outside', event: { type: 'data', conn: 1, octets: said } });
  const { worlds: seen } = run(testWorld(), [
    { type: 'outside', event: { type: 'open', from: CLIENT, to: POP, port: 110, tls: null } },
    say('USER bob\r\nPASS correct-horse\r\n'),
  ]);
  const world = decode(encode(seen.at(-1) ?? testWorld()));
  const rows = world.hosts[POP]?.store.mailboxes['bob/INBOX']?.rows;
  const state = world.conns[0]?.b.state as { readonly at: { readonly data: { readonly rows: unknown } } };
  expect(state.at.data.rows).toBe(rows);
  expect(() => decode('no world')).toThrow(SyntaxError);
});

/**
 * What a server hears, does and says, however its octets arrive: its events but `wire`, without ids, times and causes, and all it
 * says, joined. What differs by nature: a client's octets are one `wire` event for each arrival, a reply one for each arrival that
 * ended a command, and after QUIT a late arrival finds nobody (`conn`).
 */
function heard(world: World, arrivals: readonly string[]): unknown {
  const server = new Set(['command', 'outcome', 'fact', 'discarded']);
  const { trace } = run(
    world,
    arrivals.flatMap((said): Move[] => [
      { type: 'outside', event: { type: 'data', conn: 1, octets: said } },
      { type: 'pass', until: 'quiet' },
    ]),
  );
  return {
    events: trace.filter((e) => server.has(e.type)).map((e) => ({ ...e, id: 0, at: 0, cause: 0 })),
    says: trace.map((e) => (e.type === 'wire' && e.dir === 'b>a' ? e.octets : '')).join(''),
  };
}
it('how octets are cut on the way never changes what a server hears, does and says', () => {
  const open = {
    type: 'outside',
    event: { type: 'open', from: CLIENT, to: POP, port: 110, tls: null },
  } as const;
  // what comes in one arrival with STLS is discarded, and what comes later belongs to the handshake: that is its point
  const said = fc
    .array(octets, { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join('').replaceAll(/stls|starttls/gi, 'NOOP'));
  const [takesMail, port] = [true, 25];
  const mail = { ...open, event: { ...open.event, port } };
  const starts = [
    [testWorld(), open],
    [testWorld({ commandLf: 'accept' }), open],
    [testWorld({ tls: 'required' }), open],
    [testWorld({ takesMail }), mail],
    [testWorld({ takesMail, like: 'sloppy', policy: { lfTolerant: true } }), mail],
    [testWorld({ takesMail, like: 'old' }), mail],
    [testWorld({ takesMail }), { ...mail, event: { ...mail.event, port: 587 } }],
  ] as const;
  const opened = starts.map(([world, knock]) => lead(world, [knock, { type: 'pass', until: 'quiet' }]));
  const cuts = fc.array(fc.nat({ max: 300 }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.constantFrom(...opened), said, cuts, fc.nat({ max: 9 }), (world, all, at, segment) => {
      const whole = text(heard(world, [all]));
      expect(text(heard(world, Array.from(all)))).toBe(whole);
      const places = [...new Set(at)].filter((n) => n < all.length).toSorted((a, b) => a - b);
      const pieces = [0, ...places].map((from, i) => all.slice(from, places[i] ?? all.length));
      expect(text(heard(world, pieces))).toBe(whole);
      const link = {
        type: 'turn',
        knob: { type: 'link', between: [CLIENT, POP], set: { segment } },
      } as const;
      expect(text(heard(step(world, link).world, [all]))).toBe(whole);
    }),
    { numRuns: 600 },
  );
});
