import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answers } from '../../../src/core/wire/answers.ts';
import type { Framing } from '../../../src/core/wire/framing.ts';

/** All frames, of octets that arrive in these pieces. */
function framesOf(framing: Framing, pieces: readonly string[]): readonly string[] {
  const frames: string[] = [];
  let reading = framing.start;
  for (const piece of pieces)
    for (let rest = piece; rest !== '';) {
      const cut = framing.take(reading, rest);
      ({ reading } = cut);
      rest = rest.slice(cut.used);
      if (cut.frame) frames.push(cut.frame.kind === 'whole' ? cut.frame.text : cut.frame.kind);
      else if (cut.used === 0) break;
    }
  return frames;
}
const many = answers({ many: true, limit: 60 });
const one = answers({ limit: 60 });
const long = 'x'.repeat(80);

test.each([
  ['a status', one, '+OK hi\r\n-ERR no\r\n', ['+OK hi', '-ERR no']],
  ['lines after +OK', many, '+OK\r\na\r\n..b\r\n.\r\n+OK\r\n.\r\n', ['+OK\r\na\r\n.b', '+OK']],
  ['none after -ERR', many, '-ERR\r\n+OK\r\n.\r\n', ['-ERR', '+OK']],
  ['a line that begins with a dot', many, '+OK\r\n.\rx\r\n.\r\n', ['+OK\r\n\rx']],
  ['a bare LF ends nothing', many, '+OK\r\na\n.\nb\r\n.\r\n', ['+OK\r\na\n.\nb']],
  ['too long a status', one, `+OK ${long}\r\n+OK\r\n`, ['tooLong', '+OK']],
  ['too much in all', many, `+OK\r\n${long}\r\n.\r\n-ERR\r\n`, ['tooLong', '-ERR']],
])('%s', (_what, framing, octets, frames) => {
  expect(framesOf(framing, [octets])).toEqual(frames);
  expect(framesOf(framing, octets.split(''))).toEqual(frames);
});
describe('however they arrive', () => {
  const piece = fc.constantFrom('+OK', '-ERR', '\r\n', '.', 'a', '\r', '\n', long);
  test.each([
    ['a status', one],
    ['an answer', many],
  ])('%s is cut in the same way', (_what, framing) => {
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (a, b) => {
        const whole = a.join('') + b.join('');
        expect(framesOf(framing, whole.split(''))).toEqual(framesOf(framing, [whole]));
        expect(framesOf(framing, [a.join(''), b.join('')])).toEqual(framesOf(framing, [whole]));
      }),
      { numRuns: 300 },
    );
  });
});
