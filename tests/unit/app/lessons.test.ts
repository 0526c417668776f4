// A lesson's own world: entered, left and come back to, started over; and the free world waits as it was.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { resume } from '../../../src/app/autosave.ts';
import { consolesNow, engine, FIRST_CONSOLE, headWorld, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { enterLesson, leaveLesson } from '../../../src/app/lessons.ts';
import { restore } from '../../../src/app/restore.ts';
import { saveOf } from '../../../src/app/save.ts';
import { bringBack } from '../../../src/app/attic.ts';
import { attach, startOver } from '../../../src/app/sessions.ts';
import type { Input } from '../../../src/core/kernel/world.ts';

const scene: readonly Input[] = [
  { type: 'turn', knob: { type: 'policy', host: 'pop.example.com', set: { tls: 'optional' } } },
  { type: 'open', console: 'bob-laptop', host: 'bob-laptop.example.net' },
];
const place = { lesson: 'X1', world: 'standard', before: scene, console: 'bob-laptop' } as const;
const typed = (): readonly string[] =>
  engine.getState().trace.flatMap((e) => (e.type === 'typed' ? [e.octets.trim()] : []));
const tlsOfPop = (): string | undefined => headWorld(engine.getState())?.hosts['pop.example.com']?.policy.tls;

// a page without locks: it keeps whatever it has
beforeAll(() => void vi.stubGlobal('navigator', {}));
afterAll(() => void vi.unstubAllGlobals());
/** Other lessons each time: what is kept of one stays kept. */
let n = 0;
beforeEach(async () => {
  n++;
  engine.setState({ lab: undefined, branches: [], lesson: '', waiting: [], attic: [] });
  await resume(lab);
  attach(lab, undefined);
});
const lesson = () => ({ ...place, lesson: `X${n}` });

describe('a lesson', () => {
  test('begins in its own world, its scene set, its console in focus; the scene is no input of the learner', async () => {
    type(FIRST_CONSOLE, 'hosts');
    await enterLesson(lesson());
    expect(typed()).toEqual([]);
    expect(tlsOfPop()).toBe('optional');
    expect(consolesNow(engine.getState())).toContain('bob-laptop');
    expect(engine.getState().console).toBe('bob-laptop');
    expect(engine.getState().timeline.inputs).toEqual([]);
  });
  test('is found as it was left, and so is the free world', async () => {
    type(FIRST_CONSOLE, 'hosts');
    await enterLesson(lesson());
    type('bob-laptop', 'date');
    await leaveLesson();
    expect(typed()).toEqual(['hosts']);
    expect(tlsOfPop()).toBe('required');
    await enterLesson(lesson());
    expect(typed()).toEqual(['date']);
  });
  test('of two on the way, the later one is entered', async () => {
    await Promise.all([enterLesson(lesson()), enterLesson({ ...lesson(), lesson: 'Y1' })]);
    expect(engine.getState().lesson).toBe('Y1');
    await Promise.all([enterLesson(lesson()), leaveLesson()]);
    expect(engine.getState().lesson).toBe('');
  });
  test('starts over at its own beginning, and that is taken back', async () => {
    await enterLesson(lesson());
    type('bob-laptop', 'date');
    startOver();
    expect([engine.getState().lesson, typed(), tlsOfPop()]).toEqual([`X${n}`, [], 'optional']);
    void bringBack();
    expect(typed()).toEqual(['date']);
  });
  test('what its start put away is its own', async () => {
    await enterLesson(lesson());
    type('bob-laptop', 'date');
    startOver();
    await leaveLesson();
    expect(engine.getState().attic).toEqual([]);
    await enterLesson(lesson());
    void bringBack();
    expect(typed()).toEqual(['date']);
  });
  test('that begins otherwise than it did begins anew; what was done can be had back', async () => {
    await enterLesson(lesson());
    type('bob-laptop', 'date');
    await leaveLesson();
    await enterLesson({ ...lesson(), before: scene.slice(1) });
    expect([typed(), tlsOfPop()]).toEqual([[], 'required']);
    void bringBack();
    expect([typed(), tlsOfPop()]).toEqual([['date'], 'optional']);
  });
  test('what was typed before its world was there is typed in it', async () => {
    engine.setState({ lab: undefined, branches: [], lesson: `X${n}` });
    type(FIRST_CONSOLE, 'hosts');
    await enterLesson(lesson());
    expect([typed(), tlsOfPop()]).toEqual([['hosts'], 'optional']);
  });
  test('what could not be read of what was kept is still said when its world has come', async () => {
    const problem = { kind: 'corrupt', detail: '' } as const;
    engine.setState({ lab: undefined, branches: [], lesson: `X${n}`, problem });
    await enterLesson(lesson());
    expect([engine.getState().lesson, engine.getState().problem]).toEqual([`X${n}`, problem]);
  });
  test('is saved with its scene, and comes back with it', async () => {
    await enterLesson(lesson());
    type('bob-laptop', 'telnet pop.example.com 110');
    const saved: unknown = JSON.parse(JSON.stringify(saveOf(engine.getState())));
    const session = await restore(lab, saved);
    expect([session.lesson, session.before]).toEqual([`X${n}`, scene]);
    expect(session.branches[0]?.timeline.trace).toEqual(engine.getState().trace);
  });
});
