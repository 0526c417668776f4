import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noMiddlebox, passing, withSetting, type Middlebox } from '../../../src/core/net/middlebox.ts';
import { step } from '../../../src/core/kernel/step.ts';
import type { Input, World } from '../../../src/core/kernel/world.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { credentialAt } from '../../../src/core/trace/credential.ts';
import { CLIENT, POP, testWorld } from '../../world.ts';

const strip = (...words: readonly string[]): Middlebox => ({ ...noMiddlebox, strip: words });
describe('a word that is stripped', () => {
  test.each([
    ['250-mx\r\n250-STARTTLS\r\n250 SIZE 10\r\n', '250-mx\r\n250 SIZE 10\r\n'],
    ['250-mx\r\n250-SIZE 10\r\n250 STARTTLS\r\n', '250-mx\r\n250 SIZE 10\r\n'],
    ['250-mx\r\n250 STARTTLS\r\n', '250 mx\r\n'],
    ['250-mx\r\n250 starttls\r\n250 2.0.0 ok\r\n', '250-mx\r\n250 2.0.0 ok\r\n'],
    ['220 mx STARTTLS\r\n', '220 mx STARTTLS\r\n'],
    ['+OK\r\nTOP\r\nSTLS\r\n.\r\n', '+OK\r\nTOP\r\n.\r\n'],
    ['* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\r\n', '* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n'],
    ['* OK [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n', '* OK [CAPABILITY IMAP4rev1] hi\r\n'],
    ['', ''],
  ])('%j arrives as %j', (said, arrives) => {
    expect(passing(strip('STARTTLS', 'STLS'), 'b', said).octets).toBe(arrives);
    expect(passing(strip('STARTTLS', 'STLS'), 'a', said)).toEqual({ octets: said, how: '' });
  });
});
const injecting: Middlebox = { ...noMiddlebox, inject: { after: 'STARTTLS', octets: 'NOOP\r\n' } };
describe('what is put in between', () => {
  test.each([
    ['STARTTLS\r\n', 'STARTTLS\r\nNOOP\r\n'],
    ['NOOP\r\nstarttls\r\nQUIT\r\n', 'NOOP\r\nstarttls\r\nNOOP\r\nQUIT\r\n'],
    ['STARTTLS', 'STARTTLS'],
    ['QUIT\r\n', 'QUIT\r\n'],
  ])('%j arrives as %j', (said, arrives) => {
    expect(passing(injecting, 'a', said).octets).toBe(arrives);
    expect(passing(injecting, 'b', said)).toEqual({ octets: said, how: '' });
  });
});
test('whoever reads along changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('a' as const, 'b' as const), (said, from) => {
      expect(passing({ ...noMiddlebox, log: true }, from, said)).toEqual({ octets: said, how: 'read' });
      expect(passing(noMiddlebox, from, said)).toEqual({ octets: said, how: '' });
    }),
  );
});
test('a setting that makes no sense changes nothing', () => {
  const odd = { log: 1, strip: ['a b'], inject: { after: 'A', octets: 'ā' } } as unknown as Middlebox;
  expect(withSetting(injecting, odd)).toEqual(injecting);
  expect(withSetting(injecting, { inject: null, log: true })).toEqual({ ...noMiddlebox, log: true });
});

describe('between a client and its server', () => {
  const box = (set: Partial<Middlebox>, host = CLIENT): Input => ({
    type: 'turn',
    knob: { type: 'middlebox', host, set },
  });
  const open: Input = {
    type: 'outside',
    event: { type: 'open', from: CLIENT, to: POP, port: 587, tls: null },
  };
  const say = (octets: string): Input => ({ type: 'outside', event: { type: 'data', conn: 1, octets } });
  const quiet: Input = { type: 'pass', until: 'quiet' };
  function play(...inputs: readonly Input[]): {
    readonly world: World;
    readonly trace: readonly TraceEvent[];
  } {
    let world = testWorld({ takesMail: true });
    const trace = inputs.flatMap((input) => {
      const done = step(world, input);
      world = done.world;
      return [...done.trace];
    });
    return { world, trace };
  }
  const said = (trace: readonly TraceEvent[]): string =>
    trace.map((e) => (e.type === 'wire' && e.dir === 'b>a' ? e.octets : '')).join('');

  test('STARTTLS is not offered where somebody strips it, and the trace says what was', () => {
    const { trace } = play(box({ strip: ['STARTTLS'] }), open, quiet, say('EHLO c\r\n'), quiet);
    expect(said(trace)).not.toContain('STARTTLS');
    const [meddled] = trace.filter((e) => e.type === 'meddled');
    expect(meddled).toMatchObject({ how: 'strip', dir: 'b>a', cable: CLIENT });
    expect(meddled?.type === 'meddled' && meddled.octets).toContain('250-STARTTLS\r\n');
  });
  test('on the cable between two he meddles with nobody else', () => {
    const between = (to: string): Input => ({
      type: 'turn',
      knob: { type: 'middlebox', host: POP, to, set: { strip: ['STARTTLS'] } },
    });
    const { trace } = play(between(CLIENT), open, quiet, say('EHLO c\r\n'), quiet);
    expect(said(trace)).not.toContain('STARTTLS');
    expect(trace.find((e) => e.type === 'meddled')).toMatchObject({ cable: `${CLIENT}|${POP}` });
    const [, refused] = [between(POP), between('nobody')].map((it) =>
      play(it, open, quiet, say('EHLO c\r\n'), quiet),
    );
    expect(said(refused?.trace ?? [])).toContain('STARTTLS');
    expect(Object.keys(refused?.world.middleboxes ?? {})).toEqual([]);
  });
  test('what is injected behind STARTTLS is thrown away by the server', () => {
    const inject = { after: 'STARTTLS', octets: 'MAIL FROM:<>\r\n' };
    const { trace } = play(box({ inject }, POP), open, quiet, say('EHLO c\r\n'), say('STARTTLS\r\n'), quiet);
    expect(trace.find((e) => e.type === 'discarded')).toMatchObject({ octets: 'MAIL FROM:<>\r\n' });
  });
  test('a password is recognised although the line has grown on the way', () => {
    const inject = { after: 'AUTH', octets: 'NOOP\r\n' };
    const auth = 'AUTH PLAIN AGJvYgBjb3JyZWN0LWhvcnNl\r\n';
    const { trace } = play(box({ inject }), open, quiet, say('EHLO c\r\n'), quiet, say(auth), quiet);
    const at = trace.findIndex((e) => e.type === 'wire' && e.octets.startsWith('AUTH'));
    expect(trace[at]).toMatchObject({ octets: `${auth}NOOP\r\n` });
    expect(credentialAt(trace, at)?.pieces?.filter(({ secret }) => secret)).toEqual([
      { text: 'correct-horse', secret: true },
    ]);
  });
  test('inside TLS there is nothing to meddle with; nobody sits before a host that is not there', () => {
    const tls = { version: 'TLSv1.3', cipher: 'x', serverName: '' };
    const secured: Input = {
      type: 'outside',
      event: { type: 'open', from: CLIENT, to: POP, port: 465, tls },
    };
    const { trace, world } = play(
      box({ log: true, strip: ['SIZE'] }),
      box({ log: true }, 'nobody'),
      secured,
      quiet,
      say('EHLO c\r\n'),
      quiet,
    );
    expect(trace.some((e) => e.type === 'meddled')).toBe(false);
    expect(said(trace)).toContain('SIZE');
    expect(Object.keys(world.middleboxes)).toEqual([CLIENT]);
  });
});
