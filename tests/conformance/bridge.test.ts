import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBridge, type Bridge } from '../../src/bridge/bridge.ts';
import { newAuthority } from '../../src/bridge/cert.ts';
import { doorsOf } from '../../src/bridge/doors.ts';
import { standard } from '../../src/core/scenario/catalogue/standard/standard.ts';
import type { TraceEvent } from '../../src/core/trace/event.ts';
import { dial, dialTls, hangUpAll, inHurry, upgrade, type Peer } from './peer.ts';

// What real sockets do that a simulated network never does to us.

const authority = newAuthority();
const ca = authority.certificate;
const LINE = /\r\n$/;

let bridge: Bridge;
let trace: TraceEvent[];
const portOf = (port: number): number => bridge.doors.find((door) => door.port === port)?.at ?? 0;
const discarded = (): unknown => trace.flatMap((it) => (it.type === 'discarded' ? [it.octets] : []));
const locks = (): unknown => bridge.world().hosts['pop.example.com']?.store.locks;

beforeEach(async () => {
  const world = standard();
  const doors = doorsOf(world.hosts, 0).map((door) => ({ ...door, at: 0 }));
  trace = [];
  bridge = await openBridge(world, doors, '127.0.0.1', authority, (event) => trace.push(event));
});
afterEach(async () => {
  hangUpAll();
  await bridge.close();
});

/** Logged in as bob over TLS. */
async function bob(): Promise<Peer> {
  const peer = dialTls(portOf(995), ca);
  await peer.until(LINE);
  peer.send('USER bob\r\nPASS correct-horse\r\n');
  expect(await peer.until(/\r\n.*\r\n$/)).toMatch(/^\+OK .*\r\n\+OK .*\r\n$/);
  return peer;
}

describe('TLS', () => {
  test('what is sent ahead of the handshake is not obeyed after it', async () => {
    const plain = dial(portOf(110));
    await plain.until(LINE);
    plain.send('STLS\r\nUSER bob\r\nPASS correct-horse\r\n');
    expect(await plain.until(LINE)).toMatch(/^\+OK [^\r\n]*\r\n$/);
    const sealed = upgrade(plain, ca);
    await once(sealed.socket, 'secureConnect');
    sealed.send('STAT\r\nQUIT\r\n');
    expect(await sealed.rest()).toMatch(/^-ERR .*\r\n\+OK .*\r\n$/);
    expect(discarded()).toEqual(['USER bob\r\nPASS correct-horse\r\n']);
  });

  test('a handshake that has begun before the server said yes is a handshake all the same', async () => {
    const plain = dial(portOf(110));
    await plain.until(LINE);
    const sealed = inHurry(plain, 'STLS\r\nUSER x\r\n', ca);
    await once(sealed, 'secureConnect');
    expect(discarded()).toEqual(['USER x\r\n']);
  });

  test('plain words at a TLS door end that connection and no other', async () => {
    const mute = dial(portOf(995));
    mute.send('USER bob\r\n');
    expect(await mute.rest()).not.toContain('+OK');
    expect((await bob()).socket.destroyed).toBe(false);
  });
});

describe('the end of a connection', { timeout: 20_000 }, () => {
  test('a client that has said all it will still gets every answer', async () => {
    const peer = dial(portOf(110));
    peer.socket.end('CAPA\r\nNOOP\r\nQUIT\r\n');
    expect(await peer.rest()).toMatch(/^\+OK .*\r\n\+OK[^]*\r\n\.\r\n-ERR .*\r\n\+OK .*\r\n$/);
  });

  test('breaking off in the middle of three million octets deletes nothing and gives the lock back', async () => {
    const peer = await bob();
    peer.send('DELE 1\r\nRETR 5\r\n');
    await peer.until(/sealed/);
    expect(locks()).toEqual({ 'bob/INBOX': 1 });
    peer.socket.destroy(); // with octets unread, which makes it a reset
    await once(peer.socket, 'close');
    const next = dialTls(portOf(995), ca);
    await next.until(LINE);
    while (Object.keys(locks() ?? {}).length > 0) {
      next.send('CAPA\r\n'); // each answer is one more turn of the same loop that hears of the end
      await next.until(/\r\n\.\r\n$/);
    }
    next.send('USER bob\r\nPASS correct-horse\r\nSTAT\r\n');
    expect(await next.until(/3163120\r\n$/)).toContain('+OK 6 3163120\r\n');
  });

  test('QUIT is answered, and then the server hangs up', async () => {
    const peer = await bob();
    peer.send('QUIT\r\n');
    expect(await peer.rest()).toMatch(/^\+OK .*\r\n$/);
    expect(locks()).toEqual({});
  });

  test('after QUIT who goes on writing gets a broken pipe', async () => {
    const { socket, until, rest, send } = dial(portOf(110));
    await until(LINE);
    send('QUIT\r\n');
    await until(LINE);
    if (!socket.readableEnded) await once(socket, 'end');
    const broken = once(socket, 'close');
    const babble = (): void => void socket.write('NOOP\r\n', (error) => error ?? setImmediate(babble));
    babble();
    await expect(broken).rejects.toMatchObject({ code: expect.stringMatching(/^(?:EPIPE|ECONNRESET)$/) });
    expect(await rest()).toBe('');
  });
});

describe('when the bridge closes', () => {
  test('every session hears it in POP3, deletes nothing and gives its lock back', async () => {
    const [inside, outside] = [await bob(), dial(portOf(110))];
    await outside.until(LINE);
    inside.send('DELE 1\r\n');
    await inside.until(LINE);
    const [, one, two] = await Promise.all([bridge.close(), inside.rest(), outside.rest()]);
    expect(one).toMatch(/^-ERR \[SYS\/TEMP\] .*\r\n$/);
    expect(two).toMatch(/^-ERR \[SYS\/TEMP\] .*\r\n$/);
    expect(locks()).toEqual({});
    expect(bridge.world().hosts['pop.example.com']?.store.mailboxes['bob/INBOX']?.rows.length).toBe(6);
    expect(bridge.world().conns).toEqual([]);
  });
});
