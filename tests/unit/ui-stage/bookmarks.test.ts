// Every step is a bookmark: where the learner has been, and what the solutions before it prepare.
import { beforeEach, describe, expect, test } from 'vitest';
import { engine, FIRST_CONSOLE, goLive, setReduced, type, worldNow } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { switchBranch } from '../../../src/app/branches.ts';
import { attach } from '../../../src/app/sessions.ts';
import { progressOf } from '../../../src/course/progress.ts';
import { jumpTo, stepFrom } from '../../../src/ui/lesson/bookmarks.ts';
import { p1 } from '../course/p1.ts';

const jump = (n: number): void => jumpTo(p1, n, (step) => `Prepared: ${step}`);
const named = (): readonly string[] => engine.getState().branches.map(({ name }) => name);
/** What has been typed at the moment that is looked at. */
const typed = (): readonly string[] => {
  const { trace, schedule, time } = engine.getState();
  return trace.flatMap((e, i) =>
    e.type === 'typed' && (schedule.shown[i]?.end ?? 0) <= time ? [e.octets.split(' ')[0]?.trim() ?? ''] : [],
  );
};
beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  engine.setState({ lesson: p1.id });
  setReduced(true);
});

describe('a bookmark', () => {
  test('of a step one has come to is its moment, answers come in; the present stays where it was', () => {
    for (const line of p1.steps.slice(0, 2).flatMap(({ show }) => show))
      if (typeof line === 'string') type(FIRST_CONSOLE, line);
    type(FIRST_CONSOLE, 'STAT');
    jump(1);
    expect(typed()).toEqual(['openssl']);
    expect(worldNow(engine.getState())?.conns).toHaveLength(1);
    jump(2);
    expect(typed()).toEqual(['openssl', 'USER', 'PASS']);
    jump(0);
    expect(typed()).toEqual([]);
    expect(named()).toEqual(['']);
    goLive();
    expect(typed()).toEqual(['openssl', 'USER', 'PASS', 'STAT']);
  });
  test('of a step nobody has come to is prepared, on a branch of its own', () => {
    type(FIRST_CONSOLE, 'hosts');
    jump(2);
    expect(typed()).toEqual(['openssl', 'USER', 'PASS']);
    expect(named()).toEqual(['', `Prepared: ${p1.steps[2]?.title}`]);
    expect(engine.getState().live).toBe(true);
  });
  test('prepared once, is gone back to: exactly there, whatever was done since', () => {
    type(FIRST_CONSOLE, 'hosts');
    jump(2);
    const [first] = engine.getState().branches;
    type(FIRST_CONSOLE, 'STAT');
    switchBranch(first?.id ?? 0);
    jump(2);
    expect(typed()).toEqual(['openssl', 'USER', 'PASS']);
    expect(named()).toHaveLength(2);
  });
  test('is the step to work on, though a question before it is open; on another branch it is not', () => {
    const toDo = (from: number): string | undefined => {
      const { timeline, trace } = engine.getState();
      const [start] = timeline.worlds;
      return start && stepFrom(from, progressOf(p1, start, trace));
    };
    type(FIRST_CONSOLE, 'hosts');
    jump(3);
    expect([0, 3].map(toDo)).toEqual(['count', 'read']);
    type(FIRST_CONSOLE, 'RETR 2');
    type(FIRST_CONSOLE, 'QUIT');
    expect(toDo(4)).toBe('count');
    switchBranch(engine.getState().branches[0]?.id ?? 0);
    expect(toDo(3)).toBe('knock');
  });
  test('of no step, and of another lesson, is nowhere', () => {
    type(FIRST_CONSOLE, 'hosts');
    jump(7);
    engine.setState({ lesson: 'S1' });
    jump(0);
    expect(typed()).toEqual(['hosts']);
  });
});
