import { array, assert, nat, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pop3 } from '../../../src/core/protocols/pop3/protocol.ts';
import { BOX, diagram, edges } from '../../../src/core/spec/describe.ts';
import { layOut } from '../../../src/core/spec/layout.ts';
import type { Protocol } from '../../../src/core/spec/protocol.ts';
import type { Pop3 } from '../../../src/core/protocols/pop3/shape.ts';

const drawn = diagram(pop3);
const arrow = (from: string, to: string) => drawn.arrows.find((a) => a.from === from && a.to === to);

describe('the drawing of POP3', () => {
  it('has every declared state, and the end', () => {
    expect(drawn.states.map((s) => s.name)).toEqual([...Object.keys(pop3.states), 'closed']);
    expect(drawn.states.find((s) => s.name === 'transaction')).toMatchObject({
      title: 'Maildrop open',
      rfc: '1939#5',
      timed: true,
      deaf: false,
    });
    expect(drawn.states.find((s) => s.name === 'securing')?.deaf).toBe(true);
  });

  it('has one arrow for all edges between two states', () => {
    expect(arrow('named', 'transaction')?.moves.map((m) => `${m.trigger} ${m.outcome}`)).toEqual([
      'APOP ok',
      'PASS ok',
      'AUTH ok',
    ]);
    expect(arrow('authorization', 'securing')?.secure).toBe(true);
    expect(arrow('authorization', 'named')?.secure).toBe(false);
  });

  it('draws no edge from a state an outcome is not for', () => {
    const toClosed = (from: string): readonly string[] =>
      arrow(from, 'closed')?.moves.map((m) => `${m.trigger} ${m.outcome}`) ?? [];
    expect(toClosed('transaction')).toContain('QUIT updated');
    expect(toClosed('transaction')).not.toContain('QUIT bye');
    expect(arrow('authorization', 'transaction')?.moves.map((m) => m.trigger)).not.toContain('CAPA');
  });

  it('loses no edge: each is on an arrow or stays', () => {
    const shown = [...drawn.arrows.flatMap((a) => a.moves), ...drawn.states.flatMap((s) => s.stays)];
    for (const edge of edges(pop3))
      expect(
        shown.filter((e) => e.from === edge.from && e.trigger === edge.trigger && e.outcome === edge.outcome),
      ).toHaveLength(edge.to.length);
  });

  it('follows the declaration: one more state is one more box', () => {
    const { transaction } = pop3.states;
    const asleep = { ...transaction, title: 'Asleep' };
    const more: Protocol<Pop3> = { ...pop3, states: Object.assign({ asleep }, pop3.states) };
    expect(diagram(more).states.find((s) => s.name === 'asleep')?.title).toBe('Asleep');
  });

  it('says why each edge is taken, and where that is written', () => {
    for (const edge of edges(pop3)) {
      expect(edge.when).not.toBe('');
      expect(edge.rfc).toMatch(/^\d+/);
    }
  });
});

describe('the layout', () => {
  const overlapping = (a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
    Math.abs(a.x - b.x) < BOX.width && Math.abs(a.y - b.y) < BOX.height;

  it('puts every state of any machine on the paper, and no two on each other', () => {
    assert(
      property(nat(12), array(tuple(nat(12), nat(12)), { maxLength: 40 }), (count, pairs) => {
        const names = Array.from({ length: count + 1 }, (_, i) => `s${i}`);
        const arrows = pairs.map(([a, b]) => ({ from: `s${a}`, to: `s${b}` }));
        const { places, width, height } = layOut(names, arrows, 's0');
        const at = names.map((name) => places.get(name) ?? { x: NaN, y: NaN });
        for (const [i, a] of at.entries()) {
          expect(a.x).toBeGreaterThanOrEqual(BOX.width / 2);
          expect(a.x).toBeLessThanOrEqual(width - BOX.width / 2);
          expect(a.y).toBeLessThanOrEqual(height - BOX.height / 2);
          for (const b of at.slice(i + 1)) expect(overlapping(a, b)).toBe(false);
        }
      }),
    );
  });

  it('goes down from the beginning to the end', () => {
    const rank = (name: string): number => drawn.states.find((s) => s.name === name)?.rank ?? -1;
    expect(rank('connected')).toBe(0);
    expect(rank('authorization')).toBe(1);
    expect(rank('closed')).toBe(Math.max(...drawn.states.map((s) => s.rank)));
  });
});
