// A server that takes its time over every answer: late, in order, and never twice.
import { expect, test } from 'vitest';
import { SECOND } from '../../../src/core/base/time.ts';
import { step } from '../../../src/core/kernel/step.ts';
import type { Input, World } from '../../../src/core/kernel/world.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { CLIENT, POP, testWorld } from '../../world.ts';

function typing(world: World, inputs: readonly Input[]): { world: World; trace: readonly TraceEvent[] } {
  const trace: TraceEvent[] = [];
  let now = world;
  for (const input of inputs) {
    const done = step(now, input);
    now = done.world;
    trace.push(...done.trace);
  }
  return { world: now, trace };
}
const quiet: Input = { type: 'pass', until: 'quiet' };
const line = (text: string): Input => ({ type: 'type', console: 'you', octets: `${text}\n` });
const turn = (replyDelay: number): Input => ({
  type: 'turn',
  knob: { type: 'policy', host: POP, set: { replyDelay } },
});
const shown = (trace: readonly TraceEvent[]): readonly (readonly [seconds: number, text: string])[] =>
  trace.flatMap((e) =>
    e.type === 'printed' && e.by === 'server' ? [[e.at / SECOND, e.octets.slice(0, 3)] as const] : [],
  );

test('each answer comes so much later, the greeting too; none overtakes another, and the end comes last', () => {
  const start = testWorld({ takesMail: true, commandLf: 'accept', policy: { replyDelay: 30 } });
  const { trace } = typing(start, [
    { type: 'open', console: 'you', host: CLIENT },
    line(`telnet ${POP} 25`),
    quiet,
    line('HELO client.example.net'),
    quiet,
    line('NOOP'),
    turn(0),
    line('RSET'),
    turn(30),
    line('QUIT'),
    quiet,
  ]);
  expect(shown(trace)).toEqual([
    [30, '220'],
    [60, '250'],
    [90, '250'],
    [90, '250'],
    [90, '221'],
  ]);
  expect(trace.filter((e) => e.type === 'fault')).toEqual([]);
  const closed = trace.findLast((e) => e.type === 'conn' && e.phase === 'closed');
  expect(closed?.at).toBe(90 * SECOND);
});
test('what is usual costs nothing: answers come at once', () => {
  const { trace } = typing(testWorld({ takesMail: true }), [
    { type: 'open', console: 'you', host: CLIENT },
    line(`telnet ${POP} 25`),
    quiet,
  ]);
  expect(shown(trace)).toEqual([[0, '220']]);
});
