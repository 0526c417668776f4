// The whole check, from files to messages: a solution, a goal, a hint, a reference broken, and each is caught at its line.
import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { around } from '../../../scripts/lessons-files.ts';
import { checkFiles } from '../../../src/course/check/files.ts';
import { unreserved } from '../../../src/course/check/reserved.ts';
import { compileLesson } from '../../../src/course/compile.ts';
import { source as p1 } from './p1.ts';

/** P1 alone in the world. */
const source = p1.replace('prereqs: [F3]', 'prereqs: []');
const check = (...texts: readonly string[]): readonly string[] => {
  const files = texts.map((value, i) => {
    const file = new VFile({ path: `${i + 1}/lesson.md`, value });
    return { file, compiled: compileLesson(file) };
  });
  checkFiles(files, around());
  return files.flatMap(({ file }) => file.messages.map(String));
};
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

describe('a lesson that is broken', () => {
  it('P1 is not', () => {
    expect(check(source)).toEqual([]);
  });
  it.each([
    ['in its solution', '  - RETR 2\n```', '  - RETR 3\n```', '  - RETR 3\n```', /does not reach the goal/],
    [
      'in its goal',
      'outcome: pop3/QUIT/updated',
      'state: pop3/transaction',
      'all:\n    - state: pop3/transaction',
      /./,
    ],
    [
      'in a hint',
      'outcome: pop3/PASS/wrong',
      'outcome: pop3/PASS/ok',
      '- step: login\n    type: ["USER bobby"',
      /does not bring up hint which-of-the-two/,
    ],
    ['in a reference', 'rfc: ["1939#6"]', 'rfc: ["1939#66"]', '"1939#66"', /RFC 1939 has no section 66/],
    [
      'in a name',
      'Bob is away',
      'See mail.bank.com. Bob is away',
      'See mail.bank.com',
      /mail.bank.com may be somebody's/,
    ],
    [
      'in an address',
      'Bob is away',
      'See 10.0.0.1. Bob is away',
      'See 10.0.0.1',
      /10.0.0.1 may be somebody's/,
    ],
    ['in its prerequisites', 'prereqs: []', 'prereqs: [Z9]', 'prereqs: [Z9]', /there is no lesson Z9/],
    [
      'in a claim that does not say where it is written',
      'what is marked."\n    rfc: "1939#5"\n',
      'what is marked."\n',
      'What does RETR change',
      /an answer says where it is written/,
    ],
    ['in a quotation', '`+OK` to USER', '`+OK Fine` to USER', '`+OK Fine`', /no server said "\+OK Fine"/],
  ])('%s', (_name, from, to, at, message) => {
    expect(source).toContain(from);
    const spoilt = source.replace(from, to);
    const found = check(spoilt).filter((text) => message.test(text));
    expect(found.length).toBeGreaterThan(0);
    const line = lineOf(spoilt, at);
    const lines = found.map((text) => Number(text.split(':')[1]));
    expect(Math.min(...lines.map((each) => Math.abs(each - line)))).toBeLessThanOrEqual(6);
  });
  it('where a guard of a goal cannot be seen to fail', () => {
    const harmless = source.replace(
      '  - step: leave\n    type: ["DELE 1", "QUIT"]\n    hint: one-is-gone\n',
      '',
    );
    expect(check(harmless).join('\n')).toMatch(/holds from the beginning, and no wrong path makes it fail/);
  });
});

describe('lessons together', () => {
  const other = (id: string, prereqs: string): string =>
    source.replace('id: P1', `id: ${id}`).replace('prereqs: []', `prereqs: [${prereqs}]`);
  it('say nothing twice', () => {
    expect(check(source, other('P2', 'P1')).join('\n')).toMatch(
      /2\/lesson\.md:\d+:\d+.*lesson P1 says this too/,
    );
  });
  it('do not wait for each other', () => {
    const circle = check(other('P1', 'P2'), other('P2', 'P1')).join('\n');
    expect(circle).toMatch(/P1 needs itself/);
    expect(circle).toMatch(/P2 needs itself/);
  });
  it('have each its own number', () => {
    expect(check(source, source).join('\n')).toMatch(/there is another lesson P1/);
  });
});

it('names kept for documentation are nobody’s', () => {
  expect(unreserved('mx1.example.com [203.0.113.50] 2001:db8:a::31 loop-a.test 09:05:00 127.0.0.1')).toEqual(
    [],
  );
  expect(unreserved('x\n see bücher.com').map(({ at }) => at)).toEqual([{ line: 2, column: 8 }]);
});
