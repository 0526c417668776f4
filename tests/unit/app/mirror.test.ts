// One window's messages, taken by another.
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  back,
  engine,
  FIRST_CONSOLE,
  forward,
  goLive,
  moving,
  play,
  seek,
  seekEvent,
  setReduced,
  tick,
  type,
  undo,
} from '../../../src/app/engine.ts';
import { heldReply, isHolding, letCome, setGate } from '../../../src/app/gate.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';
import { afresh, hear, journalNow, kinds, NOW, seen, settle, start, stop } from './other-window.ts';

const told = (): string => JSON.stringify(engine.getState().trace);
const lines = (): readonly string[] =>
  engine.getState().trace.flatMap((e) => (e.type === 'typed' ? [e.octets.trim()] : []));

beforeEach(afresh);
afterEach(() => {
  stop();
  setGate(false);
});

test('what is typed goes over as inputs; from a journal and these the other window is the same', async () => {
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  start(false);
  hear({ kind: 'hello', knows: false, still: false });
  const journal = seen.posted.at(-1);
  type(FIRST_CONSOLE, 'EHLO client.example.net');
  const sent = seen.posted.filter(({ kind }) => kind === 'deed');
  expect(sent).toHaveLength(1);
  const here = told();
  stop();
  // the other window, empty until now
  attach(lab, undefined);
  start(true);
  hear(structuredClone(journal));
  hear(sent[0]);
  await settle();
  await settle();
  await expect.poll(() => told() === here).toBe(true);
});
test('a window with nothing of its own says nothing of it; one that has, answers', () => {
  start(true);
  hear({ kind: 'hello', knows: false, still: false });
  expect(kinds()).toEqual(['hello']);
  stop();
  start(false);
  hear({ kind: 'hello', knows: false, still: false });
  expect(kinds()).toEqual(['hello', 'hello', 'journal']);
});
test('whoever knows nothing yet asks again when one who knows comes in later; two who know nothing leave it at that', () => {
  start(true);
  hear({ kind: 'hello', knows: true, still: false });
  expect(seen.posted).toEqual([
    { kind: 'hello', knows: false, still: false },
    { kind: 'hello', knows: false, still: false },
  ]);
  hear({ kind: 'hello', knows: false, still: false });
  expect(seen.posted).toHaveLength(2);
});
test('what was typed before the other one was there is told, not lost', async () => {
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  const journal = journalNow();
  start(true);
  type(FIRST_CONSOLE, 'EHLO client.example.net');
  const here = told();
  expect(kinds()).toEqual(['hello']);
  hear(journal);
  await expect.poll(kinds).toEqual(['hello', 'journal']);
  expect(told()).toBe(here);
  // what has come before changes nothing
  hear(journal);
  await settle();
  await settle();
  expect(told()).toBe(here);
  // whoever knows follows, even to a shorter one: something was taken back
  const { deeds = [] } = seen.posted.at(-1) ?? {};
  const holds = Object.fromEntries(deeds.map(({ window, nth }) => [window, nth]));
  hear({ ...journal, base: { ...journal.base, turn: 1, holds } });
  await expect.poll(() => told() === here).toBe(false);
});
test('a deed before which others have been lost is not done: the journal is asked for', async () => {
  start(false);
  const before = told();
  const inputs = [{ type: 'type', console: FIRST_CONSOLE, octets: 'hosts\n' }];
  hear({
    kind: 'deed',
    deed: { window: 'other', nth: 2, clock: 1, lesson: '', inputs },
    known: { since: Date.now(), turn: 0, window: 'zzz', heard: { other: 2 } },
    cursor: NOW,
  });
  await settle();
  expect(kinds()).toEqual(['hello', 'hello']);
  expect(told()).toBe(before);
});
test('a branch is told as a journal, a leap in time as the moment; nothing nonsensical is taken', async () => {
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  type(FIRST_CONSOLE, 'NOOP');
  start(false);
  seekEvent(3);
  expect(kinds()).toEqual(['hello', 'cursor']);
  type(FIRST_CONSOLE, 'dig example.com');
  expect(kinds()).toContain('journal');
  goLive();
  const before = told();
  for (const nonsense of [
    null,
    7,
    { kind: 'deed' },
    { kind: 'cursor', cursor: { time: -1 } },
    { kind: 'journal', save: {}, cursor: {} },
    // older than anything, and yet no session
    { ...journalNow(), base: { since: 0, turn: 9, window: '', holds: {}, save: { engine: -1 } } },
  ])
    hear(nonsense);
  await settle();
  expect(told()).toBe(before);
});
test('a step is told however short it is; what the clock does by itself is not', () => {
  for (const line of ['telnet mx1.example.com 25', 'EHLO client.example.net', 'NOOP'])
    type(FIRST_CONSOLE, line);
  start(false);
  const { shown, total } = engine.getState().schedule;
  const ends = [...new Set(shown.map(({ end }) => end))].toSorted((a, b) => a - b);
  // the premise: two moments nearer to each other than a few frames of the clock
  expect(Math.min(...ends.slice(1).map((end, i) => end - (ends[i] ?? 0)))).toBeLessThan(150);
  const moments = (): readonly unknown[] =>
    seen.posted.flatMap((it) => (it.kind === 'cursor' ? [it.cursor?.time] : []));
  for (let i = 0; i < ends.length; i++) back();
  expect(moments()).toEqual([...ends.slice(0, -1).toReversed(), 0]);
  seen.posted = [];
  for (let i = 0; i < ends.length; i++) forward();
  expect(moments()).toEqual(ends);
  setReduced(false);
  play();
  seen.posted = [];
  for (let i = 0; i < 5; i++) tick(100);
  expect(moments()).toEqual([]);
  seek(engine.getState().time + 20);
  expect(moments()).toEqual([engine.getState().time]);
  play();
  seen.posted = [];
  while (moving(engine.getState())) tick(100);
  expect(moments()).toEqual([total]);
});
test('the gate and what it has let through are told, to whoever comes later too; and are taken', async () => {
  setReduced(false);
  start(false);
  setGate(true);
  expect(seen.posted.at(-1)?.cursor?.gate).toBe(-1);
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  const wait = (): void => {
    while (moving(engine.getState())) tick(100);
  };
  wait();
  letCome();
  const greeting = engine.getState().trace.findIndex((it) => it.type === 'wire' && it.dir === 'b>a');
  expect(seen.posted.at(-1)?.cursor?.gate).toBe(greeting);
  wait();
  type(FIRST_CONSOLE, 'EHLO client.example.net');
  wait();
  const held = heldReply(engine.getState());
  hear({ kind: 'hello', knows: false, still: false });
  const journal = seen.posted.at(-1);
  expect(journal?.kind).toBe('journal');
  stop();
  // the other window, reloaded: it knows of no gate
  setGate(false);
  attach(lab, undefined);
  start(true);
  hear(journal);
  await expect.poll(() => isHolding(engine.getState())).toBe(true);
  expect(heldReply(engine.getState())).toBe(held);
  hear({ kind: 'cursor', cursor: { time: 0, live: false, playing: 'no', speed: 1 } });
  await expect.poll(() => engine.getState().gated).toBe(false);
});
test('frozen, a window takes nothing, says that it stands still, and asks for what it missed', () => {
  start(false);
  hear({ kind: 'act', act: 'freeze' });
  expect([seen.frozen, kinds()]).toEqual([true, ['hello', 'still']]);
  seen.posted = [];
  const before = told();
  hear({ kind: 'hello', knows: true, still: false });
  expect(kinds()).toEqual(['journal', 'still']);
  expect(told()).toBe(before);
  seen.posted = [];
  hear({ kind: 'act', act: 'thaw' });
  expect([seen.frozen, kinds()]).toEqual([false, ['still', 'hello']]);
});
/** A window has begun to talk to a server, and goes on by this line: its journal as it was before, and what it says of the line. */
function goneOn(line: string) {
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  start(false);
  hear({ kind: 'hello', knows: true, still: false });
  const journal = seen.posted.at(-1);
  type(FIRST_CONSOLE, line);
  return { journal, said: seen.posted.find(({ kind }) => kind === 'deed') };
}
test('what is typed into a window that stands still is told, moves nobody, and stays when it goes on', async () => {
  const { journal, said: noop } = goneOn('NOOP');
  stop();
  attach(lab, undefined);
  start(true);
  hear(journal);
  await settle();
  await settle();
  hear({ kind: 'act', act: 'freeze' });
  hear(noop);
  seen.posted = [];
  type(FIRST_CONSOLE, 'VRFY bob');
  expect(kinds()).toEqual(['deed']);
  expect(seen.posted[0]?.cursor).toBeUndefined();
  expect(lines()).toEqual(['telnet mx1.example.com 25', 'VRFY bob']);
  hear({ kind: 'act', act: 'thaw' });
  await expect.poll(lines).toEqual(['telnet mx1.example.com 25', 'NOOP', 'VRFY bob']);
});
test('and so is a branch that is begun there', async () => {
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  type(FIRST_CONSOLE, 'NOOP');
  start(false);
  hear({ kind: 'act', act: 'freeze' });
  undo();
  seen.posted = [];
  type(FIRST_CONSOLE, 'VRFY bob');
  expect(kinds()).toEqual(['journal', 'deed']);
  hear({ kind: 'act', act: 'thaw' });
  await settle();
  expect(lines()).toEqual(['telnet mx1.example.com 25', 'VRFY bob']);
  expect(engine.getState().branches).toHaveLength(2);
});
test('whoever is reloaded while the other window stands still gets back what it had said', async () => {
  const { journal, said } = goneOn('EHLO client.example.net');
  const there = told();
  stop();
  // a window that stands still is told of it, and does nothing
  attach(lab, undefined);
  type(FIRST_CONSOLE, 'telnet mx1.example.com 25');
  start(true);
  hear(journal);
  await settle();
  await settle();
  const before = told();
  hear({ kind: 'act', act: 'freeze' });
  hear(said);
  await expect
    .poll(() => {
      seen.posted = [];
      hear({ kind: 'hello', knows: false, still: false });
      return seen.posted[0]?.deeds?.length;
    })
    .toBe(1);
  expect(told()).toBe(before);
  expect(kinds()).toEqual(['journal', 'still']);
  const answers = [...seen.posted];
  stop();
  // the one that comes back
  attach(lab, undefined);
  start(true);
  for (const each of answers) hear(structuredClone(each));
  await expect.poll(() => told() === there).toBe(true);
  expect(seen.still).toBe(true);
});
test('a window that stood still before it was reloaded stands still, and says so', () => {
  start(false, true);
  expect(seen.posted).toEqual([{ kind: 'hello', knows: true, still: true }]);
  const before = told();
  hear({ kind: 'cursor', cursor: { time: 0, live: false, playing: 'no', speed: 1 } });
  expect(engine.getState().live).toBe(true);
  expect(told()).toBe(before);
  // of a window that does not, it is known from its first word
  stop();
  start(false);
  hear({ kind: 'hello', knows: true, still: true });
  expect(seen.still).toBe(true);
  hear({ kind: 'still', still: false });
  expect(seen.still).toBe(false);
});
