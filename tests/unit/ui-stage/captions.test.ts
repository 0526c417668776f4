import { expect, test } from 'vitest';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { castWords, HOUSES } from '../../../src/ui/messages/cast.ts';

const introduced = HOUSES.flatMap((house) => Object.entries(castWords.captions[house]));

test('every machine of the standard world is introduced once, and nobody else is', () => {
  expect(introduced.map(([id]) => id).toSorted()).toEqual(Object.keys(standard().hosts).toSorted());
});
test('no two are for the same', () => {
  expect(new Set(introduced.map(([, caption]) => caption)).size).toBe(introduced.length);
});
