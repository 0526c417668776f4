import { describe, expect, it } from 'vitest';
import { noise, sealedSize } from '../../../src/core/net/secure.ts';
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
