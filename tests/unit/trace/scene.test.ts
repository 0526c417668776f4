import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Input, World } from '../../../src/core/kernel/world.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { sceneAt, type Scene } from '../../../src/core/trace/scene.ts';
import { scheduleOf } from '../../../src/core/trace/schedule.ts';
import { CLIENT, POP, testWorld } from '../../world.ts';
import { drive, lines, quiet, sit } from './drive.ts';

const link = { latency: 20_000, segment: 1460 };
const world = testWorld({ link });
const dialled = [sit(CLIENT), ...lines('dial 192.0.2.31 110')];
const login = [...dialled, ...lines('USER bob', 'PASS correct-horse')];
const record = (inputs: readonly Input[], start: World = world): readonly TraceEvent[] =>
  drive(start, inputs).trace;
const trace = record([...login, ...lines('STAT', 'QUIT')]);
const total = scheduleOf(trace).total;
const indexOf = (events: readonly TraceEvent[], wanted: (e: TraceEvent) => boolean): number => {
  const index = events.findIndex(wanted);
  expect(index).toBeGreaterThanOrEqual(0);
  return index;
};
/** The scene at this share of an event's own time. */
const during = (events: readonly TraceEvent[], index: number, share: number, start = world): Scene => {
  const slot = scheduleOf(events).shown[index];
  expect(slot).toBeDefined();
  return sceneAt(start, events, (slot?.start ?? 0) + ((slot?.end ?? 0) - (slot?.start ?? 0)) * share);
};
const sends = (octets: string) => (e: TraceEvent) => e.type === 'wire' && e.octets === octets;

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

describe('hosts and links', () => {
  it('come from the world: one more host is one more drawn', () => {
    const one = world.hosts[CLIENT];
    expect(one).toBeDefined();
    if (!one) return;
    const phone = { ...one, id: 'alice-phone.example.net', addresses: ['203.0.113.52'] };
    const more: World = { ...world, hosts: { ...world.hosts, [phone.id]: phone } };
    expect(sceneAt(more, [], 0).hosts.map((h) => h.id)).toEqual([POP, CLIENT, phone.id]);
    expect(sceneAt(more, [], 0).hosts.at(-1)).toMatchObject({ address: '203.0.113.52', role: 'people' });
  });

  it('tell services, and who sits where from when', () => {
    const before = sceneAt(world, trace, 0);
    expect(before.hosts.map((h) => h.consoles)).toEqual([[], []]);
    expect(before.hosts[0]).toMatchObject({ role: 'server', address: '192.0.2.31' });
    expect(before.hosts[0]?.services.map((s) => `${s.protocol} ${s.port} ${s.tls}`)).toEqual([
      'pop3 110 none',
      'pop3 995 implicit',
    ]);
    expect(sceneAt(world, trace, total).hosts[1]?.consoles).toEqual(['you@client']);
    const left = record([sit(CLIENT), { type: 'shut', console: 'you@client' }]);
    expect(sceneAt(world, left, Infinity).hosts[1]?.consoles).toEqual([]);
  });

  it('light up where the latest event happened', () => {
    const command = indexOf(trace, (e) => e.type === 'command');
    expect(
      during(trace, command, 0)
        .hosts.filter((h) => h.lit)
        .map((h) => h.id),
    ).toEqual([POP]);
    const typed = indexOf(trace, (e) => e.type === 'typed');
    expect(
      during(trace, typed, 0)
        .hosts.filter((h) => h.lit)
        .map((h) => h.id),
    ).toEqual([CLIENT]);
  });

  it('are linked when somebody dials, and the connection says who and how far', () => {
    expect(sceneAt(world, trace, 0)).toMatchObject({ links: [], conns: [] });
    const dial = indexOf(trace, (e) => e.type === 'conn' && e.phase === 'dial');
    const dialling = during(trace, dial, 0.5);
    expect(dialling.conns).toMatchObject([{ id: 1, port: 110, phase: 'dialling', console: 'you@client' }]);
    expect(dialling.links).toMatchObject([{ between: [POP, CLIENT], conns: [1], secure: false, cut: false }]);
    const open = indexOf(trace, (e) => e.type === 'conn' && e.phase === 'open');
    expect(during(trace, open, 0).conns[0]?.phase).toBe('open');
  });

  it('show a cut cable in its own step, and no connection after it', () => {
    const events = record([...dialled, { type: 'cut', conn: 1, after: 0 }, quiet, ...lines('x')]);
    const cut = during(
      events,
      indexOf(events, (e) => e.type === 'conn' && e.phase === 'reset'),
      0,
    );
    expect(cut.links[0]).toMatchObject({ cut: true });
    expect(cut.conns[0]).toMatchObject({ phase: 'reset' });
    expect(sceneAt(world, events, Infinity)).toMatchObject({ conns: [], links: [{ cut: false, conns: [] }] });
  });

  it('show a refused call, to a host and to nobody', () => {
    const closed = record([sit(CLIENT), ...lines('dial 192.0.2.31 25')]);
    expect(sceneAt(world, closed, Infinity).conns).toMatchObject([{ phase: 'refused', to: POP, port: 25 }]);
    const nobody = record([sit(CLIENT), ...lines('dial 192.0.2.99 110')]);
    expect(sceneAt(world, nobody, Infinity).conns).toMatchObject([{ phase: 'refused', to: '192.0.2.99' }]);
  });

  it('lock when TLS is there', () => {
    const events = record([sit(CLIENT), ...lines('dial 192.0.2.31 995', 'seal', 'USER bob')]);
    const record0 = indexOf(events, (e) => e.type === 'record');
    const hello = during(events, record0, 0.5).flights[0];
    expect(hello).toMatchObject({ kind: 'record', text: 'ClientHello', size: 517, secure: true });
    expect(during(events, record0, 0.5).links[0]?.secure).toBe(false);
    expect(sceneAt(world, events, Infinity)).toMatchObject({
      links: [{ secure: true }],
      conns: [{ secure: true }],
    });
    const sealed = during(events, indexOf(events, sends('USER bob\r\n')), 0.5).flights[0];
    expect(sealed).toMatchObject({ secure: true, size: 32 });
  });
});

