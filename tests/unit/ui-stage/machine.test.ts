import { expect, test } from 'vitest';
import type { Diagram } from '../../../src/core/spec/describe.ts';
import { readers } from '../../../src/core/trace/protocols.ts';
import { outcomesOf, verbsTo } from '../../../src/ui/machine/moves.ts';
import { sendOf } from '../../../src/ui/console/kin.ts';
import { isRefusal, outcomeFor, passageOf, stateTitle } from '../../../src/ui/machine/reader.ts';
import { spineOf } from '../../../src/ui/machine/spine.ts';
import { typed } from './session.ts';

const pop3 = readers.get('pop3')?.diagram();
if (!pop3) throw new Error('POP3 can be drawn');
const every = new Set(readers.get('pop3')?.help.map(({ verb }) => verb));

test.each([
  [255, 380],
  [366, 500],
  [900, 900],
  [180, 100],
])('in %i x %i every state has its place, below the one before, and every arrow its arc', (width, height) => {
  const spine = spineOf(pop3, width, height, String);
  expect(spine.states.map(({ name }) => name).toSorted()).toEqual(
    pop3.states.map(({ name }) => name).toSorted(),
  );
  expect(spine.arcs).toHaveLength(pop3.arrows.length);
  for (const [i, { y }] of spine.states.entries())
    expect(y).toBeGreaterThanOrEqual(
      i === 0 ? 0 : (spine.states[i - 1]?.y ?? 0) + (spine.states[i - 1]?.h ?? 0),
    );
  expect(spine.states.at(-1)?.name).toBe('closed');
  expect(spine.states[0]?.name).toBe('connected');
});
test('a state more is drawn', () => {
  const update = {
    ...pop3.states[4],
    name: 'update',
    title: 'Update',
    x: 0,
    y: 0,
    rank: 3,
    stays: [],
    timed: false,
    deaf: true,
    rfc: undefined,
  };
  const wider: Diagram = { ...pop3, states: [...pop3.states, update] };
  const names = spineOf(wider, 255, 380, String).states.map(({ title }) => title);
  expect(names).toContain('Update');
  expect(names).toHaveLength(pop3.states.length + 1);
});
test('verbs stand at the state they lead to when all goes well', () => {
  expect(verbsTo(pop3, 'pop3', 'authorization', 'named', every)).toEqual(['USER']);
  expect(verbsTo(pop3, 'pop3', 'named', 'transaction', every)).toContain('PASS');
  expect(verbsTo(pop3, 'pop3', 'transaction', 'closed', every)).toEqual(['QUIT']);
  expect(verbsTo(pop3, 'pop3', 'named', 'authorization', every)).not.toContain('PASS');
  expect(verbsTo(pop3, 'pop3', 'authorization', 'named', new Set())).toEqual([]);
});
test('each outcome of a command is told once', () => {
  const names = outcomesOf(pop3, 'named', 'PASS').map(({ outcome }) => outcome);
  expect(names).toEqual([...new Set(names)]);
  expect(names).toEqual(expect.arrayContaining(['ok', 'wrong', 'locked']));
  // asked about where it is not legal, it is told all the same
  expect(outcomesOf(pop3, 'connected', 'RETR').map(({ outcome }) => outcome)).toContain('ok');
});
test('a state is called as its declaration calls it', () => {
  expect(stateTitle('pop3', 'transaction')).toBe('Maildrop open');
  expect(stateTitle('pop3', 'nowhere')).toBe('nowhere');
});

