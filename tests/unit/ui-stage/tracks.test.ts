import { expect, test } from 'vitest';
import { readers } from '../../../src/core/trace/protocols.ts';
import { spineOf } from '../../../src/ui/machine/spine.ts';
import { tracksOf } from '../../../src/ui/machine/tracks.ts';

const smtp = readers.get('smtp')?.diagram();
const pop3 = readers.get('pop3')?.diagram();
if (!smtp || !pop3) throw new Error('both can be drawn');

test('of few states each stands under the one before', () => {
  expect(tracksOf(pop3)).toEqual({
    main: pop3.states.toSorted((a, b) => a.rank - b.rank || a.x - b.x).map(({ name }) => name),
    side: [],
  });
});
test('of many the way everybody goes stands in the middle, what extensions and knobs bring beside it', () => {
  const { main, side } = tracksOf(smtp);
  expect(main).toEqual(['connected', 'greeted', 'ready', 'mail', 'recipients', 'content', 'closed']);
  expect(Object.fromEntries(side.map(({ name, beside }) => [name, beside]))).toMatchObject({
    hesitating: 'connected',
    authenticating: 'ready',
    securing: 'ready',
    chunk: 'recipients',
    failed: 'recipients',
    mute: 'content',
  });
  expect([...main, ...side.map(({ name }) => name)].toSorted()).toEqual(
    smtp.states.map(({ name }) => name).toSorted(),
  );
});
test.each([
  [255, 300],
  [297, 350],
  [390, 500],
  [900, 900],
])('in %i x %i nothing lies over anything else, and nothing is outside', (width, height) => {
  const { states, arcs, height: needed } = spineOf(smtp, width, height, String);
  for (const [i, a] of states.entries()) {
    expect(a.x).toBeGreaterThanOrEqual(0);
    expect(a.x + a.w).toBeLessThanOrEqual(width + 1);
    expect(a.y + a.h).toBeLessThanOrEqual(needed);
    for (const b of states.slice(i + 1)) {
      const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
      expect(apart, `${a.name} and ${b.name}`).toBe(true);
    }
  }
  expect(arcs).toHaveLength(smtp.arrows.length);
});
test('of the many arrows alike only those of the moment are drawn: the calm picture has few', () => {
  const calm = spineOf(smtp, 297, 350, String).arcs.filter(({ quiet }) => !quiet);
  expect(calm.length).toBeLessThan(smtp.arrows.length / 2);
  const into = new Set(calm.map(({ arrow }) => arrow.to));
  for (const state of ['greeted', 'ready', 'mail', 'recipients', 'content', 'chunk', 'securing'])
    expect(into).toContain(state);
});
