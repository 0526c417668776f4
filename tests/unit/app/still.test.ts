// A window that stands still is reloaded: it shows what it showed, not what has been kept since.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  engine,
  FIRST_CONSOLE,
  moving,
  play,
  seek,
  seekEvent,
  setReduced,
  tick,
  type,
  typeAll,
} from '../../../src/app/engine.ts';
import { heldReply, isHolding, letCome, setGate } from '../../../src/app/gate.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach, sessionOf } from '../../../src/app/sessions.ts';
import { gateFrom, stillFrom, stillText } from '../../../src/app/still.ts';

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [], lesson: '' });
  attach(lab, undefined);
  setReduced(true);
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  type(FIRST_CONSOLE, 'EHLO client.example.net');
});
afterEach(() => {
  setGate(false);
  vi.unstubAllGlobals();
});
const shown = (): readonly unknown[] => {
  const { trace, time, live, branch } = engine.getState();
  return [trace.length, time, live, branch];
};
async function reloaded(text: string): Promise<void> {
  const still = await stillFrom(lab, text, '');
  attach(lab, still?.session);
  still?.show();
}

test.each([
  ['in the present', (): void => undefined],
  ['at a moment before', (): void => seekEvent(3)],
])('%s, with what was done since left out', async (_, go) => {
  go();
  const before = shown();
  const text = stillText();
  type(FIRST_CONSOLE, 'NOOP');
  expect(shown()).not.toEqual(before);
  await reloaded(text);
  expect(shown()).toEqual(before);
});
test('of another lesson, or nothing that can be believed: what was kept last is shown', async () => {
  const text = stillText();
  expect(await stillFrom(lab, text, 'P1')).toBeUndefined();
  for (const odd of ['', '{}', 'null', text.replace('"live":true', '"live":7'), text.slice(0, -2)])
    expect(await stillFrom(lab, odd, '')).toBeUndefined();
});

const wait = (): void => {
  while (moving(engine.getState())) tick(100);
};
/** The same session, with what a browser would have kept of the gate by now. */
function reloadGated(kept: ReadonlyMap<string, string>): void {
  const text = kept.get('mailwire/gate') ?? '';
  setGate(false);
  attach(lab, sessionOf(engine.getState()));
  expect(isHolding(engine.getState())).toBe(false);
  gateFrom(text);
}
function storage(): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', { setItem: (name: string, text: string) => kept.set(name, text) });
  return kept;
}
const standing = (): readonly unknown[] => {
  const s = engine.getState();
  return [s.gated, isHolding(s), heldReply(s), s.time, s.live, s.playing];
};
test.each([
  ['a held reply', (): void => undefined],
  ['the next, one having been let come', letCome],
  [
    'the first of all, when it is played again',
    (): void => {
      seek(0);
      play();
    },
  ],
])('the gate holds %s after a reload as before it', (_, go) => {
  const kept = storage();
  setGate(true);
  typeAll(FIRST_CONSOLE, ['MAIL FROM:<you@client.example.net>', 'RCPT TO:<bob@example.com>']);
  wait();
  go();
  wait();
  const before = standing();
  expect(before.slice(0, 2)).toEqual([true, true]);
  reloadGated(kept);
  wait();
  expect(standing()).toEqual(before);
});
test.each([
  ['a moment that is looked back to', (): void => seekEvent(3)],
  ['the first of all', (): void => seek(0)],
])('%s is there again after a reload, and the gate is on', (_, go) => {
  const kept = storage();
  setGate(true);
  typeAll(FIRST_CONSOLE, ['MAIL FROM:<you@client.example.net>', 'RCPT TO:<bob@example.com>']);
  wait();
  go();
  const before = standing();
  reloadGated(kept);
  expect(standing()).toEqual(before);
});
test('off, or of another branch, or nothing that can be believed: nothing is held', () => {
  const kept = storage();
  setGate(true);
  type(FIRST_CONSOLE, 'NOOP');
  wait();
  const text = kept.get('mailwire/gate') ?? '';
  attach(lab, sessionOf(engine.getState()));
  const { time } = engine.getState();
  setGate(false);
  expect(kept.get('mailwire/gate')).toBe('');
  for (const odd of ['', 'null', '{}', text.slice(1), text.replace('"passed":-1', '"passed":0.5')]) {
    gateFrom(odd);
    expect(engine.getState().gated).toBe(false);
  }
  for (const elsewhere of [
    text.replace('"branch":1', '"branch":2'),
    text.replace(/"event":\d+/, '"event":999'),
  ]) {
    gateFrom(elsewhere);
    expect([engine.getState().gated, engine.getState().time]).toEqual([true, time]);
  }
});
