import { describe, expect, it } from 'vitest';
import { noise, recordSize, sealedSize } from '../../../src/core/net/secure.ts';
import type { Happening } from '../../../src/core/spec/machine.ts';
import { POP } from '../../world.ts';
import { close, said, secure, send, Wire } from './sink.ts';

const onStart = (h: Happening): readonly (typeof secure)[] =>
  h.type === 'received' && h.octets === 'STLS' ? [secure] : [];
const records = (wire: Wire): string =>
  wire.trace.flatMap((e) => (e.type === 'record' ? [`${e.dir} ${e.name}`] : [])).join(', ');
const handshake = 'a>b ClientHello, b>a ServerHello, a>b Finished, b>a NewSessionTicket';

describe('simulated TLS', () => {
  it('takes one round trip, and what follows is seen by size alone', () => {
    const wire = new Wire({ link: { latency: 1000 }, answer: onStart });
    wire.dial();
    wire.does(send('STLS'));
    wire.quiet();
    const { now } = wire.world;
    wire.does(secure);
    wire.quiet();
    wire.does(send('secret'));
    wire.quiet();
    expect(records(wire)).toBe(handshake);
    expect(said(wire.server)).toBe('<opened>STLS<secured>secret');
    expect(said(wire.client)).toBe('<opened><secured><ticket>');
    expect(wire.client.map(({ at }) => at - now).slice(1)).toEqual([2000, 4000]);
    const sent = wire.trace.flatMap((e) => (e.type === 'wire' ? [[e.octets, e.visible]] : []));
    expect(sent).toEqual([
      ['STLS', true],
      ['secret', false],
    ]);
    expect(wire.server.find((met) => met.happening.type === 'secured')?.happening).toMatchObject({
      tls: { version: 'TLSv1.3', serverName: POP },
    });
    expect(sealedSize(6)).toBe(28);
    expect(sealedSize(20_000)).toBe(20_044);
  });

  it('comes first on a port that wants it: the server hears of nobody before', () => {
    const wire = new Wire({ link: { latency: 1000 } });
    wire.dial(77);
    expect(said(wire.server)).toBe('');
    wire.does(secure, send('hello'));
    wire.quiet();
    // plain octets on the heels of the hello: nobody reads them
    expect(said(wire.server)).toBe('<insecure><closed>');

    const patient = new Wire({ link: { latency: 1000 } });
    patient.dial(77);
    patient.does(secure);
    patient.quiet();
    patient.does(send('hello'), close);
    patient.quiet();
    expect(said(patient.server)).toBe('<opened>hello<closed>');
    expect(records(patient)).toBe(`${handshake}, a>b alert, b>a alert`);
    expect(patient.phases()).toBe('dial open secured fin fin closed');
  });

  it('fails where plain octets come, and both sides are rid of the connection', () => {
    const wire = new Wire();
    wire.dial(77);
    wire.does(send('NOOP\r\n'));
    wire.quiet();
    expect(said(wire.server)).toBe('<insecure><closed>');
    // an alert is no TLS to somebody who speaks none: noise, then the end
    expect(said(wire.client)).toBe(`<opened>${noise.alert}<closed>`);
    wire.does(close);
    wire.quiet();
    expect(wire.phases()).toBe('dial open insecure fin fin closed');
    expect(wire.trace.find((e) => e.type === 'discarded')).toMatchObject({
      octets: 'NOOP\r\n',
      rfc: '8446#5.1',
    });
    expect(wire.world.conns).toEqual([]);
  });

  it('fails where the other side does not speak it: told once, though it goes on talking', () => {
    const wire = new Wire({
      link: { latency: 1000, segment: 4 },
      answer: (h) => (h.type === 'received' ? [send('-ERR what?\r\n')] : []),
    });
    wire.dial();
    wire.does(secure);
    wire.quiet();
    wire.does(close);
    wire.quiet();
    expect(wire.server[1]?.happening).toMatchObject({ type: 'received', octets: noise.ClientHello });
    expect(said(wire.client)).toBe('<opened><insecure><closed>');
    expect(wire.phases().match(/insecure/g)).toHaveLength(1);
    expect(wire.world.conns).toEqual([]);
  });

  it('does not start twice', () => {
    const wire = new Wire({ answer: onStart });
    wire.dial();
    wire.does(send('STLS'));
    wire.does(secure);
    wire.does(secure);
    wire.quiet();
    expect(said(wire.client)).toBe('<opened><secured><ticket><insecure>');
    expect(records(wire)).toBe(handshake);
  });

  it('lets real sockets shake hands themselves, before or in between', () => {
    const tls = { version: 'TLSv1.3', cipher: 'x', serverName: 'pop.example.com' };
    const open = { type: 'open', from: 'client.example.net', to: POP } as const;
    const wire = new Wire({ answer: onStart });
    wire.go({ type: 'outside', event: { ...open, port: 77, tls } });
    wire.go({ type: 'outside', event: { type: 'data', conn: 1, octets: 'x' } });
    expect(said(wire.server)).toBe('<opened>x');

    const later = new Wire({ answer: onStart });
    later.go({ type: 'outside', event: { ...open, port: 7, tls: null } });
    later.go({ type: 'outside', event: { type: 'secured', conn: 1, tls } }); // nobody asked
    later.go({ type: 'outside', event: { type: 'data', conn: 1, octets: 'STLS' } });
    later.go({ type: 'outside', event: { type: 'secured', conn: 1, tls } });
    later.go({ type: 'outside', event: { type: 'data', conn: 1, octets: 'x' } });
    expect(said(later.server)).toBe('<opened>STLS<secured>x');

    const first = new Wire();
    first.go({ type: 'outside', event: { ...open, port: 77, tls: null } });
    expect(said(first.server)).toBe('');
    first.go({ type: 'outside', event: { type: 'secured', conn: 1, tls } });
    expect(said(first.server)).toBe('<opened>');
  });
});

