import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { flightsOf } from '../../../src/core/trace/event.ts';
import { CLIENT, POP } from '../../world.ts';
import { close, drop, half, said, send, Wire } from './sink.ts';

// Many runs on a busy machine: slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const link = fc.record({
  latency: fc.constantFrom(0, 1, 50, 20_000),
  segment: fc.nat({ max: 4 }),
  loss: fc.nat({ max: 3 }),
});

describe('octets on their way', () => {
  it('arrive in order and complete, before the end of the stream, whatever becomes of the link meanwhile', () => {
    const what = fc.oneof(
      fc.string({ minLength: 1, maxLength: 9, unit: 'binary-ascii' }),
      link,
      fc.constantFrom(0, 1, 99, 100, 101, 30_000),
    );
    fc.assert(
      fc.property(link, fc.array(what, { maxLength: 14 }), fc.boolean(), (first, steps, quick) => {
        const wire = new Wire({ link: first });
        wire.does({ type: 'connect', to: '192.0.2.31', port: 7 });
        if (quick) wire.go({ type: 'pass', until: first.latency * 2 });
        else wire.quiet();
        let sent = '';
        for (const one of steps) {
          if (typeof one === 'string') {
            sent += one;
            wire.does(send(one));
          } else if (typeof one === 'number') wire.go({ type: 'pass', until: wire.world.now + one });
          else wire.go({ type: 'turn', knob: { type: 'link', between: [POP, CLIENT], set: one } });
        }
        wire.does(half);
        wire.quiet();
        expect(said(wire.server)).toBe(`<opened>${sent}<closed>`);
        expect(said(wire.client)).toBe('<opened><closed>');
      }),
      { numRuns: 3000 },
    );
  });

  it('arrive when the trace says they do', () => {
    fc.assert(
      fc.property(
        link,
        fc.array(fc.string({ minLength: 1, maxLength: 9 }), { maxLength: 6 }),
        (to, parts) => {
          const wire = new Wire({ link: to });
          wire.dial();
          const flights = parts.flatMap((part) =>
            wire.does(send(part)).flatMap((e) => (e.type === 'wire' ? flightsOf(e) : [])),
          );
          wire.quiet();
          expect(wire.server.slice(1).map(({ at }) => at)).toEqual(flights.map((f) => f.arrivesAt));
        },
      ),
    );
  });

  it('come one latency later, segment by segment, and a lost one later still', () => {
    const wire = new Wire({ link: { latency: 20_000, segment: 2, loss: 2 } });
    wire.dial();
    const { now } = wire.world;
    wire.does(send('abcde'));
    wire.quiet();
    const arrived = wire.server.slice(1).map(({ at, happening: h }) => [at - now, 'octets' in h && h.octets]);
    // sent again after 200 ms and twice the latency; what follows waits for it
    expect(arrived).toEqual([
      [20_000, 'ab'],
      [260_100, 'cd'],
      [260_200, 'e'],
    ]);
  });

  it('go by the link of the two hosts they travel between', () => {
    const wire = new Wire({ link: { latency: 1000 } });
    wire.go({ type: 'turn', knob: { type: 'link', between: [POP, CLIENT], set: { latency: 5000 } } });
    wire.go({
      type: 'turn',
      knob: { type: 'link', between: [POP, 'mx.example.com'], set: { latency: 9000 } },
    });
    wire.dial();
    expect(wire.client.map(({ at }) => at)).toEqual([10_000]);
    expect(wire.server.map(({ at }) => at)).toEqual([15_000]);
  });

  it('are octets: what is none is a fault and never leaves', () => {
    const wire = new Wire({ answer: (h) => (h.type === 'received' ? [send('\u0100')] : []) });
    wire.dial();
    expect(wire.does(send('a')).map((e) => e.type)).toEqual(['typed', 'wire', 'fault']);
    expect(wire.go({ type: 'type', console: 'me', octets: '\u0100' }).map((e) => e.type)).toEqual(['fault']);
  });
});

