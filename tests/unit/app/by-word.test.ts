// What the page itself obeys, by words typed at a prompt.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  engine,
  FIRST_CONSOLE,
  goLive,
  obeyAtShell,
  ordersFrom,
  seek,
  setReduced,
  type,
} from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [], lesson: '' });
  attach(lab, undefined);
  setReduced(true);
});
const say = (...lines: readonly string[]): void => {
  for (const line of lines) type(FIRST_CONSOLE, line);
};
const typed = (): readonly string[] =>
  engine.getState().trace.flatMap((e) => (e.type === 'typed' ? [e.octets.trim()] : []));

test('undo by word leads back into a program, and redo by word out of it again; then words are the program’s', () => {
  say('telnet mx1.example.com 25', 'QUIT');
  const { length } = engine.getState().trace;
  say('undo', 'redo');
  expect([engine.getState().branches.length, engine.getState().trace.length]).toEqual([1, length]);
  say('undo', 'NOOP', 'redo');
  expect(typed()).toEqual(['telnet mx1.example.com 25', 'NOOP', 'redo']);
});

describe('an order whose obeyer has not come', () => {
  /** What was ordered, each with how much had been typed by then. */
  let ordered: (readonly [string, number])[] = [];
  let come = (): void => undefined;
  let lose = (): void => undefined;
  let asked = 0;
  beforeEach(() => {
    ordered = [];
    asked = 0;
    obeyAtShell('bookmark', undefined);
    ordersFrom(() => {
      asked++;
      return new Promise<void>((resolve, reject) => {
        come = () => {
          obeyAtShell('bookmark', (rest) => void ordered.push([rest, typed().length]));
          resolve();
        };
        lose = () => reject(new Error('no network'));
      });
    });
  });
  const settled = async (state: string): Promise<void> => {
    await expect.poll(() => engine.getState().fetching).toBe(state);
  };

  test('waits for it, and what is typed after it waits too; it is obeyed in order and never journalled', async () => {
    say('whoami', 'bookmark 1', 'hostname', 'bookmark 2');
    expect([typed(), engine.getState().fetching]).toEqual([['whoami'], 'part']);
    come();
    await settled('no');
    expect(ordered).toEqual([
      ['1', 1],
      ['2', 2],
    ]);
    expect(typed()).toEqual(['whoami', 'hostname']);
    expect(engine.getState().timeline.inputs.flatMap((it) => ('octets' in it ? [it.octets] : []))).toEqual([
      'whoami\n',
      'hostname\n',
    ]);
  });
  test('typed before there is any simulation, it is obeyed when there is one', async () => {
    engine.setState({ lab: undefined, branches: [] });
    say('bookmark 3');
    attach(lab, undefined);
    come();
    await settled('no');
    expect([ordered, typed()]).toEqual([[['3', 0]], []]);
  });
  test('does not come: that is said, and the next line asks again', async () => {
    say('bookmark');
    lose();
    await settled('failed');
    say('whoami');
    expect(asked).toBe(2);
    come();
    await settled('no');
    expect([ordered, typed()]).toEqual([[['', 0]], ['whoami']]);
  });
  test('is about the moment that is looked at, also where that is past', async () => {
    say('whoami');
    seek(0);
    say('bookmark');
    come();
    await settled('no');
    expect([ordered.length, engine.getState().live]).toEqual([1, false]);
    goLive();
  });
  test('in a program it is the program’s word', () => {
    say('telnet mx1.example.com 25', 'bookmark');
    expect([typed(), asked]).toEqual([['telnet mx1.example.com 25', 'bookmark'], 0]);
  });
});

test('undo typed while a line is under way takes that line back, when it is done', async () => {
  const patient = { ...lab };
  let turns = 2;
  patient.turn = (timeline, input) =>
    input.type === 'pass' && turns-- > 0 ? 'busy' : lab.turn(timeline, input);
  engine.setState({ lab: patient });
  say('whoami', 'undo');
  expect(engine.getState().fetching).toBe('busy');
  await expect.poll(() => engine.getState().fetching).toBe('no');
  expect([typed(), engine.getState().live]).toEqual([['whoami'], false]);
});
