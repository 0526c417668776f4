// A lesson's button: others do something at the moment that is looked at, all of it, whatever the learner does next.
import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { beforeEach, expect, test } from 'vitest';
import { back, engine, FIRST_CONSOLE, goLive, setReduced, type, undo } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';
import { compileLesson } from '../../../src/course/compile.ts';
import type { Lesson } from '../../../src/course/lesson.ts';
import { doAtOnce } from '../../../src/ui/lesson/deeds.ts';

function lessonAt(folder: string): Lesson {
  const source = readFileSync(new URL(`../../../lessons/${folder}/lesson.md`, import.meta.url), 'utf8');
  const lesson = compileLesson(new VFile({ path: 'lesson.md', value: source }))?.lesson;
  if (!lesson) throw new Error(`${folder} does not compile`);
  return lesson;
}
const i4 = lessonAt('imap/04-uid-or-number');
const p2 = lessonAt('pop3/02-deleting-really');
const press = (lesson: Lesson, act: string): void => doAtOnce(lesson, [{ act }]);
const typedAt = (at: string): readonly string[] =>
  engine.getState().trace.flatMap((e) => (e.type === 'typed' && e.console === at ? [e.octets.trim()] : []));
const KNOCK = 'openssl s_client -quiet -crlf -connect pop.example.com:995';
const PHONE = ['openssl s_client -quiet -crlf -connect imap.example.com:993', 'p1', 'p2', 'p3', 'p4'];
const phone = (): readonly string[] =>
  typedAt('alice-phone').map((line) => (line.startsWith('p') ? line.slice(0, 2) : line));

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  setReduced(true);
});

test('whoever is to do it takes a seat, and does all of it, though the learner types and looks back meanwhile', () => {
  setReduced(false);
  press(i4, 'phone');
  type(FIRST_CONSOLE, 'hosts');
  back();
  goLive();
  expect(phone()).toEqual(PHONE);
  expect(typedAt(FIRST_CONSOLE)).toEqual(['hosts']);
});
test('in the past it begins a branch; the old future stays', () => {
  for (const line of [KNOCK, 'USER bob', 'PASS correct-horse', 'DELE 1', 'QUIT']) type(FIRST_CONSOLE, line);
  const before = engine.getState().trace.length;
  undo();
  press(p2, 'stumble');
  const { branches, timeline } = engine.getState();
  expect(branches.map((branch) => branch.timeline.trace.length >= before)).toEqual([true, false]);
  expect(typedAt(FIRST_CONSOLE)).toEqual([KNOCK, 'USER bob', 'PASS correct-horse', 'DELE 1']);
  expect(timeline.inputs.map((input) => input.type)).toContain('cut');
});
