// The word `hint`: what it comes to, and that it counts with the guide's own button.
import { beforeEach, describe, expect, test } from 'vitest';
import { engine, FIRST_CONSOLE, seek, setReduced, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';
import { askHint, nextHint } from '../../../src/ui/lesson/hints.ts';
import { everything, forgetAll, keep, setHabit } from '../../../src/ui/lesson/kept.ts';
import { p1 } from '../course/p1.ts';

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [], lesson: '' });
  attach(lab, undefined);
  engine.setState({ lesson: p1.id });
  setReduced(true);
  forgetAll();
  setHabit('guessFirst', false);
});
const [knock, login] = p1.steps;
if (!knock || !login) throw new Error('P1 has lost its steps');
const asked = (step: string): number => everything()[p1.id]?.hints[step] ?? 0;

describe('the next hint', () => {
  test('of the goal to reach now, one after the other, with those that the button gave', () => {
    expect(nextHint(p1)).toEqual({ is: 'given', nth: 1, of: 3 });
    askHint(p1, knock);
    expect(asked(knock.id)).toBe(2);
    expect(nextHint(p1)).toEqual({ is: 'given', nth: 3, of: 3 });
    expect(nextHint(p1)).toEqual({ is: 'over', hasShow: true });
    expect(asked(knock.id)).toBe(3);
  });
  test('is of the next goal once one is met, at the moment that is looked at', () => {
    for (const line of knock.show) if (typeof line === 'string') type(FIRST_CONSOLE, line);
    nextHint(p1);
    expect([asked(knock.id), asked(login.id)]).toEqual([0, 1]);
    seek(0);
    nextHint(p1);
    expect([asked(knock.id), asked(login.id)]).toEqual([1, 1]);
  });
  test('comes after the prediction, for who guesses first', () => {
    const guessed = p1.steps.find(({ predict }) => predict !== undefined);
    if (!guessed) throw new Error('P1 predicts nothing');
    const lesson = { ...p1, steps: [guessed] };
    setHabit('guessFirst', true);
    expect(nextHint(lesson)).toEqual({ is: 'guess' });
    keep(p1.id, () => ({ predictions: { [guessed.id]: 0 } }));
    expect(nextHint(lesson)).toMatchObject({ is: 'given', nth: 1 });
  });
  test('there is none when every goal is met', () => {
    expect(nextHint({ ...p1, steps: [] })).toEqual({ is: 'done' });
  });
  test('a session that is not the lesson’s is told nothing', () => {
    engine.setState({ lesson: 'P2' });
    expect(nextHint(p1)).toBeUndefined();
    expect(everything()).toEqual({});
  });
});
