import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { newAuthority } from '../../../src/bridge/cert.ts';
import { welcome } from '../../../src/bridge/client.ts';
import type { OutsideEvent } from '../../../src/core/kernel/world.ts';
import type { ConnEvent, Dir, TraceEvent } from '../../../src/core/trace/event.ts';

const context = newAuthority().contextFor('pop.example.com');
const stamp = { id: 1, at: 0, cause: 0, conn: 1 };
const said = (octets: string): TraceEvent => ({
  ...stamp,
  type: 'wire',
  dir: 'b>a',
  octets,
  link: { latency: 0, segment: 0, loss: 0 },
  arrives: 0,
  nth: 0,
  visible: true,
});
const happened = (phase: ConnEvent['phase'], dir: Dir = 'b>a'): TraceEvent => ({
  ...stamp,
  type: 'conn',
  phase,
  from: 'client.example.net',
  to: 'pop.example.com',
  port: 110,
  dir,
  arrives: 0,
  tls: null,
});

let clean: readonly (() => void)[] = [];
afterEach(() => {
  for (const end of clean) end();
  clean = [];
});

/** A client on a real socket, a world that is a function. */
async function meet(
  answer: (event: OutsideEvent, hear: (event: TraceEvent) => void) => void,
): Promise<Socket> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let hear: (event: TraceEvent) => void = () => undefined;
    welcome(socket, {
      implicit: false,
      context,
      enter: (_tls, ear) => {
        hear = ear;
        return 1;
      },
      tell: (event) => answer(event, hear),
      foresee: () => [],
      leave: () => true,
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  clean = [() => socket.destroy(), () => server.close()];
  await once(socket, 'connect');
  return socket;
}

test('a hundred pipelined requests never become a hundred replies in memory', async () => {
  const reply = 'x'.repeat(1_000_000);
  let asked = 0;
  let received = 0;
  let most = 0;
  const socket = await meet((event, hear) => {
    if (event.type !== 'data') return;
    asked += 1;
    most = Math.max(most, asked * reply.length - received);
    hear(said(reply));
  });
  socket.write('RETR 1\r\n'.repeat(100));
  for await (const chunk of socket) {
    received += chunk.length;
    if (received === 100 * reply.length) break;
  }
  expect(asked).toBe(100);
  expect(most).toBeLessThan(20_000_000); // what the two kernels hold, and one reply
});

test('one line is one input, and what has no line end yet is one too', async () => {
  const heard: string[] = [];
  const socket = await meet((event, hear) => {
    if (event.type === 'data') heard.push(event.octets);
    if (event.type === 'closed') hear(happened('fin'));
  });
  socket.resume().end('USER bob\r\nPASS x\nQU');
  await once(socket, 'end');
  expect(heard).toEqual(['USER bob\r\n', 'PASS x\n', 'QU']);
});

test('half a connection may close: the other half still answers', async () => {
  const events: string[] = [];
  const socket = await meet((event, hear) => {
    events.push(event.type);
    if (event.type !== 'closed' || event.how !== 'close') return;
    hear(said('+OK Bye\r\n'));
    hear(happened('fin'));
  });
  socket.end('QUIT\r\n');
  const read: Buffer[] = [];
  for await (const chunk of socket) read.push(chunk);
  expect(Buffer.concat(read).toString()).toBe('+OK Bye\r\n');
  expect(events.slice(0, 2)).toEqual(['data', 'closed']);
});

test('after the server has hung up nobody hears what still comes', async () => {
  const heard: string[] = [];
  let over: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => (over = resolve));
  const socket = await meet((event, hear) => {
    if (event.type === 'data') heard.push(event.octets);
    if (event.type === 'data') hear(happened('fin'));
    if (event.type === 'closed' && event.how === 'reset') over();
  });
  socket.resume().write('QUIT\r\nNOOP\r\n');
  await once(socket, 'end');
  socket.end('NOOP\r\n');
  await gone;
  expect(heard).toEqual(['QUIT\r\n']);
});

test('a client that breaks off is told as a reset, and harms nobody', async () => {
  let over: (event: OutsideEvent) => void = () => undefined;
  const gone = new Promise<OutsideEvent>((resolve) => (over = resolve));
  const socket = await meet((event, hear) => {
    if (event.type === 'data') hear(said('x'.repeat(5_000_000)));
    else over(event);
  });
  socket.write('RETR 5\r\n');
  await once(socket, 'data');
  socket.resetAndDestroy();
  expect(await gone).toEqual({ type: 'closed', conn: 1, how: 'reset' });
});
