// A server that is set to be slow is slow by the clock on the wall, for whoever comes through the bridge.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { openBridge, type Bridge } from '../../../src/bridge/bridge.ts';
import { newAuthority } from '../../../src/bridge/cert.ts';
import { SECOND } from '../../../src/core/base/time.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { POP, testWorld } from '../../world.ts';

let bridge: Bridge | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await bridge?.close();
});
const DOOR = { host: POP, port: 25, at: 0, machine: 'smtp', tls: 'none', role: 'mx', spare: false } as const;

test('an answer is on its way for as long as the host takes over it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const world = testWorld({ takesMail: true, policy: { replyDelay: 30 } });
  const trace: TraceEvent[] = [];
  let told: () => void = () => undefined;
  const witness = (event: TraceEvent): void => {
    trace.push(event);
    if (event.type === 'wire' && event.dir === 'b>a') told();
  };
  const spoken = (): Promise<void> => new Promise((resolve) => (told = resolve));
  bridge = await openBridge(world, [DOOR], '127.0.0.1', newAuthority(), witness);
  const greeted = spoken();
  const socket = connect(bridge.doors[0]?.at ?? 0, '127.0.0.1').setEncoding('latin1');
  await greeted;
  vi.advanceTimersByTime(29_999);
  expect(socket.bytesRead).toBe(0);
  const heard = once(socket, 'data');
  vi.advanceTimersByTime(1);
  expect(String(await heard)).toMatch(/^220 /);
  const answered = spoken();
  socket.write('QUIT\r\n');
  await answered;
  const bye = once(socket, 'data');
  vi.advanceTimersByTime(30_000);
  expect(String(await bye)).toMatch(/^221 /);
  await once(socket, 'end');
  socket.destroy();
  const said = trace.flatMap((e) => (e.type === 'wire' && e.dir === 'b>a' ? [e] : []));
  expect(said.map(({ at, arrives }) => arrives - at)).toEqual([30 * SECOND, 30 * SECOND]);
});
