// Connections between two machines: each a line of its own, for as long as lines can be told apart.
import { expect, test } from 'vitest';
import type { SceneConn } from '../../../src/core/trace/scene-types.ts';
import { cablesOf, drawnConns } from '../../../src/ui/network/Lines.tsx';

const place = (x: number) => ({ x, y: 0, w: 100, h: 400 });
const hosts = new Map([
  ['a', place(0)],
  ['b', place(300)],
]);
const layout = { hosts, boxes: new Map(), asked: new Map(), askedBelow: false, height: 400 };
const connsOf = (count: number): readonly SceneConn[] =>
  Array.from({ length: count }, (_, id) => ({
    id,
    from: 'a',
    to: 'b',
    port: 25,
    phase: 'open',
    secure: false,
    console: '',
    answerer: '',
  }));
const drawn = (count: number) => {
  const conns = connsOf(count);
  const ids = conns.map(({ id }) => id);
  return drawnConns(
    { conns, links: [{ between: ['a', 'b'], conns: ids, secure: false, cut: false }] },
    layout,
  );
};

test.each([1, 2, 7, 12])('%i connections, as many lines', (count) =>
  expect(cablesOf(drawn(count)).map(({ conn }) => conn.id)).toEqual(connsOf(count).map(({ id }) => id)),
);
test.each([13, 48, 200])(
  '%i connections all have a line to fly along; twelve lines are drawn, of the latest each',
  (count) => {
    expect(drawn(count).map(({ conn }) => conn.id)).toEqual(connsOf(count).map(({ id }) => id));
    const cables = cablesOf(drawn(count));
    expect(cables).toHaveLength(12);
    expect(cables.at(-1)?.conn.id).toBe(count - 1);
  },
);
test('what is still open is seen under what has been closed on the same line', () => {
  const all = drawn(24).map(({ conn, line }, i) => ({
    conn: i % 2 === 0 ? conn : ({ ...conn, phase: 'closed' } as const),
    line,
  }));
  expect(cablesOf(all).map(({ conn }) => conn.phase)).toEqual(all.map(({ conn }) => conn.phase));
});
