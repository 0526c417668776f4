// "Show me" goes on from wherever somebody stands, and does nothing twice.
import { describe, expect, it } from 'vitest';
import { lessonPaths, readLesson } from '../../../scripts/lessons-files.ts';
import { deedsOf } from '../../../src/course/check/lesson.ts';
import type { Deed, Lesson, Step } from '../../../src/course/lesson.ts';
import { play, stageOf } from '../../../src/course/play.ts';
import { deedsToShow } from '../../../src/course/showing.ts';

function lessonCalled(folder: string): Lesson {
  const path = lessonPaths().find((it) => it.includes(folder));
  const lesson = path === undefined ? undefined : readLesson(path).compiled?.lesson;
  if (!lesson) throw new Error(`there is no lesson in ${folder}`);
  return lesson;
}
const p3 = lessonCalled('pop3/03-');
const p2 = lessonCalled('pop3/02-');
const s5 = lessonCalled('smtp/05-');
const c2 = lessonCalled('compare/02-');
const p1 = lessonCalled('pop3/01-');

/** After the solutions of the steps before, and this. */
function shown(lesson: Lesson, id: string, ...done: readonly Deed[]): readonly Deed[] | undefined {
  const at = lesson.steps.findIndex((step) => step.id === id);
  const step: Step | undefined = lesson.steps[at];
  const stage = stageOf(lesson);
  if (!step || !stage) throw new Error(`there is no step ${id}`);
  return deedsToShow(lesson, step, play(stage, [...deedsOf(lesson.steps.slice(0, at)), ...done]));
}
const login = [
  'openssl s_client -quiet -crlf -connect pop.example.com:995',
  'USER bob',
  'PASS correct-horse',
];

describe('what is shown of a step', () => {
  it('is its solution, where that is what is missing', () => {
    expect(shown(p1, 'login')).toEqual(['USER bob', 'PASS correct-horse']);
    expect(shown(p3, 'new')).toEqual(['RETR 6', 'QUIT']);
  });
  it('is what is left of it', () => {
    expect(shown(p3, 'new', 'RETR 6')).toEqual(['QUIT']);
    expect(shown(s5, 'short', 'MAIL FROM:<you@client.example.net>')).not.toContain(
      'MAIL FROM:<you@client.example.net>',
    );
  });
  it('is nothing once only a question is open', () => {
    expect(shown(p3, 'new', 'RETR 6', 'QUIT')).toEqual([]);
  });
  it('is a login first, where the session is over, and neither a second letter nor what others have done', () => {
    expect(shown(p3, 'new', '^C')).toEqual([...login, 'RETR 6', 'QUIT']);
    expect(shown(p1, 'read', 'QUIT')).toEqual([...login, 'RETR 2']);
    expect(shown(s5, 'short', 'QUIT')?.slice(0, 3)).toEqual([
      'telnet mx1.example.com 25',
      'EHLO client.example.net',
      'MAIL FROM:<you@client.example.net>',
    ]);
  });
  it('is nothing that would help, where a letter is gone that was to stay', () => {
    expect(shown(p2, 'still', 'QUIT')).toBeUndefined();
  });
  it('needs no connection where nobody ever made one', () => {
    expect(shown(c2, 'throw')).toHaveLength(3);
    expect(shown(c2, 'file', { on: 'bob-phone.example.net', click: 'make', folder: 'Books' })).toEqual([
      { on: 'bob-phone.example.net', click: 'move', letter: 'catalogue', to: 'Books' },
    ]);
  });
});
