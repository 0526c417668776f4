// "Show me" types for the learner until the learner does something.
import { beforeEach, describe, expect, test } from 'vitest';
import { back, engine, FIRST_CONSOLE, setReduced, type } from '../../../src/app/engine.ts';
import { attach, startOver } from '../../../src/app/sessions.ts';
import { lab } from '../../../src/app/lab.ts';
import { showMe } from '../../../src/ui/lesson/showMe.ts';
import { p1 } from '../course/p1.ts';

const login = p1.steps.find(({ id }) => id === 'login');
const typed = (): readonly string[] =>
  engine.getState().trace.flatMap((e) => (e.type === 'typed' ? [e.octets.trim()] : []));
const knock = 'openssl s_client -quiet -crlf -connect pop.example.com:995';
const show = (): Promise<void> => {
  if (!login) throw new Error('the lesson has no step of that name');
  return showMe(p1, login);
};

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: undefined });
  attach(lab, undefined);
  setReduced(true);
});

describe('show me', () => {
  test('types one line after the other, from the knock when nobody is connected', async () => {
    await show();
    expect(typed()).toEqual([knock, 'USER bob', 'PASS correct-horse']);
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
