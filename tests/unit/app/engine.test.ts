// The store over the real core: what is typed, where it forks, what a reload brings back.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  back,
  consolesNow,
  cut,
  engine,
  FIRST_CONSOLE,
  forward,
  goLive,
  headWorld,
  leavesBranch,
  openConsole,
  play,
  redo,
  rewind,
  sceneNow,
  seekEvent,
  setReduced,
  shutConsole,
  skip,
  tick,
  turn,
  type,
  undo,
  worldNow,
} from '../../../src/app/engine.ts';
import { bringBack } from '../../../src/app/attic.ts';
import { renameBranch, switchBranch } from '../../../src/app/branches.ts';
import { attach, startOver } from '../../../src/app/sessions.ts';
import { lab } from '../../../src/app/lab.ts';
import { restore } from '../../../src/app/restore.ts';
import { click } from '../../../src/app/device.ts';
import { saveOf } from '../../../src/app/save.ts';

const typed = (...lines: readonly string[]): void => {
  for (const line of lines) type(FIRST_CONSOLE, line);
};
const told = (): readonly string[] =>
  engine.getState().trace.flatMap((e) => (e.type === 'outcome' ? [`${e.trigger}/${e.outcome}`] : []));
const dial = 'telnet pop.example.com 110';

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  setReduced(false);
});

describe('while a command takes long', () => {
  const patient = { ...lab };
  const answers = (): readonly string[] => told().filter((it) => it.startsWith('CAPA'));
  /** Whatever passes takes so many turns. */
  function slowly(turns: number): void {
    let left = turns;
    patient.turn = (timeline, input) =>
      input.type === 'pass' && left-- > 0 ? 'busy' : lab.turn(timeline, input);
    engine.setState({ lab: patient });
  }
  const done = async (): Promise<void> => await expect.poll(() => engine.getState().fetching).toBe('no');

  test('lines wait for it', async () => {
    typed(dial);
    slowly(3);
    typed('CAPA');
    expect(engine.getState().fetching).toBe('busy');
    typed('CAPA');
    expect(answers()).toEqual([]);
    await done();
    expect(answers()).toEqual(['CAPA/ok', 'CAPA/ok']);
  });
  test('a cable that is cut breaks at once', async () => {
    typed(dial);
    slowly(3);
    typed('CAPA');
    cut(1);
    await done();
    expect(answers()).toEqual([]);
    expect(engine.getState().trace.some((e) => e.type === 'conn' && e.phase === 'reset')).toBe(true);
  });
});

describe('typing', () => {
  test('what is typed before the simulation is there is typed when it is', () => {
    engine.setState({ lab: undefined });
    typed(dial, 'CAPA');
    expect(engine.getState().waiting).toHaveLength(2);
    attach(lab, undefined);
    expect(told()).toEqual(['opened/welcome', 'CAPA/ok']);
    expect(engine.getState().waiting).toEqual([]);
  });
  test('a line ends what was still running, and is played itself', () => {
    typed(dial);
    const ended = engine.getState().schedule.total;
    expect(engine.getState().time).toBe(0);
    typed('CAPA');
    expect(engine.getState().time).toBe(ended);
    expect(engine.getState().schedule.total).toBeGreaterThan(ended);
  });
  test('with reduced motion everything is at its end at once', () => {
    setReduced(true);
    typed(dial);
    const { time, schedule } = engine.getState();
    expect(time).toBe(schedule.total);
    expect(sceneNow(engine.getState())?.flights).toEqual([]);
  });
});

