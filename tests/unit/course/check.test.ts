// The checker itself: a lesson spoilt in each way it must notice.
import { describe, expect, it } from 'vitest';
import type { Predicate } from '../../../src/core/trace/predicate.ts';
import { checkLesson } from '../../../src/course/check/lesson.ts';
import type { Lesson, Step } from '../../../src/course/lesson.ts';
import { inlineProse } from '../../../src/course/prose.ts';
import { p1, saidInChinese } from './p1.ts';

const withStep = (id: string, change: Partial<Step>): Lesson => ({
  ...p1,
  steps: p1.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
});
const faults = (lesson: Lesson): readonly string[] =>
  checkLesson(lesson).map(({ at, message }) => {
    saidInChinese(message);
    return `${at.join('/')}: ${message}`;
  });
const goal = (id: string, predicate: Predicate): Lesson => withStep(id, { goal: predicate });

describe('the checker', () => {
  it('has nothing to say of P1', () => {
    expect(faults(p1)).toEqual([]);
  });

  it.each<readonly [string, Lesson, string]>([
    [
      'a solution that does not reach its goal',
      withStep('login', { show: ['USER bob', 'PASS wrong'] }),
      'steps/login/show: the solution does not reach the goal',
    ],
    [
      'a solution that stops short',
      withStep('count', { show: ['STAT'] }),
      'steps/count/show: the solution does not reach the goal',
    ],
    [
      'a goal that is met before anything is typed',
      goal('leave', { stored: { mailbox: 'bob/INBOX', count: 6 } }),
      'steps/leave/goal: the goal is met before anything is typed',
    ],
    [
      'a goal that is met before its step',
      goal('read', { all: [{ state: 'pop3/transaction' }, { answer: 'last' }] }),
      'steps/read/goal: the goal is met before its step begins',
    ],
    [
      'a solution with a line too many',
      withStep('leave', { show: ['QUIT', 'history'] }),
      'steps/leave/goal: the goal is met without the last line',
    ],
    [
      'a goal that does not wait for its answer',
      goal('read', { outcome: 'pop3/RETR/ok' }),
      'steps/read/goal: the goal is met without its answer',
    ],
    [
      'a hint that fires although all is right',
      withStep('read', {
        hints: [
          { id: 'h', text: inlineProse('x'), more: undefined, when: { sent: { verb: 'RETR' } }, idle: 0 },
        ],
      }),
      'steps/read/hints: hint h fires although all is right',
    ],
    [
      'another route that misses a goal',
      { ...p1, routes: [{ title: 'short', type: p1.steps.slice(0, 4).flatMap((s) => s.show) }] },
      'routes/0: the route "short" does not get to leave',
    ],
    [
      'a wrong path that is right',
      { ...p1, wrongPaths: [{ step: 'leave', type: ['QUIT'], hint: 'hung-up' }] },
      'wrongPaths/0: the wrong path "QUIT" meets the goal of leave',
    ],
    [
      'a wrong path whose hint keeps still',
      { ...p1, wrongPaths: [{ step: 'leave', type: ['NOOP'], hint: 'hung-up' }] },
      'wrongPaths/0: the wrong path "NOOP" does not bring up hint hung-up',
    ],
    [
      'words no server said',
      withStep('count', { prose: inlineProse('It says `+OK 7 123`.') }),
      'steps/count: no server said "+OK 7 123"',
    ],
  ])('notices %s', (_name, lesson, message) => {
    expect(faults(lesson).some((fault) => fault.startsWith(message))).toBe(true);
  });
});
