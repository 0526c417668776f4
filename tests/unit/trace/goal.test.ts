import { array, assert, constantFrom, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { goalOf, holds, type Answers, type Verdict } from '../../../src/core/trace/goal.ts';
import type { Predicate } from '../../../src/core/trace/predicate.ts';
import { CLIENT, testWorld } from '../../world.ts';
import { drive, lines, sit } from './drive.ts';

const world = testWorld();
const after = (...typed: readonly string[]): readonly TraceEvent[] =>
  drive(world, [sit(CLIENT), ...lines('dial 192.0.2.31 110', ...typed)]).trace;
const login = ['USER bob', 'PASS correct-horse'] as const;
function verdict(predicate: Predicate, trace: readonly TraceEvent[], answers: Answers = {}): Verdict {
  const goal = goalOf(predicate, world);
  return goal.verdict(
    trace.reduce((state, event, i) => goal.on(state, event, i, trace), goal.start),
    answers,
  );
}

/** Each predicate with a session that reaches it, one that does not, and why not. */
const cases: readonly (readonly [string, Predicate, readonly string[], readonly string[], object])[] = [
  [
    'an outcome',
    { outcome: 'pop3/PASS/ok' },
    login,
    ['USER bob', 'PASS wrong'],
    { kind: 'outcome', trigger: 'PASS', last: { outcome: 'wrong' } },
  ],
  [
    'an outcome of a certain line',
    { outcome: 'pop3/RETR/ok', line: '^RETR 0*2$' },
    [...login, 'retr 02'],
    [...login, 'RETR 1'],
    { kind: 'outcome', trigger: 'RETR', last: { outcome: 'ok', elsewhere: true } },
  ],
  [
    'any outcome of a verb',
    { outcome: 'pop3/PASS/*' },
    ['USER bob', 'PASS wrong'],
    ['USER bob'],
    { kind: 'outcome', outcome: '*', last: undefined },
  ],
  [
    'a reply by its status and code',
    { reply: { to: 'PASS', status: '-ERR', code: 'AUTH' } },
    ['USER bob', 'PASS wrong'],
    login,
    { kind: 'reply', to: 'PASS', code: 'AUTH' },
  ],
  ['a reply no rule brought', { reply: { to: 'STAT', status: '-ERR' } }, ['STAT'], login, { kind: 'reply' }],
  ['what was sent', { sent: { verb: 'STAT' } }, ['STAT'], login, { kind: 'sent', verb: 'STAT' }],
  [
    'what was said between two machines',
    { sent: { verb: 'USER', by: CLIENT, on: 'pop.example.com' } },
    ['USER bob'],
    ['CAPA'],
    { kind: 'sent', verb: 'USER' },
  ],
  [
    'a line written in a state',
    { written: { state: 'pop3/transaction', line: '^STAT$' } },
    [...login, 'STAT'],
    ['STAT', ...login],
    { kind: 'written' },
  ],
  [
    'where a session stands now',
    { now: 'pop3/named' },
    ['USER bob'],
    ['CAPA'],
    { kind: 'now', wanted: { name: 'named' } },
  ],
  [
    'what was sent in a state',
    { sent: { line: 'pass', state: 'pop3/authorization' } },
    ['PASS x'],
    login,
    { kind: 'sent' },
  ],
  [
    'one after the other',
    { order: [{ sent: { verb: 'LIST' } }, { sent: { verb: 'STAT' } }] },
    [...login, 'LIST', 'STAT'],
    [...login, 'STAT', 'LIST'],
    { kind: 'sent', verb: 'STAT' },
  ],
  [
    'never',
    { all: [{ outcome: 'pop3/QUIT/*' }, { never: { sent: { verb: 'DELE' } } }] },
    [...login, 'QUIT'],
    [...login, 'DELE 1', 'RSET', 'QUIT'],
    { kind: 'never' },
  ],
  [
    'how many letters there are',
    { all: [{ outcome: 'pop3/QUIT/*' }, { stored: { mailbox: 'bob/INBOX', count: 2 } }] },
    [...login, 'DELE 1', 'QUIT'],
    [...login, 'DELE 1', 'RSET', 'QUIT'],
    { kind: 'stored', mailbox: 'bob/INBOX', wanted: 2, found: 3 },
  ],
  [
    'a letter that is gone',
    { absent: { mailbox: 'bob/INBOX', subject: 'Lunch' } },
    [...login, 'DELE 1', 'QUIT'],
    [...login, 'DELE 1'],
    { kind: 'absent', found: 1 },
  ],
  [
    'a letter that is there',
    { all: [{ state: 'pop3/closed' }, { stored: { mailbox: 'bob/INBOX', subject: 'Lunch' } }] },
    [...login, 'DELE 2', 'QUIT'],
    [...login, 'DELE 1', 'QUIT'],
    { kind: 'stored' },
  ],
  [
    'a state',
    { state: 'pop3/transaction' },
    login,
    ['USER bob'],
    { kind: 'state', wanted: { title: 'Maildrop open' }, now: { name: 'named' } },
  ],
  ['TLS', { tls: 'pop.example.com' }, ['STLS', 'seal'], ['STLS'], { kind: 'tls' }],
  ['a leak', { leak: 'correct-horse' }, login, ['STLS', 'seal', ...login], { kind: 'leak' }],
  [
    'a leak in base64',
    { leak: 'correct-horse' },
    ['AUTH PLAIN AGJvYgBjb3JyZWN0LWhvcnNl'],
    ['USER bob', 'PASS wrong'],
    { kind: 'leak' },
  ],
  [
    'what crossed the wire',
    { wire: { dir: 'server', octets: '^-ERR', visible: true } },
    ['STAT'],
    ['USER bob'],
    { kind: 'wire' },
  ],
  [
    'what it cost',
    { all: [{ outcome: 'pop3/TOP/ok' }, { cost: { received: 400, commands: 3 } }] },
    [...login, 'TOP 1 0'],
    [...login, 'NOOP', 'TOP 1 0'],
    { kind: 'cost', of: 'commands', limit: 3, spent: 4 },
  ],
  [
    'one of several',
    { any: [{ sent: { verb: 'STAT' } }, { sent: { verb: 'LIST' } }] },
    [...login, 'LIST'],
    login,
    { kind: 'any', of: [{ verb: 'STAT' }, { verb: 'LIST' }] },
  ],
  [
    'not',
    { all: [{ sent: { verb: 'QUIT' } }, { not: { sent: { verb: 'DELE' } } }] },
    ['QUIT'],
    ['DELE 1', 'QUIT'],
    { kind: 'not' },
  ],
];
describe('a goal', () => {
  it.each(cases)('%s: holds where it should', (_name, predicate, reaching) => {
    expect(verdict(predicate, after(...reaching))).toMatchObject({ met: true, why: [] });
  });
  it.each(cases)(
    '%s: does not hold where it should not, and says why',
    (_name, predicate, _reaching, missing, why) => {
      const found = verdict(predicate, after(...missing));
      expect(found.met).toBe(false);
      expect(found.why).toMatchObject([why]);
    },
  );

  it.each<readonly [string, Predicate, boolean]>([
    ['a call', { dialled: { to: 'pop.example.com', port: 110, by: CLIENT } }, true],
    ['a call to another port', { dialled: { to: 'pop.example.com', port: 995 } }, false],
    ['a call from elsewhere', { dialled: { to: '*', by: 'mx1.example.com' } }, false],
    ['a letter with such a field', { stored: { mailbox: '*', header: { subject: '^lunch$' } } }, true],
    ['no letter with such a field', { stored: { mailbox: '*', header: { subject: '^supper$' } } }, false],
    ['a letter that looks so', { stored: { mailbox: 'bob/INBOX', letter: '\\r\\n\\.profile' } }, true],
    ['a letter without an empty line', { stored: { mailbox: '*', letter: '^(?![^]*\\r\\n\\r\\n)' } }, false],
  ])('%s', (_name, predicate, met) => {
    expect(verdict(predicate, after()).met).toBe(met);
  });
  it('is reached by an event, and stays reached', () => {
    const trace = after(...login, 'QUIT');
    const { at, met } = verdict({ state: 'pop3/transaction' }, trace);
    expect(met).toBe(true);
    expect(trace[at]).toMatchObject({ type: 'outcome', trigger: 'PASS', outcome: 'ok' });
  });

  it('says of what was tried when that happens, in the words of the declaration', () => {
    const { why } = verdict({ outcome: 'pop3/STAT/ok' }, after('STAT'));
    expect(why).toMatchObject([
      { last: { outcome: 'badSequence', when: 'the verb is not legal in this state' } },
    ]);
  });

  it('waits for a right answer beside the trace', () => {
    const asking: Predicate = { all: [{ outcome: 'pop3/STAT/ok' }, { answer: 'sum' }] };
    const trace = after(...login, 'STAT');
    expect(verdict(asking, trace).why).toEqual([{ kind: 'answer', question: 'sum', given: false }]);
    expect(verdict(asking, trace, { sum: false }).why).toEqual([
      { kind: 'answer', question: 'sum', given: true },
    ]);
    expect(verdict(asking, trace, { sum: true }).met).toBe(true);
    expect(verdict(asking, after(...login), { sum: true }).met).toBe(false);
  });
});

const words = [
  'USER bob',
  'PASS correct-horse',
  'STAT',
  'LIST',
  'DELE 1',
  'QUIT',
  'x',
  'dial 192.0.2.31 110',
];
it('depends on nothing but what happened: folded on from any point it says the same', () => {
  const predicates = cases.map(([, predicate]) => predicate);
  assert(
    property(array(constantFrom(...words), { maxLength: 8 }), nat(100), (typed, split) => {
      const trace = after(...typed);
      for (const predicate of predicates) {
        const goal = goalOf(predicate, world);
        const kept = trace.slice(0, split).reduce((s, e, i) => goal.on(s, e, i, trace), goal.start);
        const rest = (): Verdict =>
          goal.verdict(
            trace.slice(split).reduce((s, e, i) => goal.on(s, e, split + i, trace), kept),
            {},
          );
        expect(rest()).toEqual(rest());
        expect(rest()).toEqual(verdict(predicate, trace));
        expect(holds(predicate, world, trace)).toBe(rest().met);
      }
    }),
  );
});

it('what is stored after one thing and another counts what went before', () => {
  const twice = drive(world, [
    sit(CLIENT),
    ...['dial 192.0.2.31 110', 'dial 192.0.2.31 110'].flatMap((dial) =>
      lines(dial, ...login, 'DELE 1', 'QUIT'),
    ),
  ]).trace;
  const left = (count: number): Predicate => ({
    order: [
      { outcome: 'pop3/QUIT/updated' },
      { outcome: 'pop3/QUIT/updated' },
      { all: [{ stored: { mailbox: 'bob/INBOX', count } }] },
    ],
  });
  expect(holds(left(1), world, twice)).toBe(true);
  expect(holds(left(2), world, twice)).toBe(false);
});
