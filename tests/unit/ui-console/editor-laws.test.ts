import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit, NEW_LINE, type Editing, type Setting } from '../../../src/ui/console/editor.ts';
import { settle } from '../../../src/ui/console/graphemes.ts';
import { keysOf } from '../../../src/ui/console/keys.ts';

const keys = fc.constantFrom(
  ...[
    '\r',
    '\t',
    '\x1b',
    '\x7f',
    '\x1b[3~',
    '\x1b[D',
    '\x1b[C',
    '\x1b[A',
    '\x1b[B',
    '\x1b[H',
    '\x1b[F',
    '\x1bb',
  ],
  ...[
    '\x1bf',
    '\x1bd',
    '\x01',
    '\x02',
    '\x03',
    '\x04',
    '\x05',
    '\x06',
    '\x07',
    '\x0b',
    '\x0c',
    '\x0e',
    '\x10',
  ],
  ...['\x12', '\x14', '\x15', '\x17', '\x19', '\x1d'],
);
const pieces = fc.constantFrom(
  'RETR 1',
  'PASS x',
  '👩‍👩‍👧',
  '\u200d',
  '\u0301',
  '🇩🇪',
  '🇩',
  'ß',
  ' ',
  '.',
  '한',
  'e\u0301',
);
const typed = fc.oneof(
  keys,
  pieces,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(pieces, { maxLength: 30 }).map((lines) => `\x1b[200~${lines.join('\n')}\x1b[201~`),
);
const setting: Setting = {
  mode: 'wire',
  ghost: 'TOP 1 0',
  ghostSends: true,
  secret: (line) => line.startsWith('PASS'),
};

function run(data: readonly string[], visit: (state: Editing) => void): void {
  let state = NEW_LINE;
  for (const key of data.flatMap(keysOf)) {
    const edited = edit(state, key, setting);
    state = edited.state;
    visit(state);
    for (const effect of edited.effects) {
      // oxlint-disable-next-line no-control-regex -- that none is left is the point
      if (effect.type === 'submit') expect(effect.line).not.toMatch(/[\0-\x1f\x7f-\x9f]/);
    }
  }
}

test('the caret is never inside a character, and no line ever holds a control character', () => {
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 60 }), (data) => {
      run(data, (state) => {
        expect(state.caret).toBe(settle(state.text, state.caret));
        // oxlint-disable-next-line no-control-regex -- that none is left is the point
        expect(state.text).not.toMatch(/[\0-\x1f\x7f-\x9f]/);
      });
    }),
    { numRuns: 1500 },
  );
});

test('no secret is ever in the history', () => {
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 60 }), (data) => {
      run(data, ({ history }) => expect(history.wire.filter((line) => line.startsWith('PASS'))).toEqual([]));
    }),
    { numRuns: 500 },
  );
});

test('text typed, in whatever pieces it comes, is the line', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 30 });
  fc.assert(
    fc.property(words, fc.nat(30), (text, at) => {
      const visible = text.replace(/[\p{Cc}]/gu, '');
      const data = [visible.slice(0, at), visible.slice(at)];
      let last = NEW_LINE;
      run(data, (state) => {
        last = state;
      });
      expect(last.text).toBe(visible);
    }),
  );
});
