// The interpreter on a protocol made up for the purpose: what POP3 does not need yet, and what must never happen.
import { describe, expect, test } from 'vitest';
import { CRLF, type Octets } from '../../../src/core/base/octets.ts';
import { only, none, word } from '../../../src/core/spec/grammar.ts';
import { machineOf } from '../../../src/core/spec/interpret.ts';
import type { Env, Told, WorldSignals } from '../../../src/core/spec/machine.ts';
import type { Extension, Protocol } from '../../../src/core/spec/protocol.ts';
import { vocabulary } from '../../../src/core/spec/vocabulary.ts';
import { lines } from '../../../src/core/wire/framing.ts';

interface Host {
  readonly shouting: boolean;
}
interface Toy {
  readonly states: { readonly idle: {}; readonly counting: { readonly n: number } };
  readonly session: {};
  readonly host: Host;
  readonly signals: WorldSignals;
  readonly effect: never;
  readonly fact: { readonly type: 'counted'; readonly n: number };
  readonly traits: {};
}
const { command } = vocabulary<Toy>();
const always = { summary: '', rfc: '1939#3' } as const;

const each = command({
  ...always,
  verb: 'EACH',
  from: ['idle'],
  args: only(word('names')),
  outcomes: {
    hello: { to: 'same', says: 'hello {name}', when: '' },
    nobody: { to: 'same', says: 'nobody', when: '' },
  },
  run(_cx, names, take) {
    const all = names.split(',');
    return all.map((name) => (name === '' ? take.nobody() : take.hello({ name })));
  },
});
const count = command({
  ...always,
  verb: 'COUNT',
  from: ['idle', 'counting'],
  args: none,
  outcomes: {
    first: { to: 'counting', says: 'one', when: '' },
    next: { to: 'same', says: '{n}', when: '' },
  },
  run({ at }, _none, take) {
    if (at.name === 'idle') return take.first({ state: { n: 1 }, facts: [{ type: 'counted', n: 1 }] });
    const n = at.data.n + 1;
    return take.next({ n }, { at: { name: 'counting', data: { n } }, facts: [{ type: 'counted', n }] });
  },
});
const wander = command({
  ...always,
  verb: 'WANDER',
  from: ['idle', 'counting'],
  args: none,
  outcomes: { off: { to: 'same', when: '' } },
  run: ({ at }, _none, take) =>
    take.off({ at: at.name === 'idle' ? { name: 'counting', data: { n: 0 } } : { name: 'idle', data: {} } }),
});
const bug = command({
  ...always,
  verb: 'BUG',
  from: ['idle'],
  args: none,
  outcomes: { never: { to: 'same', when: '' } },
  run() {
    throw new Error('a bug');
  },
});
const shout: Extension<Toy> = {
  keyword: 'SHOUT',
  rfc: '1939#3',
  summary: '',
  adverts: () => 'SHOUT',
  enabled: ({ shouting }) => shouting,
  commands: [
    command({
      ...always,
      verb: 'SHOUT',
      from: ['idle'],
      args: none,
      outcomes: { ok: { to: 'same', says: 'HEY\n{*offers}', when: '' } },
      run: ({ adverts }, _none, take) => take.ok({ offers: adverts() }),
    }),
  ],
};
const said = (says: string) => ({ to: 'same', says, when: '' }) as const;
const line = lines(80, '1939#3');
const toy: Protocol<Toy> = {
  id: 'toy',
  title: 'Toy',
  initial: { name: 'idle', data: {} },
  session: {},
  states: {
    idle: { title: 'Idle', rfc: '1939#3', reads: line },
    counting: {
      title: 'Counting',
      rfc: '1939#3',
      reads: line,
      otherwise: { badSequence: said('{verb}? I am counting'), unknown: { ...said('stop it'), to: 'idle' } },
    },
  },
  commands: [each, count, wander, bug],
  signals: [],
  extensions: [shout],
  leniency: [],
  otherwise: {
    unknown: said('what?'),
    badSequence: said('not now'),
    badSyntax: said('{verb} takes {expected}'),
    badParameter: said('no'),
    tooLong: said('too long'),
    fault: { to: 'closed', says: 'oh dear', when: '' },
  },
  hear(text) {
    const [verb = ''] = text.split(' ');
    return { tag: '', verb, rest: Math.min(verb.length + 1, text.length) };
  },
  encode: ({ rows }) => rows.map((row) => row + CRLF).join(''),
};

