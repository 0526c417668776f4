// What the compiler refuses: each `@ts-expect-error` below is a mistake that cannot be made. `npm run typecheck` is the test.
import { expect, test } from 'vitest';
import { none } from '../../../src/core/protocols/pop3/arguments.ts';
import { command, signal } from '../../../src/core/protocols/pop3/shape.ts';

const base = { verb: 'X', from: ['authorization'], args: none, rfc: '1939#3', summary: '' } as const;
const both = { ...base, from: ['authorization', 'named'] } as const;
const same = { to: 'same', when: '' } as const;

export const refused = [
  // @ts-expect-error -- an outcome that was not declared
  command({ ...base, outcomes: { a: same }, run: (_cx, _none, take) => take.b() }),
  // @ts-expect-error -- a state that does not exist
  command({ ...base, outcomes: { a: { to: 'nowhere', when: '' } }, run: (_cx, _none, take) => take.a() }),
  // @ts-expect-error -- `named` needs its data
  command({ ...base, outcomes: { a: { to: 'named', when: '' } }, run: (_cx, _none, take) => take.a() }),
  command({
    ...base,
    outcomes: { a: { to: 'named', when: '' } },
    // @ts-expect-error -- and no other state's
    run: (_cx, _none, take) => take.a({ state: { exchange: {} } }),
  }),
  // @ts-expect-error -- the words need {n}, and it cannot be left out
  command({ ...base, outcomes: { a: { ...same, says: '+OK {n}' } }, run: (_cx, _none, take) => take.a() }),
  command({
    ...base,
    outcomes: { a: { ...same, says: '+OK\n{*rows}' } },
    // @ts-expect-error -- {*rows} wants a list
    run: (_cx, _none, take) => take.a({ rows: 1 }),
  }),
  command({
    ...base,
    outcomes: { a: { to: ['authorization', 'named'], when: '' } },
    // @ts-expect-error -- `to` is a list: the move must say which
    run: (_cx, _none, take) => take.a(),
  }),
  command({
    ...base,
    outcomes: { a: { to: ['authorization', 'named'], when: '' } },
    // @ts-expect-error -- not one of the list
    run: (_cx, _none, take) => take.a({ at: { name: 'securing', data: {} } }),
  }),
  command({
    ...both,
    outcomes: { a: same },
    // @ts-expect-error -- from several states `same` takes the state with its name, or one's data could land in another
    run: (_cx, _none, take) => take.a({ state: { user: 'bob' } }),
  }),
  // @ts-expect-error -- cx.state has what `from` guarantees and nothing more
  command({ ...base, outcomes: { a: same }, run: ({ state }, _none, take) => take.a({ state: state.user }) }),
  command({
    ...both,
    outcomes: { a: same },
    // @ts-expect-error -- nor has it before one looks which state it is
    run: ({ at }, _none, take) => take.a({ session: { user: at.data.user } }),
  }),
  // @ts-expect-error -- the session has no such field
  command({ ...base, outcomes: { a: same }, run: (_c, _n, take) => take.a({ session: { admin: true } }) }),
  signal({
    // @ts-expect-error -- nobody raises this
    on: 'thunder',
    from: ['authorization'],
    rfc: '1939#3',
    summary: '',
    outcomes: { a: same },
    run: (_cx, _given, take) => take.a(),
  }),
];

test('what is allowed is returned as it was written', () => {
  const rule = {
    ...both,
    outcomes: { a: same, b: { to: 'named', when: '' }, c: { to: ['named', 'authorization'], when: '' } },
  } as const;
  const allowed = [
    command({ ...rule, run: ({ at }, _none, take) => take.a({ at }) }),
    command({ ...rule, run: (_cx, _none, take) => take.a() }),
    command({ ...rule, run: (_cx, _none, take) => take.b({ state: { user: 'bob' } }) }),
    command({
      ...rule,
      run: (_cx, _none, take) => [take.c({ at: { name: 'named', data: { user: '' } } }), take.a()],
    }),
    command({
      ...rule,
      run: ({ at }, _none, take) => (at.name === 'named' ? take.b({ state: at.data }) : take.a()),
    }),
  ];
  expect(allowed.map(({ outcomes }) => outcomes)).toEqual(allowed.map(() => rule.outcomes));
  expect(refused).toHaveLength(13);
});
