// "Show me" types for the learner until the learner does something.
import { beforeEach, describe, expect, test } from 'vitest';
import { back, engine, FIRST_CONSOLE, setReduced, type } from '../../../src/app/engine.ts';
import { attach, startOver } from '../../../src/app/sessions.ts';
import { lab } from '../../../src/app/lab.ts';
import { showMe } from '../../../src/ui/lesson/showMe.ts';
import { p1 } from '../course/p1.ts';

const typed = (): readonly string[] =>
  engine.getState().trace.flatMap((e) => (e.type === 'typed' ? [e.octets.trim()] : []));
const knock = 'openssl s_client -quiet -crlf -connect pop.example.com:995';
const show = (id = 'login'): Promise<void> => {
  const step = p1.steps.find((each) => each.id === id);
  if (!step) throw new Error('the lesson has no step of that name');
  return showMe(p1, step, (title) => `Prepared: ${title}`);
};

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  setReduced(true);
});

describe('show me', () => {
  test('types one line after the other, from the knock when nobody is connected', async () => {
    await show();
    expect(typed()).toEqual([knock, 'USER bob', 'PASS correct-horse']);
  });
  test('begins the step afresh, beside what was done, where nothing helps any more', async () => {
    for (const line of [knock, 'USER bob', 'PASS correct-horse', 'DELE 1', 'QUIT']) type(FIRST_CONSOLE, line);
    await show('leave');
    const { branches } = engine.getState();
    expect(branches.map(({ name }) => name)).toEqual(['', 'Prepared: Leave']);
    expect(typed()).toEqual([knock, 'USER bob', 'PASS correct-horse', 'STAT', 'LIST', 'RETR 2', 'QUIT']);
    expect(branches[0]?.timeline.inputs).toHaveLength(10);
  });
  test('waits for a line that takes long', async () => {
    let turns = 0;
    const late: typeof lab = {
      ...lab,
      turn: (timeline, input) =>
        input.type === 'type' && input.octets.startsWith('USER') && turns++ < 3
          ? 'busy'
          : lab.turn(timeline, input),
    };
    engine.setState({ lab: undefined });
    attach(late, undefined);
    await show();
    expect(typed()).toEqual([knock, 'USER bob', 'PASS correct-horse']);
  });
  test.each([
    ['begins afresh', startOver, []],
    ['goes back', back, [knock]],
    ['types', () => type(FIRST_CONSOLE, 'QUIT'), [knock, 'QUIT']],
  ] as const)('stops in the middle of a line when the learner %s', async (_, disturb, left) => {
    type(FIRST_CONSOLE, knock);
    const shown = show();
    disturb();
    await shown;
    expect(typed()).toEqual(left);
    expect(engine.getState().branches).toHaveLength(1);
  });
});