test('a command is found where it led to a state for the last time', () => {
  const { trace } = typed([
    'telnet mx1.example.com 25',
    'EHLO client.example.net',
    'MAIL FROM:<you@client.example.net>',
    'RSET',
    'MAIL FROM:<me@client.example.net>',
    'MAIL FROM:<again@client.example.net>',
  ]);
  const session = { conn: 1, protocol: 'smtp' };
  const led = (trigger: string, state: string, upTo = trace.length): readonly unknown[] => {
    const event = trace[passageOf(trace, upTo, session, trigger, state)];
    const command = trace.find(({ id }) => id === event?.cause);
    return [event?.type, command?.type === 'command' ? command.line.trim() : ''];
  };
  expect(led('EHLO', 'ready')).toEqual(['outcome', 'EHLO client.example.net']);
  // the one after it was refused, and led nowhere
  expect(led('MAIL', 'mail')).toEqual(['outcome', 'MAIL FROM:<me@client.example.net>']);
  const reset = trace.findIndex((it) => it.type === 'outcome' && it.trigger === 'RSET');
  expect(led('MAIL', 'mail', reset)).toEqual(['outcome', 'MAIL FROM:<you@client.example.net>']);
  expect(passageOf(trace, trace.length, session, 'EHLO', 'mail')).toBe(-1);
  expect(passageOf(trace, trace.length, session, 'QUIT', 'closed')).toBe(-1);
  expect(passageOf(trace, trace.length, { ...session, conn: 2 }, 'EHLO', 'ready')).toBe(-1);
});

test('a trace that begins later, as a lesson’s does, tells the same', () => {
  const { trace } = typed(['telnet pop.example.com 110', 'USER bob', 'PASS wrong', 'QUIT']);
  const later = trace.map((it) => ({ ...it, id: it.id + 7, cause: it.cause === 0 ? 0 : it.cause + 7 }));
  const told = (all: typeof trace): readonly unknown[] =>
    all.map((_, i) => [outcomeFor(all, i)?.outcome, isRefusal(all, i), sendOf(all, i)]);
  expect(told(later)).toEqual(told(trace));
  expect(told(trace).filter((it) => Array.isArray(it) && it[1] === true)).not.toEqual([]);
});
test('between two servers, too, what is said is a move of whoever hears it, and of whoever says it; of nobody else', () => {
  const { trace } = typed([
    'openssl s_client -quiet -crlf -connect submit.example.com:465',
    'EHLO client.example.net',
    'AUTH PLAIN AGFsaWNlAHBhcGVyIGxhbnRlcm4=',
    'MAIL FROM:<alice@example.com>',
    'RCPT TO:<dave@example.org>',
    'DATA',
    'Subject: Moves',
    '',
    '.',
    'QUIT',
  ]);
  const dial = trace.find(
    (it) => it.type === 'conn' && it.phase === 'dial' && it.from === 'submit.example.com',
  );
  const relay = dial?.type === 'conn' ? dial.conn : 0;
  const hers = trace.find((it) => it.type === 'outcome')?.conn ?? 0;
  const ends = [
    { conn: relay, protocol: 'smtp', end: 'b' },
    { conn: relay, protocol: 'smtp-client', end: 'a' },
    { conn: hers, protocol: 'smtp', end: 'b' },
  ] as const;
  const moves = trace.flatMap((it, i) =>
    it.type === 'wire' && it.conn === relay
      ? [[it.octets.slice(0, 4), ...ends.map((end) => outcomeFor(trace, i, end)?.trigger ?? '')]]
      : [],
  );
  // who says it, and what each of the three makes of it
  expect(moves).toEqual([
    ['220 ', 'opened', '2yz', ''],
    ['EHLO', 'EHLO', '2yz', ''],
    ['250-', 'EHLO', '2yz', ''],
    ['STAR', 'STARTTLS', '2yz', ''],
    ['220 ', 'STARTTLS', '2yz', ''],
    ['EHLO', 'EHLO', 'secured', ''],
    ['250-', 'EHLO', '2yz', ''],
    ['MAIL', 'MAIL', '2yz', ''],
    ['250 ', 'DATA', '2yz', ''],
    ['Rece', 'content', '3yz', ''],
    ['250 ', 'content', '2yz', ''],
    ['QUIT', 'QUIT', '2yz', ''],
    ['221 ', 'QUIT', '2yz', ''],
  ]);
});
