// One typed session, and ways to look at any moment of one.
import { expect } from 'vitest';
import type { Input, World } from '../../../src/core/kernel/world.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { sceneAt, type Scene } from '../../../src/core/trace/scene.ts';
import { scheduleOf } from '../../../src/core/trace/schedule.ts';
import { CLIENT, testWorld } from '../../world.ts';
import { drive, lines, sit } from './drive.ts';

const link = { latency: 20_000, segment: 1460 };
export const world = testWorld({ link });
export const dialled = [sit(CLIENT), ...lines('dial 192.0.2.31 110')];
export const login = [...dialled, ...lines('USER bob', 'PASS correct-horse')];
export const record = (inputs: readonly Input[], start: World = world): readonly TraceEvent[] =>
  drive(start, inputs).trace;
export const trace = record([...login, ...lines('STAT', 'QUIT')]);
export const total = scheduleOf(trace).total;
export const indexOf = (events: readonly TraceEvent[], wanted: (e: TraceEvent) => boolean): number => {
  const index = events.findIndex(wanted);
  expect(index).toBeGreaterThanOrEqual(0);
  return index;
};
/** The scene at this share of an event's own time. */
export const during = (events: readonly TraceEvent[], index: number, share: number, start = world): Scene => {
  const slot = scheduleOf(events).shown[index];
  expect(slot).toBeDefined();
  return sceneAt(start, events, (slot?.start ?? 0) + ((slot?.end ?? 0) - (slot?.start ?? 0)) * share);
};
export const sends = (octets: string) => (e: TraceEvent) => e.type === 'wire' && e.octets === octets;