describe('a cable that breaks under TLS', () => {
  /** Octets of each thing that crossed, and how many of it did not. */
  const crossed = (wire: Wire): readonly (readonly [string, number, number])[] =>
    wire.trace.flatMap((e): readonly (readonly [string, number, number])[] => {
      if (e.type === 'record') return [[e.name, e.size, e.lost ?? 0]];
      return e.type === 'wire' ? [[e.octets.slice(0, 6), sizeOf(e), 0]] : [];
    });
  const sizeOf = (e: { readonly visible: boolean; readonly octets: string }): number =>
    e.visible ? e.octets.length : sealedSize(e.octets.length);
  function cutAfter(after: number, link = { latency: 1000, segment: 0 }, said = 'secret'): Wire {
    const wire = new Wire({ link, answer: (h) => (h.type === 'received' ? [send('reply')] : []) });
    wire.dial(77);
    wire.go({ type: 'cut', conn: 1, after });
    wire.does(secure);
    wire.quiet();
    wire.does(send(said));
    wire.quiet();
    return wire;
  }
  const { ClientHello, ServerHello, Finished, NewSessionTicket } = recordSize;
  const shaken = ClientHello + ServerHello + Finished;

  it.each([
    ['ClientHello', 200, ClientHello - 200, 200, '', '<opened><closed>'],
    ['ClientHello', ClientHello, 0, ClientHello, '', '<opened><closed>'],
    ['ServerHello', 1, ServerHello - 1, ClientHello + 1, '', '<opened><closed>'],
    // a client is done once it has sent this (RFC 8446 §2)
    ['Finished', 79, 1, shaken - 1, '', '<opened><secured><closed>'],
    ['Finished', 80, 0, shaken, '<opened><closed>', '<opened><secured><closed>'],
  ])('may break within a handshake: %s, %i octets of it', (name, size, lost, after, server, client) => {
    const wire = cutAfter(after);
    expect(crossed(wire).at(-1)).toEqual([name, size, lost]);
    expect(said(wire.server).replace('<secured>', '')).toMatch(server === '' ? /^(<closed>)?$/ : server);
    expect(said(wire.client)).toBe(client);
    expect(wire.phases()).toMatch(/ reset$/);
    expect(wire.world.conns).toEqual([]);
  });
  it('gives the receiver nothing of a record that broke off, and counts what crossed of it', () => {
    const before = shaken + NewSessionTicket;
    const asked = cutAfter(before + 15);
    expect(crossed(asked).slice(4)).toEqual([['ApplicationData', 15, 28 - 15]]);
    expect(said(asked.server)).toBe('<opened><closed>');
    const answered = cutAfter(before + 28 + 26);
    expect(crossed(answered).slice(4)).toEqual([
      ['secret', 28, 0],
      ['ApplicationData', 26, 1],
    ]);
    expect(said(answered.client)).toBe('<opened><secured><ticket><closed>');
    const whole = cutAfter(before + 28 + 27);
    expect(crossed(whole).slice(5)).toEqual([['reply', 27, 0]]);
    expect(said(whole.client)).toBe('<opened><secured><ticket>reply<closed>');
  });
  it('lets the whole records of a long send pass', () => {
    const long = 'x'.repeat(40_000);
    const wire = cutAfter(shaken + NewSessionTicket + 16_406 + 100, undefined, long);
    expect(crossed(wire).slice(4)).toEqual([
      ['xxxxxx', 16_406, 0],
      ['ApplicationData', 100, 16_306],
    ]);
    expect(said(wire.server)).toBe(`<opened>${'x'.repeat(16_384)}<closed>`);
    const last = cutAfter(shaken + NewSessionTicket + 2 * 16_406 + 7, undefined, long);
    expect(crossed(last).at(-1)).toEqual(['ApplicationData', 7, 40_000 - 2 * 16_384 + 22 - 7]);
  });
  it('is crossed by just so many octets, wherever it breaks and however they travel', () => {
    const all = crossed(cutAfter(100_000)).reduce((sum, [, size]) => sum + size, 0);
    for (let after = 1; after <= all; after += 1 + (after % 13))
      for (const latency of [0, 1000])
        for (const segment of [0, 100]) {
          const wire = cutAfter(after, { latency, segment });
          expect([after, crossed(wire).reduce((sum, [, size]) => sum + size, 0)]).toEqual([after, after]);
          expect(wire.world.conns).toEqual([]);
        }
  });
});
