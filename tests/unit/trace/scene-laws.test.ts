import { array, assert, constantFrom, nat, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { sceneAt } from '../../../src/core/trace/scene.ts';
import { scheduleOf } from '../../../src/core/trace/schedule.ts';
import { CLIENT } from '../../world.ts';
import { lines, sit } from './drive.ts';
import { login, record, world } from './sample.ts';

const word = constantFrom(
  'USER bob',
  'PASS correct-horse',
  'STAT',
  'QUIT',
  'dial 192.0.2.31 110',
  'DELE 1',
  'x',
);
const typing = array(word, { maxLength: 10 });
describe('any session, any moment', () => {
  it('looks the same however the trace grew and whatever was looked at before', () => {
    assert(
      property(typing, array(tuple(nat(80), nat(9000)), { maxLength: 12 }), (typed, looks) => {
        const events = record([sit(CLIENT), ...lines(...typed)]);
        const growing: TraceEvent[] = [];
        for (const [length, time] of looks) {
          growing.length = Math.min(growing.length, length);
          growing.push(...events.slice(growing.length, length));
          expect(sceneAt(world, growing, time)).toEqual(sceneAt(world, growing.slice(), time));
        }
      }),
    );
  });

  it('is painted anew when the end of its trace was replaced by another of the same length', () => {
    const trace = [...record([...login, ...lines('STAT')])];
    sceneAt(world, trace, Infinity);
    const other = record([...login, ...lines('NOOP')]);
    expect(other.length).toBe(trace.length);
    trace.splice(0, trace.length, ...other);
    expect(sceneAt(world, trace, Infinity)).toEqual(sceneAt(world, trace.slice(), Infinity));
    expect(sceneAt(world, trace, Infinity).log.some((line) => line.octets === 'NOOP\n')).toBe(true);
  });

  it('is the same among 20,000 events, from a snapshot or from the start', () => {
    const many: TraceEvent[] = [];
    const hand = record([...login, ...lines('STAT', 'STAT', 'QUIT')]);
    while (many.length < 20_000) many.push(...hand.map((e) => ({ ...e, id: e.id + many.length })));
    const last = scheduleOf(many).total;
    sceneAt(world, many, last);
    expect(sceneAt(world, many, last * 0.37)).toEqual(sceneAt(world, many.slice(), last * 0.37));
  });
});
