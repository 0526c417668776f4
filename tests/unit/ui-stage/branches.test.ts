import { expect, test } from 'vitest';
import type { Branch } from '../../../src/app/state.ts';
import { nameOf } from '../../../src/ui/timeline/branches.ts';
import { sharedInputs } from '../../../src/ui/timeline/shared.ts';
import { en } from '../../../src/ui/messages/en.ts';

const branch = (id: number, parent: number | null, forkedAt: number, inputs = 20): Branch => ({
  id,
  parent,
  forkedAt,
  name: '',
  firstLine: '',
  timeline: {
    inputs: Array.from({ length: inputs }, () => ({ type: 'pass', until: 'quiet' }) as const),
    worlds: [],
    trace: [],
    ends: [0],
  },
});
const first = branch(1, null, 0);
const second = branch(2, 1, 8);
const third = branch(3, 2, 12);
const fourth = branch(4, 1, 4);
const all = [first, second, third, fourth];

test.each([
  [first, second, 8],
  [second, first, 8],
  [third, second, 12],
  [third, first, 8],
  [third, fourth, 4],
  [first, first, 20],
])('two branches are one until they part', (one, other, inputs) => {
  expect(sharedInputs(all, one, other)).toBe(inputs);
});
test('a branch is called as it was named, else by the line it began with', () => {
  expect(nameOf(first, en)).toBe('first');
  expect(nameOf({ ...second, firstLine: 'LIST' }, en)).toBe('LIST');
  expect(nameOf({ ...second, firstLine: '\x03' }, en)).toBe('^C');
  expect(nameOf({ ...second, firstLine: 'LIST', name: 'what if' }, en)).toBe('what if');
  expect(nameOf(second, en)).toBe('no. 2');
});