describe('the server session', () => {
  it('lights its state as the command lands, not before', () => {
    const wire = indexOf(trace, sends('USER bob\r\n'));
    expect(during(trace, wire, 0.99).sessions).toMatchObject([{ state: 'authorization', fresh: false }]);
    const outcome = indexOf(trace, (e) => e.type === 'outcome' && e.trigger === 'USER');
    expect(during(trace, outcome, 0).sessions).toMatchObject([
      {
        conn: 1,
        host: POP,
        protocol: 'pop3',
        state: 'named',
        fresh: true,
        refusal: false,
        edge: { from: 'authorization', to: 'named', trigger: 'USER', outcome: 'ok' },
      },
    ]);
  });

  it('is there before its first word, and gone one step after its last', () => {
    const open = indexOf(trace, (e) => e.type === 'conn' && e.phase === 'open');
    expect(during(trace, open, 0).sessions).toMatchObject([{ state: '', edge: null }]);
    const ended = record([...login, ...lines('QUIT'), sit(CLIENT, 'second')]);
    expect(sceneAt(world, trace, total).sessions).toMatchObject([{ state: 'closed' }]);
    expect(sceneAt(world, ended, Infinity).sessions).toEqual([]);
  });

  it('says when it did not obey', () => {
    const events = record([...dialled, ...lines('STAT')]);
    expect(sceneAt(world, events, Infinity).sessions).toMatchObject([
      { state: 'authorization', refusal: true, edge: { outcome: 'badSequence' } },
    ]);
  });
});

