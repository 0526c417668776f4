import { connect, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';

/** A client that sends exactly what it is told to, and reads until it has seen enough. */
export interface Peer {
  readonly socket: Socket;
  readonly send: (octets: string) => void;
  /** All that has come since the last time, once it ends as wanted. Rejects when the connection ends before. */
  readonly until: (end: RegExp) => Promise<string>;
  /** What still comes, to the very end; then it hangs up too. */
  readonly rest: () => Promise<string>;
}
const open = new Set<Socket>();

function peer(socket: Socket): Peer {
  open.add(socket);
  socket.setEncoding('latin1');
  let unread = '';
  let over = false;
  let wake: () => void = () => undefined;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  socket.on('data', (octets: string) => {
    unread += octets;
    wake();
  });
  for (const end of ['end', 'close', 'error'])
    socket.on(end, () => {
      over = true;
      wake();
      finish();
    });
  const more = () => new Promise<void>((resolve) => (wake = resolve));
  const taken = (): string => {
    const all = unread;
    unread = '';
    return all;
  };
  return {
    socket,
    send: (octets) => socket.write(octets, 'latin1'),
    async until(end) {
      while (!end.test(unread)) {
        if (over) throw new Error(`the connection ended after ${JSON.stringify(unread)}`);
        await more();
      }
      return taken();
    },
    async rest() {
      await finished;
      socket.end();
      return taken();
    },
  };
}
export const dial = (port: number): Peer => peer(connect({ port, host: '127.0.0.1', allowHalfOpen: true }));
export const dialTls = (port: number, ca: string): Peer =>
  peer(connectTls({ port, host: '127.0.0.1', ca, servername: 'pop.example.com' }));
/** A handshake on a connection that has begun in the clear. */
export function upgrade({ socket }: Peer, ca: string): Peer {
  socket.removeAllListeners();
  return peer(connectTls({ socket, ca, servername: 'pop.example.com' }));
}
/** A handshake that goes out in one write with what is said ahead of it, and does not wait for the answer to that. */
export function inHurry({ socket }: Peer, ahead: string, ca: string): Socket {
  socket.removeAllListeners('data');
  let said = Buffer.from(ahead);
  const between = new Duplex({
    read: () => undefined,
    write(octets: Buffer, _, done) {
      socket.write(Buffer.concat([said, octets]), done);
      said = Buffer.alloc(0);
    },
  });
  let heard = '';
  let begun = false;
  socket.on('data', (octets: string) => {
    heard += octets;
    const end = begun ? 0 : heard.indexOf('\n') + 1;
    if (!begun && end === 0) return;
    begun = true;
    if (heard.length > end) between.push(Buffer.from(heard.slice(end), 'latin1'));
    heard = '';
  });
  return connectTls({ socket: between, ca, servername: 'pop.example.com' });
}
export const hangUpAll = (): void => {
  for (const socket of open) socket.destroy();
  open.clear();
};
