// The gate holds replies on display; the world and the console know nothing of it.
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  engine,
  FIRST_CONSOLE,
  goLive,
  headWorld,
  moving,
  redo,
  seek,
  setReduced,
  tick,
  type,
  undo,
} from '../../../src/app/engine.ts';
import { heldReply, isHolding, letCome, setGate } from '../../../src/app/gate.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  setReduced(false);
});
afterEach(() => setGate(false));

const said = (): string => {
  const s = engine.getState();
  const event = s.trace[heldReply(s)];
  return event?.type === 'wire' ? event.octets.slice(0, 3) : '';
};
const run = (): void => {
  for (let i = 0; i < 400 && moving(engine.getState()); i++) tick(100);
};
for (const reduced of [false, true])
  test(`time stands before each reply until it is let come${reduced ? ', with nothing moving too' : ''}`, () => {
    setReduced(reduced);
    setGate(true);
    type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
    run();
    expect([said(), isHolding(engine.getState())]).toEqual(['220', true]);
    expect(headWorld(engine.getState())?.conns[0]?.phase).toBe('open'); // the world has gone on
    letCome();
    run();
    expect(engine.getState().time).toBe(engine.getState().schedule.total);
    type(FIRST_CONSOLE, 'EHLO client.example.net');
    run();
    expect(said()).toBe('250');
    type(FIRST_CONSOLE, 'RSET'); // typing goes on, and completes what was held
    run();
    expect([said(), isHolding(engine.getState())]).toEqual(['250', true]);
    expect(engine.getState().branches).toHaveLength(1);
  });
test('whoever moves in time by hand is not held; off, everything comes', () => {
  setGate(true);
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  run();
  goLive();
  expect(isHolding(engine.getState())).toBe(false);
  seek(0);
  engine.setState({ playing: 'forward', live: false });
  run();
  expect(said()).toBe('220');
  setGate(false);
  run();
  expect(engine.getState().time).toBe(engine.getState().schedule.total);
});
test('what was taken back and is done again has its reply held again', () => {
  setGate(true);
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  run();
  letCome();
  run();
  type(FIRST_CONSOLE, 'NOOP');
  run();
  const before = engine.getState().time;
  undo();
  redo();
  expect([said(), isHolding(engine.getState()), engine.getState().time]).toEqual(['250', true, before]);
  letCome();
  run();
  expect(engine.getState().live).toBe(true);
  undo();
  redo();
  expect([said(), isHolding(engine.getState())]).toEqual(['250', true]);
});