describe('time', () => {
  test('the clock plays to the head and stays there', () => {
    typed(dial);
    for (let i = 0; i < 2000 && engine.getState().time < engine.getState().schedule.total; i++) tick(16);
    expect(engine.getState().time).toBe(engine.getState().schedule.total);
    expect(engine.getState().live).toBe(true);
  });
  test('back and forward are one event each; back to the start is the start world', () => {
    typed(dial);
    goLive();
    const { total } = engine.getState().schedule;
    back();
    expect(engine.getState().time).toBeLessThan(total);
    forward();
    expect(engine.getState().time).toBe(total);
    for (let i = 0; i < 200; i++) back();
    expect(engine.getState().time).toBe(0);
    expect(worldNow(engine.getState())).toBe(lab.start);
  });
  test('rewinding runs to the start, playing runs to the head', () => {
    typed(dial, 'CAPA');
    goLive();
    rewind();
    for (let i = 0; i < 1000 && engine.getState().playing === 'back'; i++) tick(16);
    expect(engine.getState().time).toBe(0);
    play();
    for (let i = 0; i < 5000 && engine.getState().playing === 'forward'; i++) tick(16);
    expect(engine.getState().time).toBe(engine.getState().schedule.total);
  });
  test('skipping goes to the time-out that waits, then to the letters that wait, and then nowhere', () => {
    typed(dial);
    expect(skip()).toBe(true);
    expect(told().at(-1)).toBe('idle/expired');
    expect(headWorld(engine.getState())?.conns).toEqual([]);
    for (const to of ['erin@example.com', 'carol@example.com']) {
      expect(skip()).toBe(true);
      const relayed = engine
        .getState()
        .trace.findLast(
          (e) => e.type === 'fact' && e.fact.type === 'relayed' && e.host === 'mx2.example.com',
        );
      expect(relayed).toMatchObject({ fact: { to: [to], reply: expect.stringMatching(/^250 /) } });
      while (headWorld(engine.getState())?.conns.length) skip();
    }
    expect(skip()).toBe(false);
  });
});

describe('branches', () => {
  test('typing in the past forks; the old future stays and both can be reached', () => {
    typed(dial, 'CAPA', 'STAT');
    const first = engine.getState().branch;
    const before = engine.getState().trace.findIndex((e) => e.type === 'typed' && e.octets === 'STAT\n');
    seekEvent(before - 1);
    typed('QUIT');
    expect(told()).toEqual(['opened/welcome', 'CAPA/ok', 'QUIT/bye']);
    const { branches, branch } = engine.getState();
    expect(branches.map((b) => b.firstLine)).toEqual(['', 'QUIT']);
    switchBranch(first);
    expect(told()).toEqual(['opened/welcome', 'CAPA/ok', 'STAT/badSequence']);
    switchBranch(branch);
    expect(told().at(-1)).toBe('QUIT/bye');
    renameBranch(branch, 'politely');
    expect(engine.getState().branches.at(-1)?.name).toBe('politely');
  });
  test('undo goes back before the latest line, redo over it again; nothing is forked by looking', () => {
    typed(dial, 'CAPA', 'STAT');
    goLive();
    undo();
    expect(worldNow(engine.getState())).toBe(engine.getState().timeline.worlds[4]);
    undo();
    expect(worldNow(engine.getState())).toBe(engine.getState().timeline.worlds[2]);
    redo();
    expect(worldNow(engine.getState())).toBe(engine.getState().timeline.worlds[4]);
    redo();
    expect(engine.getState().live).toBe(true);
    expect(engine.getState().branches).toHaveLength(1);
  });
  test('undo typed at a shell is about time and is not journalled', () => {
    typed('hosts', 'undo');
    expect(engine.getState().timeline.inputs.filter((i) => i.type === 'type')).toHaveLength(1);
    expect(engine.getState().live).toBe(false);
  });
  test('only what leaves a future behind begins a branch, and that is known before', () => {
    typed(dial, 'CAPA');
    goLive();
    expect(leavesBranch(engine.getState())).toBe(false);
    back(); // CAPA is on its way and can no longer be taken back
    expect(engine.getState().live).toBe(false);
    expect(leavesBranch(engine.getState())).toBe(false);
    seekEvent(-1);
    expect(leavesBranch(engine.getState())).toBe(true);
    typed('hosts');
    expect(engine.getState().branches).toHaveLength(2);
  });
  test('start over can be undone, also after something was typed, and that is then put away', () => {
    typed(dial, 'CAPA');
    startOver();
    expect(told()).toEqual([]);
    typed(dial);
    void bringBack();
    expect(told()).toEqual(['opened/welcome', 'CAPA/ok']);
    void bringBack();
    expect(told()).toEqual(['opened/welcome']);
  });
  test('a branch is called by what was typed, never by a password', () => {
    turn({ type: 'policy', host: 'pop.example.com', set: { tls: 'optional' } });
    typed(dial, 'USER bob', 'PASS wrong');
    undo();
    typed('PASS correct-horse');
    expect(told().at(-1)).toBe('PASS/ok');
    expect(engine.getState().branches.at(-1)?.firstLine).toBe(`PASS ${'•'.repeat(13)}`);
  });
  test('starting over twice does not lose what the first one put away', () => {
    typed(dial, 'CAPA');
    startOver();
    startOver();
    void bringBack();
    expect(told()).toEqual(['opened/welcome', 'CAPA/ok']);
  });
});

