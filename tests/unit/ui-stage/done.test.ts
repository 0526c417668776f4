// What a session has just done is told in words: no outcome of any protocol by the name it has in the declaration.
import { expect, test } from 'vitest';
import { readers } from '../../../src/core/trace/protocols.ts';
import { doneBy } from '../../../src/ui/machine/done.ts';
import { main } from '../../../src/ui/messages/zh/main.ts';

const all = readers.here().flatMap(({ id, diagram, misfits }) => {
  const { states, arrows } = diagram();
  const moves = [...states.flatMap(({ stays }) => stays), ...arrows.flatMap((arrow) => arrow.moves)];
  const none = states.flatMap(({ name: from }) =>
    misfits.map((outcome) => ({ trigger: 'NOOP', outcome, from, to: [from] })),
  );
  return [...moves, ...none].map(({ trigger, outcome, from, to }) => ({
    key: `${id} ${trigger}/${outcome}`,
    outcome,
    always: moves.some((m) => m.trigger === trigger && m.outcome === outcome && m.when === 'always'),
    ...doneBy(id, { trigger, outcome, from, to: to[0] ?? from }),
  }));
});

test('every outcome has its words', () => {
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter(({ when, outcome }) => when === outcome)).toEqual([]);
  expect(all.filter(({ when, always }) => when === '' && !always)).toEqual([]);
});
test('in Chinese too, whatever a line that fits nowhere comes to', () => {
  const none = [...new Set(all.filter(({ key }) => / NOOP\//.test(key)).map(({ when }) => when))];
  expect(none.length).toBeGreaterThan(20);
  expect(
    none.filter((when) => !/^(?:never:|$)/.test(when) && !/\p{Script=Han}/u.test(main.declared(when))),
  ).toEqual([]);
});
test('what happens by itself is not called by its signal, and a parameter as it is typed', () => {
  expect(all.filter(({ verb }) => /[a-z/]/.test(verb)).map(({ verb }) => verb)).toEqual([]);
  expect(
    doneBy('smtp', { trigger: 'RCPT', outcome: 'badSequence', from: 'greeted', to: 'greeted' }).verb,
  ).toBe('RCPT');
  expect(doneBy('smtp', { trigger: '', outcome: 'unknown', from: 'greeted', to: 'greeted' })).toEqual({
    verb: '',
    when: 'the verb is not known here',
  });
});
