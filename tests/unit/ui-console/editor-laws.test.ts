import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit, NEW_LINE, type Editing, type Setting } from '../../../src/ui/console/editor.ts';
import { countOf, next, previous, settle } from '../../../src/ui/console/graphemes.ts';
import { keysOf } from '../../../src/ui/console/keys.ts';

const CONTROL = '\r\t\x7f\x1b\x01\x02\x03\x04\x05\x06\x07\x0b\x0c\x0e\x10\x12\x14\x15\x17\x19\x1d';
const SEQUENCES = ['[3~', '[D', '[C', '[A', '[B', '[H', '[F', '[1;5C', '[1;5D', 'b', 'f', 'd'];
const keys = fc.constantFrom(...Array.from(CONTROL), ...SEQUENCES.map((rest) => `\x1b${rest}`));
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
  taken: '',
  ghostSends: true,
  secret: (line) => line.startsWith('PASS'),
};

function run(data: readonly string[], visit: (state: Editing) => void): readonly string[] {
  const lines: string[] = [];
  let state = NEW_LINE;
  for (const key of data.flatMap(keysOf)) {
    const edited = edit(state, key, setting);
    state = edited.state;
    visit(state);
    lines.push(...edited.effects.flatMap((effect) => (effect.type === 'submit' ? [effect.line] : [])));
  }
  return lines;
}
// eslint-disable-next-line no-control-regex -- that none is left is the point
const CONTROLS = /[\0-\x1f\x7f-\x9f]/;

test('the caret is never inside a character, and no line ever holds a control character', () => {
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 60 }), (data) => {
      const lines = run(data, (state) => {
        expect(state.caret).toBe(settle(state.text, state.caret));
        expect(state.text).not.toMatch(CONTROLS);
      });
      expect(lines.filter((line) => CONTROLS.test(line))).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('a step of the caret is what Unicode calls a character, also where nothing has to be looked up for it', () => {
  const unicode = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const written = fc.oneof(
    fc.array(fc.oneof(pieces, fc.constantFrom('\r\n', '\r', '–', '€', '中'))).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
    fc.string(),
  );
  fc.assert(
    fc.property(written, fc.nat(40), (text, at) => {
      const bounds = [...Array.from(unicode.segment(text), ({ index }) => index), text.length];
      const caret = Math.min(at, text.length);
      expect(settle(text, caret)).toBe(bounds.findLast((bound) => bound <= caret));
      expect(previous(text, caret)).toBe(bounds.findLast((bound) => bound < caret) ?? 0);
      expect(next(text, caret)).toBe(bounds.find((bound) => bound > caret) ?? text.length);
      expect(countOf(text)).toBe(bounds.length - 1);
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
