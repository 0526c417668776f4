import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { newAuthority } from '../../../src/bridge/cert.ts';
import { welcome } from '../../../src/bridge/client.ts';
import type { OutsideEvent } from '../../../src/core/kernel/world.ts';
import type { ConnEvent, Dir, TraceEvent } from '../../../src/core/trace/event.ts';

const context = newAuthority().contextFor('pop.example.com', 'good');
const stamp = { id: 1, at: 0, cause: 0, conn: 1 };
const said = (octets: string, arrives = 0): TraceEvent => ({
  ...stamp,
  type: 'wire',
  dir: 'b>a',
  octets,
  link: { latency: 0, segment: 0, loss: 0 },
  arrives,
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

/** What is to be done later, and when. */
let waits: (readonly [until: number, deed: () => void])[] = [];
let clean: readonly (() => void)[] = [];
afterEach(() => {
  for (const end of clean) end();
  [clean, waits] = [[], []];
});

/** A client on a real socket, a world that is a function. */
async function meet(
  answer: (event: OutsideEvent, hear: (event: TraceEvent) => void) => void,
): Promise<Socket> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let hear: (event: TraceEvent) => void = () => undefined;
    welcome(socket, {
      implicit: false,
      identity: () => ({ context, certificate: 'good' }),
      enter: (_tls, ear) => {
        hear = ear;
        return 1;
      },
      tell: (event) => answer(event, hear),
      foresee: () => [],
      wait: (until, deed) => waits.push([until, deed]),
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

test('what a slow server says is written when it arrives: in order, its end last, and what was asked meanwhile is heard', async () => {
  const asked: string[] = [];
  const socket = await meet((event, hear) => {
    if (event.type !== 'data') return;
    asked.push(event.octets);
    const last = event.octets === 'QUIT\r\n';
    hear(said(`${event.octets.slice(0, 4)} `, last ? 9 : 5));
    if (last) hear({ ...happened('fin'), at: 0, arrives: 9 } as TraceEvent);
  });
  const read: string[] = [];
  socket.setEncoding('latin1').on('data', (octets: string) => read.push(octets));
  socket.write('NOOP\r\nRSET\r\nQUIT\r\n');
  await expect.poll(() => asked.length).toBe(3);
  expect(waits.map(([until]) => until)).toEqual([5]);
  expect(read).toEqual([]);
  waits.shift()?.[1]();
  expect(waits.map(([until]) => until)).toEqual([9]);
  await expect.poll(() => read.join('')).toBe('NOOP RSET ');
  waits.shift()?.[1]();
  await once(socket, 'end');
  expect(read.join('')).toBe('NOOP RSET QUIT ');
  expect(waits).toEqual([]);
});
