import { array, assert, nat, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pop3 } from '../../../src/core/protocols/pop3/protocol.ts';
import { dialogues } from '../../../src/core/protocols/sasl/dialogues.ts';
import { cramMd5 } from '../../../src/core/protocols/sasl/cram-md5.ts';
import { external } from '../../../src/core/protocols/sasl/external.ts';
import { login } from '../../../src/core/protocols/sasl/login.ts';
import { oauthBearer } from '../../../src/core/protocols/sasl/oauthbearer.ts';
import { plain } from '../../../src/core/protocols/sasl/plain.ts';
import { scramSha1, scramSha256 } from '../../../src/core/protocols/sasl/scram.ts';
import { BOX, dialogueDiagram, diagram, edges } from '../../../src/core/spec/describe.ts';
import { layOut } from '../../../src/core/spec/layout.ts';
import type { Protocol } from '../../../src/core/spec/protocol.ts';
import type { Pop3 } from '../../../src/core/protocols/pop3/shape.ts';

const drawn = diagram(pop3);
const arrow = (from: string, to: string) => drawn.arrows.find((a) => a.from === from && a.to === to);

describe('the drawing of a mechanism', () => {
  const drawings = {
    [plain.title]: dialogueDiagram(plain),
    [login.title]: dialogueDiagram(login),
    [cramMd5.title]: dialogueDiagram(cramMd5),
    [scramSha1.title]: dialogueDiagram(scramSha1),
    [scramSha256.title]: dialogueDiagram(scramSha256),
    [oauthBearer.title]: dialogueDiagram(oauthBearer),
    [external.title]: dialogueDiagram(external),
  };
  it('is there for each', () => {
    expect(Object.keys(drawings)).toEqual(dialogues.map(({ title }) => title));
  });
  it.each(Object.entries(drawings))(
    '%s begins in start and ends in a verdict',
    (title, { states, arrows }) => {
      expect(states[0]).toMatchObject({ name: 'start', rank: 0 });
      const ends = states
        .filter(({ name }) => !arrows.some(({ from }) => from === name))
        .map((it) => it.name);
      expect(ends).toEqual(['granted', 'refused', 'malformed']);
      const reached = states.filter(({ name }) => arrows.some(({ to }) => to === name)).map((it) => it.name);
      const never = title === 'EXTERNAL' ? ['start', 'granted'] : ['start'];
      expect(states.map(({ name }) => name).filter((name) => !reached.includes(name))).toEqual(never);
    },
  );
  it('says of SCRAM what is sent along each arrow', () => {
    const { arrows } = dialogueDiagram(scramSha256);
    expect(arrows.map(({ from, to, moves }) => [from, to, moves.map(({ says }) => says)])).toEqual([
      ['start', 'challenged', ['r={nonce},s={salt},i={iterations}']],
      ['start', 'malformed', [undefined]],
      [
        'start',
        'failing',
        ['e=extensions-not-supported', 'e=channel-binding-not-supported', 'e=invalid-username-encoding'],
      ],
      ['challenged', 'proven', ['v={signature}']],
      ['challenged', 'malformed', [undefined]],
      [
        'challenged',
        'failing',
        ['e=extensions-not-supported', 'e=channel-bindings-dont-match', 'e=other-error', 'e=invalid-proof'],
      ],
      ['proven', 'granted', [undefined]],
      ['proven', 'malformed', [undefined]],
      ['failing', 'refused', [undefined]],
    ]);
  });
});

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
