// A show of hands before a reply, in one window and in two.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { engine, FIRST_CONSOLE, goLive, moving, seek, tick, type, undo } from '../../../src/app/engine.ts';
import { letCome, setGate } from '../../../src/app/gate.ts';
import { canAsk, closePoll, poll, pollKept, raiseHand, stageOf, toggleAsked } from '../../../src/app/poll.ts';
import { afresh, hear, seen, settle, start, stop } from './other-window.ts';

const stage = () => {
  const { asked } = poll.getState();
  return asked && stageOf(engine.getState(), asked);
};
const hands = () => poll.getState().asked?.hands;
const run = (): void => {
  for (let i = 0; i < 400 && moving(engine.getState()); i++) tick(100);
};
const say = (line: string): void => {
  type(FIRST_CONSOLE, line);
  run();
};
function come(): void {
  letCome();
  run();
}
/** Bob’s mailbox is there; the reply that says so is held. */
function held(): void {
  for (const line of [
    'telnet mx1.example.com 25',
    'EHLO client.example.net',
    'MAIL FROM:<a@client.example.net>',
  ])
    say(line);
  setGate(true);
  say('RCPT TO:<bob@example.com>');
}
beforeEach(afresh);
afterEach(() => {
  stop();
  closePoll();
  setGate(false);
});

test('nothing is asked where nothing is held', () => {
  say('telnet mx1.example.com 25');
  expect(canAsk(engine.getState())).toBe(false);
  toggleAsked();
  expect(poll.getState().asked).toBeUndefined();
});
test('hands are counted until the reply comes; then it is told who was right, until somebody goes on', () => {
  held();
  expect(canAsk(engine.getState())).toBe(true);
  toggleAsked();
  expect([stage(), hands()]).toEqual(['open', [0, 0, 0, 0]]);
  raiseHand(0);
  raiseHand(0);
  raiseHand(1);
  raiseHand(1, -1);
  raiseHand(1, -1);
  expect(hands()).toEqual([2, 0, 0, 0]);
  come();
  expect(stage()).toBe('told');
  seek(0);
  expect(stage()).toBe('over');
  goLive();
  expect(stage()).toBe('told');
  say('NOOP');
  expect(stage()).toBe('over');
});
test('a window that is reloaded goes on counting; what cannot be believed was not asked', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    setItem: (name: string, text: string) => kept.set(name, text),
    getItem: (name: string) => kept.get(name) ?? null,
  });
  expect(pollKept()).toBeUndefined();
  held();
  toggleAsked();
  raiseHand(1);
  expect(pollKept()).toEqual(poll.getState().asked);
  expect(pollKept()?.hands).toEqual([0, 1, 0, 0]);
  const text = kept.get('mailwire/hands') ?? '';
  for (const odd of ['', '{', 'null', text.replace('[0,1', '[0,1000'), text.replace('"branch":', '"b":')]) {
    kept.set('mailwire/hands', odd);
    expect(pollKept()).toBeUndefined();
  }
  closePoll();
  expect(pollKept()).toBeUndefined();
  vi.unstubAllGlobals();
});
test('what was asked is taken back; on another branch the same number is another reply', () => {
  held();
  toggleAsked();
  toggleAsked();
  expect(poll.getState().asked).toBeUndefined();
  toggleAsked();
  come();
  undo();
  say('RCPT TO:<nobody@example.com>');
  come();
  expect(stage()).toBe('over');
});
test('what is asked in one window is asked in the other, and told but once; who comes in later hears of it', async () => {
  start(false);
  held();
  toggleAsked();
  raiseHand(0);
  const polls = () => seen.posted.filter(({ kind }) => kind === 'poll');
  const branch = engine.getState().branch;
  const reply = poll.getState().asked?.reply;
  expect(polls()).toEqual([
    { kind: 'poll', asked: { branch, reply, hands: [0, 0, 0, 0] } },
    { kind: 'poll', asked: { branch, reply, hands: [1, 0, 0, 0] } },
  ]);
  hear({ kind: 'poll', asked: { branch, reply, hands: [1, 3, 0, 0] } });
  await settle();
  expect([hands(), polls().length]).toEqual([[1, 3, 0, 0], 2]);
  hear({ kind: 'hello', knows: false, still: false });
  expect(polls().at(-1)).toEqual({ kind: 'poll', asked: { branch, reply, hands: [1, 3, 0, 0] } });
  hear({ kind: 'poll', asked: null });
  await settle();
  expect(hands()).toBeUndefined();
});
test('a window that stands still leaves it; what cannot be believed is left by all', async () => {
  const mirror = start(false);
  held();
  toggleAsked();
  const { branch } = engine.getState();
  const reply = poll.getState().asked?.reply;
  for (const wrong of [
    { hands: [1e9] },
    { hands: [0, 0, 0, 0, 0] },
    { hands: [-1] },
    { hands: [1], reply: 'x' },
  ])
    hear({ kind: 'poll', asked: { branch, reply, ...wrong } });
  await settle();
  expect(hands()).toEqual([0, 0, 0, 0]);
  mirror.freeze(true);
  hear({ kind: 'poll', asked: { branch, reply, hands: [1, 0, 0, 0] } });
  await settle();
  expect(hands()).toEqual([0, 0, 0, 0]);
});
