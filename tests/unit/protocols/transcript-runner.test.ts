// The runner must be able to say no.
import { describe, expect, test } from 'vitest';
import { parse } from '../../transcript/parse.ts';
import { play, type Result } from '../../transcript/play.ts';

function run(lines: readonly string[], update = false): Result {
  const [block] = parse('x.md', ['# A title', '', '```pop3 as=bob', ...lines, '```'].join('\n'));
  if (!block) throw new Error('no block');
  return play(block, 'whole', update);
}

describe('a transcript is refused, with file and line, when', () => {
  const wrong: readonly (readonly [string, readonly string[], string])[] = [
    ['other words come back', ['C: NOOP', 'S: +OK dear'], 'x.md:5: a expected "+OK dear"'],
    ['nothing comes back', ['S: +OK'], 'x.md:4: a expected "+OK"'],
    ['a line was not read', ['C: NOOP', 'C: NOOP', 'S: +OK'], 'x.md:6: a has not read "+OK\\r\\n"'],
    ['the state is another', ['state: named'], 'x.md:4: the session is transaction, not named'],
    ['it is not closed', ['closed'], 'x.md:4: the session is transaction, not closed'],
    [
      'a captured name stands for two things',
      ['C: UIDL 1', 'S: +OK 1 $id', 'C: UIDL 2', 'S: +OK 2 $id'],
      'x.md:7:',
    ],
    ['a line is no line', ['NOOP'], 'x.md:4: not a line of a conversation: NOOP'],
    ['nobody is called so', ['b> C: NOOP'], 'x.md:4: nobody called b has connected'],
    ['the box holds another number', ['holds bob 2'], 'x.md:4: holds: "3"'],
    ['the lock is held', ['lock bob free'], 'x.md:4: lock: "held"'],
  ];
  test.each(wrong)('%s', (_when, lines, complaint) => {
    expect(() => run(lines)).toThrow(complaint);
  });
});

describe('UPDATE', () => {
  test('words are rewritten', () => {
    expect([...run(['C: STAT', 'S: +OK 9 9'], true).rewritten]).toEqual([[5, '+OK 3 236']]);
  });
  test('a status or a code never is', () => {
    expect(() => run(['C: STAT', 'S: -ERR 9 9'], true)).toThrow('x.md:5');
    expect(() => run(['C: STAT', 'S: +OK [SYS/TEMP] 9 9'], true)).toThrow('x.md:5');
  });
});

test('an outcome counts when its reply was expected, and not when the conversation only passed through it', () => {
  expect([...run(['C: NOOP', 'S: +OK', 'reset', 'closed']).shown]).toEqual(['NOOP/ok', 'closed/released']);
  expect([...run(['state: transaction']).shown]).toEqual([]);
});