describe('the world', () => {
  test('a second console sits at another machine, and leaves', () => {
    const id = openConsole('bob-laptop.example.net');
    expect(consolesNow(engine.getState())).toEqual([FIRST_CONSOLE, id]);
    shutConsole(id);
    expect(consolesNow(engine.getState())).toEqual([FIRST_CONSOLE]);
    expect(engine.getState().console).toBe(FIRST_CONSOLE);
  });
  test('a cut cable ends the session; a knob is turned', () => {
    typed(dial);
    cut(1);
    expect(headWorld(engine.getState())?.conns).toEqual([]);
    turn({ type: 'policy', host: 'pop.example.com', set: { tls: 'optional' } });
    expect(headWorld(engine.getState())?.hosts['pop.example.com']?.policy.tls).toBe('optional');
  });
});

describe('what is saved', () => {
  const forked = (): void => {
    typed(dial, 'CAPA', 'größe');
    undo();
    typed('QUIT');
    turn({ type: 'link', between: ['client.example.net', 'pop.example.com'], set: { latency: 5000 } });
  };
  test('comes back whole: every branch, event for event', async () => {
    forked();
    const text = JSON.stringify(saveOf(engine.getState()));
    const session = await restore(lab, JSON.parse(text));
    const { branches, branch } = engine.getState();
    expect(session.branch).toBe(branch);
    expect(session.branches.map((b) => b.timeline.trace)).toEqual(branches.map((b) => b.timeline.trace));
    expect(session.branches.map((b) => b.timeline.inputs)).toEqual(branches.map((b) => b.timeline.inputs));
  });
  test('comes back whatever was decided about a mail client', async () => {
    for (const upgrade of [true, false])
      click('bob-laptop.example.net', { does: 'set', settings: { secure: false, upgrade } });
    const { inputs } = engine.getState().timeline;
    const session = await restore(lab, JSON.parse(JSON.stringify(saveOf(engine.getState()))));
    expect(session.branches[0]?.timeline.inputs).toEqual(inputs);
  });
  test.each([
    ['an engine without a number', { engine: 'four' }],
    ['no branches', { branches: [] }],
    ['a stranger among the inputs', { branches: [{ inputs: [{ type: 'explode' }] }] }],
    ['not a record', 7],
  ])('is not believed with %s', async (_what, damage) => {
    forked();
    const saved: unknown = typeof damage === 'object' ? { ...saveOf(engine.getState()), ...damage } : damage;
    await expect(restore(lab, saved)).rejects.toThrow(/./);
  });
  test('is played again while the page goes on: after each input, and within a long one', async () => {
    typed(dial, 'CAPA');
    const saved: unknown = JSON.parse(JSON.stringify(saveOf(engine.getState())));
    const { inputs } = engine.getState().timeline;
    let rests = 0;
    let turns = 5;
    const slow = {
      ...lab,
      turn: (...of: Parameters<typeof lab.turn>) => (turns-- > 0 ? 'busy' : lab.turn(...of)),
    };
    const session = await restore(slow, saved, async () => void rests++);
    expect(session.branches[0]?.timeline.inputs).toEqual(inputs);
    expect(rests).toBe(inputs.length + 5);
  });
  test('a branch of nowhere is not believed', async () => {
    forked();
    const { branches, ...rest } = saveOf(engine.getState());
    const lost = { ...rest, branches: branches.map((b) => ({ ...b, parent: 99 })) };
    await expect(restore(lab, lost)).rejects.toThrow('leaves a branch that is not there');
  });
});