const machine = machineOf(toy);
function talk(
  octets: Octets,
  shouting = true,
): { readonly out: Octets; readonly told: readonly Told[]; readonly at: unknown } {
  const env: Env<Host> = {
    conn: 1,
    host: { shouting },
    place: 'h',
    now: 0,
    epoch: 0,
    seed: 1,
    cause: 1,
    next: 2,
  };
  const moved = machine.on(machine.start(undefined, 0), { type: 'received', octets }, env);
  const out = moved.effects
    .map(({ effect }) => (effect.type === 'send' ? effect.octets : `<${effect.type}>`))
    .join('');
  return { out, told: moved.told, at: moved.state.at };
}

describe('several replies to one command', () => {
  test('each outcome is said and told, in order', () => {
    const { out, told } = talk('EACH a,,b\r\n');
    expect(out).toBe('hello a\r\nnobody\r\nhello b\r\n');
    expect(told.flatMap((e) => (e.type === 'outcome' ? [e.outcome] : []))).toEqual([
      'hello',
      'nobody',
      'hello',
    ]);
  });
});

describe('`same` from several states', () => {
  test('keeps the state it was said in, with the data the move names', () => {
    const { out, at, told } = talk('COUNT\r\nCOUNT\r\nCOUNT\r\n');
    expect(out).toBe('one\r\n2\r\n3\r\n');
    expect(at).toEqual({ name: 'counting', data: { n: 3 } });
    expect(told.flatMap((e) => (e.type === 'fact' ? [e.fact] : []))).toEqual([
      { type: 'counted', n: 1 },
      { type: 'counted', n: 2 },
      { type: 'counted', n: 3 },
    ]);
  });
  test('another state is no `same`: a fault, never a silent move', () => {
    const { out, told } = talk('WANDER\r\n');
    expect(told.filter((e) => e.type === 'fault')).toHaveLength(1);
    expect(out).toBe('oh dear\r\n<close>');
  });
});

describe('an extension the host has switched off', () => {
  test('on: its verb is known and it is offered', () => {
    expect(talk('SHOUT\r\n').out).toBe('HEY\r\nSHOUT\r\n');
  });
  test('off: its verb is an unknown one, where it would be legal and where not', () => {
    expect(talk('SHOUT\r\n', false).out).toBe('what?\r\n');
    expect(talk('COUNT\r\nSHOUT\r\n', true).out).toBe('one\r\nSHOUT? I am counting\r\n');
    expect(talk('COUNT\r\nSHOUT\r\n', false).out).toBe('one\r\nstop it\r\n');
  });
});

describe('when no rule fits', () => {
  test('a state may have its own words, and lead elsewhere', () => {
    expect(talk('COUNT\r\nEACH a\r\n').out).toBe('one\r\nEACH? I am counting\r\n');
    expect(talk('COUNT\r\nNO\r\nNO\r\n').out).toBe('one\r\nstop it\r\nwhat?\r\n');
  });
  test('what it does not reword is said in the protocol’s words', () => {
    expect(talk('COUNT\r\nCOUNT 1\r\n').out).toBe('one\r\nCOUNT takes nothing more\r\n');
    expect(talk(`COUNT\r\n${'x'.repeat(90)}\r\n`).out).toBe('one\r\ntoo long\r\n');
  });
});

test('a rule that throws is a fault: told, answered, and the end of the session', () => {
  const { out, told } = talk('BUG\r\nCOUNT\r\n');
  expect(out).toBe('oh dear\r\n<close>');
  expect(told.map((e) => e.type)).toEqual(['command', 'fault', 'outcome']);
  expect(told.flatMap((e) => (e.type === 'fault' ? [e.error] : []))).toEqual(['Error: a bug']);
});

test('ids are dense, and every cause is earlier', () => {
  const { told } = talk('EACH a,b\r\nCOUNT\r\nNO\r\nBUG\r\n');
  expect(told.map((e) => e.id)).toEqual(told.map((_e, i) => i + 2));
  expect(told.filter((e) => e.cause >= e.id)).toEqual([]);
});
