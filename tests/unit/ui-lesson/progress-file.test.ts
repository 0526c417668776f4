// Progress from a file: put beside what is here, so that nothing of either is lost; or refused, with the reason.
import { assert, constantFrom, dictionary, jsonValue, nat, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressIn, type Progress } from '../../../src/ui/lesson/progress-file.ts';
import {
  merged,
  mergedShelves,
  nothing,
  shelfFrom,
  takenOf,
  type Work,
} from '../../../src/ui/lesson/work.ts';

const file = (lessons: unknown, rest: object = {}): string =>
  JSON.stringify({ kind: 'mailwire progress', version: 1, lessons, ...rest });
const read = (text: string): Progress => progressIn(text, (id) => (id === 'S2' ? 5 : undefined));
const brought = (lessons: unknown): Readonly<Record<string, Work>> => {
  const progress = read(file(lessons));
  return 'shelf' in progress ? progress.shelf : {};
};

describe('what is brought is put beside what is here', () => {
  const mine: Work = {
    ...nothing,
    answers: { 'knock/sum': '6', 'read/last': '3' },
    predictions: { knock: 1 },
    hints: { knock: 2 },
    shown: { read: 1 },
    met: 3,
  };
  it('nothing is emptied by a file that says as much as "three"', () => {
    expect(mergedShelves({ S2: mine }, brought({ S2: { met: 3 } }))).toEqual({ S2: mine });
  });
  it.each<readonly [number, string]>([
    [2, '6'],
    [3, '6'],
    [4, '7'],
  ])('where the two differ and the file had met %i goals of mine three, the answer is %s', (met, answer) => {
    const theirs = { met, answers: { 'knock/sum': '7', 'leave/why': 'x' }, hints: { knock: 1, leave: 4 } };
    const { S2 } = mergedShelves({ S2: mine }, brought({ S2: theirs }));
    expect(S2).toMatchObject({
      answers: { 'knock/sum': answer, 'read/last': '3', 'leave/why': 'x' },
      predictions: { knock: 1 },
      hints: { knock: 2, leave: 4 },
      shown: { read: 1 },
      met: Math.max(3, met),
    });
  });
  it('an attempt before is kept too', () => {
    expect(merged({ ...nothing, met: 1 }, { ...nothing, before: mine }).before).toEqual(mine);
    expect(merged({ ...nothing, before: mine }, { ...nothing, met: 2 }).before).toEqual(mine);
  });
  it('twice is no more than once, and no name and no count is lost', () => {
    const counts = dictionary(constantFrom('a', 'b', 'c'), nat(5), { noNullPrototype: true });
    const works = record({
      answers: dictionary(constantFrom('a/x', 'b/y'), string(), { noNullPrototype: true }),
      asked: counts,
      predictions: counts,
      hints: counts,
      shown: counts,
      misses: counts,
      quiz: counts,
      met: nat(5),
    });
    assert(
      property(works, works, (a, b) => {
        const both = merged(a, b);
        expect(merged(both, b)).toEqual(both);
        for (const work of [a, b])
          for (const part of ['answers', 'asked', 'predictions', 'hints', 'shown', 'misses', 'quiz'] as const)
            for (const key of Object.keys(work[part])) expect(both[part]).toHaveProperty([key]);
        expect(both.met).toBe(Math.max(a.met, b.met));
      }),
      { numRuns: 50 },
    );
  });
});

const deep = `${'{"before":'.repeat(20_000)}{}${'}'.repeat(20_000)}`;
const many = '[['.repeat(20_000);
describe('what is refused, and why', () => {
  it.each<readonly [string, string, object]>([
    ['no JSON', 'hello', { why: 'other' }],
    ['half of one', many, { why: 'other' }],
    ['another kind', '{"kind":"mailwire journal","version":1,"lessons":{}}', { why: 'other' }],
    ['a version of tomorrow', file({}, { version: 99 }), { why: 'version', version: '99' }],
    ['a version that is nested', file({}, { version: [[]] }), { why: 'version', version: '[…]' }],
    ['more steps than the lesson has', file({ S2: { met: 6 } }), { path: 'lessons.S2.met', value: '6' }],
    ['more than any lesson has', file({ '~S9': { met: 999 } }), { path: 'lessons.~S9.met', value: '999' }],
    ['half a step', file({ S2: { met: 2.5 } }), { path: 'lessons.S2.met', value: '2.5' }],
    ['a step less than none', file({ S2: { met: -1 } }), { path: 'lessons.S2.met', value: '-1' }],
    [
      'an option there is not',
      file({ S2: { predictions: { knock: 77 } } }),
      { path: 'lessons.S2.predictions.knock', value: '77' },
    ],
    [
      'an answer that is none',
      file({ S2: { answers: { 'a/b': 5 } } }),
      { path: 'lessons.S2.answers.a/b', value: '5' },
    ],
    ['a misspelt part', file({ S2: { mett: 3 } }), { why: 'key', path: 'lessons.S2.mett' }],
    ['a lesson of no name', file({ 'a b': {} }), { path: 'lessons.a b' }],
    ['lessons that are a list', file([]), { why: 'other' }],
    [
      'attempts before attempts without end',
      `{"kind":"mailwire progress","version":1,"lessons":{"S2":${deep}}}`,
      { why: 'key', path: 'lessons.S2.before.before' },
    ],
    ['a very long file', ' '.repeat(1_000_001), { why: 'large' }],
  ])('%s', (_name, text, refusal) => {
    expect(read(text)).toMatchObject({ refusal });
  });
  it('whatever the file is, there is a verdict', () => {
    assert(
      property(jsonValue(), (value) => {
        for (const text of [file(value), file({ S2: value }), JSON.stringify(value)]) {
          const verdict = read(text);
          expect('shelf' in verdict || 'refusal' in verdict).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('what this browser had kept', () => {
  const deep = (levels: number): unknown => {
    let work: object = {};
    for (let i = 0; i < levels; i++) work = { met: 1, before: work };
    return { S2: work };
  };
  it.each<readonly [string, unknown, unknown]>([
    ['nothing', undefined, {}],
    ['a list', [1], {}],
    ['a lesson that is none', { S2: 7 }, { S2: nothing }],
    [
      'counts that are none',
      { S2: { met: -1, hints: { a: 2.5, b: 2 }, quiz: { 0: 1e308, 1: '1' } } },
      { S2: { ...nothing, hints: { b: 2 } } },
    ],
    [
      'answers that are none',
      { S2: { met: 2, answers: { 'a/b': 6, 'a/c': '6' } } },
      { S2: { ...nothing, met: 2, answers: { 'a/c': '6' } } },
    ],
    ['attempts without end', deep(100_000), { S2: { ...nothing, met: 1, before: { ...nothing, met: 1 } } }],
  ])('%s: what is odd is left out, and nothing else', (_, kept, shelf) => {
    expect(shelfFrom(kept)).toEqual(shelf);
  });
  it('whatever it is, it is read, and what is read is read again', () => {
    assert(
      property(jsonValue(), (kept) => {
        expect(shelfFrom(shelfFrom(kept))).toEqual(shelfFrom(kept));
      }),
    );
  });
});

it.each([
  [undefined, undefined],
  [0, 0],
  [2, 2],
  [3, undefined],
  [77, undefined],
])('of three options %s was taken: %s', (kept, taken) => {
  const text = { type: 'root', children: [] } as const;
  expect(takenOf(kept, { options: [text, text, text].map((it) => ({ ...it, children: [] })) })).toBe(taken);
});
