// Clicks of a lesson, and what its goals may ask of devices.
import { expect, test } from 'vitest';
import { inputsOf } from '../../../src/course/play.ts';
import type { Click } from '../../../src/course/lesson.ts';
import { reasonText } from '../../../src/course/reasons.ts';
import { begin, record, seek } from '../../../src/core/kernel/timeline.ts';
import { worldNamed } from '../../../src/core/scenario/catalogue/worlds.ts';
import { goalOf } from '../../../src/core/trace/goal.ts';
import { devicesAt } from '../../../src/core/trace/devices.ts';
import { sceneAt } from '../../../src/core/trace/scene.ts';
import { tablesOf } from '../../../src/core/trace/knows.ts';
import type { Predicate } from '../../../src/core/trace/predicate.ts';

const LAPTOP = 'bob-laptop.example.net';
const PHONE = 'bob-phone.example.net';
function played(...clicks: readonly Click[]) {
  const start = worldNamed('two-devices');
  if (!start) throw new Error('there is no such world');
  const timeline = begin(start);
  const now = () => seek(timeline, timeline.inputs.length);
  for (const click of clicks)
    for (const input of inputsOf(click, now(), 'you@client')) record(timeline, input);
  return { start, trace: timeline.trace, now: now() };
}
/** '': it holds. */
function whyNot({ start, trace }: ReturnType<typeof played>, predicate: Predicate): string {
  const goal = goalOf(predicate, start);
  const state = trace.reduce((it, event, i) => goal.on(it, event, i, trace), goal.start);
  return goal
    .verdict(state, {})
    .why.map((why) => reasonText(why))
    .join(' ');
}
const both: readonly Click[] = [
  { on: LAPTOP, click: 'sync' },
  { on: PHONE, click: 'sync' },
];

test('what lies on a device is known from its own store, and why not is said', () => {
  const nothing = played();
  const six: Predicate = { device: { on: LAPTOP, count: 6, whole: true } };
  expect(whyNot(nothing, six)).toBe(`There should be 6 letters like that on ${LAPTOP}; there are 0.`);
  const there: Predicate = { device: { on: PHONE, count: 6 } };
  const synced = played(...both);
  expect(whyNot(synced, six)).toBe('');
  expect(whyNot(synced, { device: { on: PHONE, count: 6, whole: false } })).toBe('');
  expect(whyNot(synced, { all: [there, { offDevice: { on: PHONE, subject: 'lantern' } }] })).toBe(
    `There is still 1 letter like that on ${PHONE}.`,
  );
  expect(whyNot(synced, { clicked: { does: 'read', on: PHONE } })).toBe(
    `Nobody has clicked “read” on ${PHONE} yet.`,
  );
});
test('a letter is meant by its subject; one that is not there is not clicked', () => {
  const read = played(...both, { on: PHONE, click: 'read', letter: 'lantern' });
  expect(whyNot(read, { device: { on: PHONE, subject: 'lantern', flags: ['\\Seen'], whole: true } })).toBe(
    '',
  );
  expect(whyNot(read, { stored: { mailbox: 'bob/INBOX', subject: 'lantern', flags: ['\\Seen'] } })).toBe('');
  expect(whyNot(read, { device: { on: LAPTOP, subject: 'lantern', flags: ['\\Seen'] } })).not.toBe('');
  expect(played({ on: PHONE, click: 'read', letter: 'lantern' }).trace).toEqual([]);
});
test('the table has a row for each letter, and its cells are what each of them has', () => {
  const { start, trace, now } = played(
    ...both,
    { on: PHONE, click: 'flag', letter: 'lantern' },
    { on: LAPTOP, click: 'set', settings: { keep: 'mirror' } },
    { on: LAPTOP, click: 'delete', letter: 'dots' },
  );
  const devices = devicesAt(start, trace, trace.length, now);
  const [table] = tablesOf(start, sceneAt(start, trace, Infinity).mailboxes, devices);
  expect(devices.map(({ host }) => host)).toEqual([LAPTOP, PHONE]);
  expect(table?.rows).toHaveLength(6);
  const lunch = table?.rows.find(({ subject }) => subject.includes('lantern'));
  expect(lunch?.server?.flags).toEqual(['\\Flagged']);
  expect(lunch?.devices.map((cell) => cell?.flags)).toEqual([[], ['\\Flagged']]);
  const [gone] = table?.rows.filter(({ devices: [laptop] }) => laptop === null) ?? [];
  expect(gone?.server).not.toBeNull();
});