describe('mailboxes', () => {
  const bobs = (scene: Scene) => scene.mailboxes.find((m) => m.name === 'bob/INBOX');
  it('show number, size, sender and subject from the start', () => {
    const box = bobs(sceneAt(world, [], 0));
    expect(box).toMatchObject({ host: POP, lockedBy: 0 });
    expect(box?.letters.map((l) => `${l.number} ${l.uid} ${l.from}: ${l.subject}`)).toEqual([
      '1 1 alice@example.com: Lunch',
      '2 2 carol@example.com: Dots',
      '3 3 dave@example.org: Short',
    ]);
    expect(box?.letters[0]?.size).toBe(
      world.hosts[POP]?.store.mailboxes['bob/INBOX']?.rows.chunks[0]?.[0]?.size,
    );
  });

  it('are locked while a session has them open', () => {
    const locked = indexOf(trace, (e) => e.type === 'fact' && e.fact.type === 'lock');
    expect(bobs(during(trace, locked - 1, 0))?.lockedBy).toBe(0);
    expect(bobs(during(trace, locked, 0))?.lockedBy).toBe(1);
    expect(bobs(sceneAt(world, trace, total))?.lockedBy).toBe(0);
  });

  const facts = (...told: readonly object[]): readonly TraceEvent[] => {
    const conn = { conn: 1, at: 0 };
    const open = {
      type: 'conn',
      phase: 'open',
      from: CLIENT,
      to: POP,
      port: 110,
      dir: 'a>b',
      arrives: 0,
      tls: null,
    } as const;
    const all: TraceEvent[] = [{ ...conn, ...open, id: 1, cause: 0 }];
    told.forEach((fact, i) => {
      const cause = 'next' in fact ? 0 : 1;
      all.push({ ...conn, type: 'fact', id: i + 2, cause, fact: { type: 'none', ...fact } });
    });
    return all;
  };
  const mailbox = 'bob/INBOX';
  it('mark what is to be deleted and take the mark away', () => {
    const marked = facts({ type: 'mark', mailbox, uids: [1, 2] });
    expect(bobs(sceneAt(world, marked, Infinity))?.letters.map((l) => l.marked)).toEqual([true, true, false]);
    const again = facts({ type: 'mark', mailbox, uids: [1, 2] }, { type: 'unmark', mailbox, uids: [1] });
    expect(bobs(sceneAt(world, again, Infinity))?.letters.map((l) => l.marked)).toEqual([false, true, false]);
    const dropped = facts({ type: 'mark', mailbox, uids: [1, 2] }, { type: 'unlock', mailbox });
    expect(bobs(sceneAt(world, dropped, Infinity))?.letters.map((l) => l.marked)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('grey what goes in the step in which it goes, and renumber after it', () => {
    const going = facts({ type: 'expunge', mailbox, uids: [1] });
    expect(bobs(sceneAt(world, going, Infinity))?.letters.map((l) => `${l.number} ${l.gone}`)).toEqual([
      '1 true',
      '2 false',
      '3 false',
    ]);
    const gone = facts({ type: 'expunge', mailbox, uids: [1] }, { type: 'none', next: true });
    expect(bobs(sceneAt(world, gone, Infinity))?.letters.map((l) => `${l.number} ${l.uid}`)).toEqual([
      '1 2',
      '2 3',
    ]);
  });
});

describe('the console log', () => {
  it('shows a reply only when it has landed', () => {
    const index = trace.findIndex((e) => e.type === 'wire' && e.dir === 'b>a');
    const said = (scene: Scene): readonly string[] => scene.log.map((l) => `${l.by} ${l.octets.trimEnd()}`);
    expect(said(during(trace, index, 0.99))).toEqual(['typed dial 192.0.2.31 110']);
    const printed = indexOf(trace, (e) => e.type === 'printed');
    expect(said(during(trace, printed, 0)).at(-1)).toMatch(/^server \+OK/);
    expect(sceneAt(world, trace, total).log.length).toBe(10);
  });
});

const word = fc.constantFrom(
  'USER bob',
  'PASS correct-horse',
  'STAT',
  'QUIT',
  'dial 192.0.2.31 110',
  'DELE 1',
  'x',
);
const typing = fc.array(word, { maxLength: 10 });
describe('any session, any moment', () => {
  it('looks the same however the trace grew and whatever was looked at before', () => {
    fc.assert(
      fc.property(typing, fc.array(fc.tuple(fc.nat(80), fc.nat(9000)), { maxLength: 12 }), (typed, looks) => {
        const events = record([sit(CLIENT), ...lines(...typed)]);
        const growing: TraceEvent[] = [];
        for (const [length, time] of looks) {
          growing.length = Math.min(growing.length, length);
          growing.push(...events.slice(growing.length, length));
          expect(sceneAt(world, growing, time)).toEqual(sceneAt(world, growing.slice(), time));
        }
      }),
    );
  });

  it('is the same among 20,000 events, from a snapshot or from the start', () => {
    const many: TraceEvent[] = [];
    const hand = record([...login, ...lines('STAT', 'STAT', 'QUIT')]);
    while (many.length < 20_000) many.push(...hand.map((e) => ({ ...e, id: e.id + many.length })));
    const last = scheduleOf(many).total;
    sceneAt(world, many, last);
    expect(sceneAt(world, many, last * 0.37)).toEqual(sceneAt(world, many.slice(), last * 0.37));
  });
});
