import { describe, expect, it } from 'vitest';
import type { World } from '../../../src/core/kernel/world.ts';
import { sceneAt, type Scene } from '../../../src/core/trace/scene.ts';
import { CLIENT, POP } from '../../world.ts';
import { lines, quiet, sit } from './drive.ts';
import { dialled, during, indexOf, login, record, sends, total, trace, world } from './sample.ts';

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