describe('the end of a connection', () => {
  it('is both sides saying so; a console that only stopped talking still listens', () => {
    const wire = new Wire({
      link: { latency: 1000 },
      answer: (h) => (h.type === 'closed' ? [send('so long'), close] : []),
    });
    wire.dial();
    wire.does(send('hi'), half, send('never'));
    wire.quiet();
    expect(said(wire.server)).toBe('<opened>hi<closed>');
    expect(said(wire.client)).toBe('<opened>so long<closed>');
    wire.does(close);
    wire.quiet();
    expect(wire.phases()).toBe('dial open fin fin closed');
    expect(wire.world.conns).toEqual([]);
  });

  it('finds a server that goes on talking reset, once its console has let go', () => {
    const wire = new Wire({ answer: (h) => (h.type === 'closed' ? [send('so long'), close] : []) });
    wire.dial();
    wire.does(close);
    wire.quiet();
    expect(said(wire.client)).toBe('<opened>');
    expect(wire.phases()).toBe('dial open fin fin reset');
    expect(wire.world.conns).toEqual([]);
  });

  it('lets what was said before a farewell arrive, though the caller talked on', () => {
    const bye = new Wire({
      link: { latency: 1000, segment: 4 },
      answer: (h) => (h.type === 'received' && h.octets === 'QUIT' ? [send('+OK Bye'), close] : []),
    });
    bye.dial();
    bye.does(send('QUITNOOP'));
    bye.quiet();
    expect(said(bye.server)).toBe('<opened>QUIT');
    expect(said(bye.client)).toBe('<opened>+OK Bye<closed><closed>');
    const silent = new Wire({
      link: { latency: 1000, segment: 4 },
      answer: (h) => (h.type === 'received' ? [send('+OK Bye'), drop] : []),
    });
    silent.dial();
    silent.does(send('QUITNOOP'));
    silent.quiet();
    expect(said(silent.server)).toBe('<opened>QUIT');
    expect(said(silent.client)).toBe('<opened>+OK Bye<closed>');
    expect(silent.world.conns).toEqual([]);
  });

  it('is a reset when a console is shut, dialling or not', () => {
    const open = new Wire({ link: { latency: 1000 } });
    open.dial();
    open.go({ type: 'shut', console: 'me' });
    open.quiet();
    expect(said(open.server)).toBe('<opened><closed>');
    expect(open.phases()).toBe('dial open reset');

    const dialling = new Wire({ link: { latency: 1000 } });
    dialling.does({ type: 'connect', to: '192.0.2.31', port: 7 });
    dialling.go({ type: 'shut', console: 'me' });
    dialling.quiet();
    expect(said(dialling.server)).toBe('');
    expect(dialling.phases()).toBe('dial reset');
    expect([...open.world.conns, ...dialling.world.conns]).toEqual([]);
  });

  it('comes at once when both sides reset it before either knows', () => {
    const wire = new Wire({ link: { latency: 1000 }, answer: (h) => (h.type === 'received' ? [drop] : []) });
    wire.dial();
    wire.does(send('x'));
    wire.go({ type: 'pass', until: wire.world.now + 1000 });
    wire.does(drop);
    expect(wire.world.conns).toEqual([]);
    wire.quiet();
    expect(wire.phases()).toBe('dial open reset');
    expect(said(wire.server)).toBe('<opened>x');
  });

  it('comes first when a console dials again', () => {
    const wire = new Wire();
    wire.dial();
    wire.dial();
    expect(wire.phases()).toBe('dial open fin dial fin closed open');
    expect(wire.world.conns.map((c) => c.id)).toEqual([2]);
    expect(said(wire.client)).toBe('<opened><opened>');
  });
});

describe('nobody there', () => {
  it('is refused where nothing listens, and unreachable where no machine is', () => {
    for (const [port, to, why] of [
      [25, '192.0.2.31', 'refused'],
      [7, '192.0.2.99', 'unreachable'],
    ] as const) {
      const wire = new Wire({ link: { latency: 1000 } });
      wire.dial(port, to);
      expect(wire.client.map((met) => met.happening)).toEqual([{ type: 'refused', why }]);
      expect(wire.phases()).toBe('dial refused');
      expect(wire.world).toMatchObject({ conns: [], consoles: [{ conn: 0 }] });
    }
  });
});

describe('a cut cable', () => {
  it.each([
    [3, '<opened>abc<closed>', '<opened><closed>'],
    [6, '<opened>abcdef<closed>', '<opened><closed>'],
    [8, '<opened>abcdef<closed>', '<opened>ok<closed>'],
  ])('lets just %i octets pass, whichever way they go', (after, server, client) => {
    for (const latency of [0, 1000])
      for (const segment of [0, 2]) {
        const wire = new Wire({
          link: { latency, segment },
          answer: (h) => (h.type === 'received' && h.octets.endsWith('f') ? [send('ok')] : []),
        });
        wire.dial();
        wire.go({ type: 'cut', conn: 1, after });
        wire.does(send('abcdef'));
        wire.quiet();
        wire.does(send('more'));
        wire.quiet();
        expect(said(wire.server)).toBe(server);
        expect(said(wire.client)).toBe(client);
        expect(wire.world.conns).toEqual([]);
      }
  });
  it('breaks at once when nothing may pass, and a call does not come through', () => {
    const wire = new Wire({ link: { latency: 1000 } });
    wire.dial();
    wire.does(send('lost'));
    wire.go({ type: 'cut', conn: 1, after: 0 });
    expect(said(wire.server)).toBe('<opened><closed>');
    wire.does({ type: 'connect', to: '192.0.2.31', port: 7 });
    wire.go({ type: 'cut', conn: 2, after: 0 });
    wire.quiet();
    expect(said(wire.client)).toBe('<opened><closed><refused>');
    expect(wire.world.conns).toEqual([]);
  });
});
