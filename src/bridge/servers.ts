// Listening sockets, one for each door, and everybody who came in.
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { Door } from './doors.ts';

export interface Servers {
  /** Those that are open, with the ports that were really taken. */
  readonly doors: readonly Door[];
  /** Nobody new comes in; resolves when all have left. Who has not after `patience` milliseconds is thrown out. */
  readonly close: (patience: number) => Promise<void>;
}

/** Rejects when a port is taken that is not spare, with nothing left open. */
export async function listenAt(
  address: string,
  doors: readonly Door[],
  meet: (socket: Socket, door: Door) => void,
): Promise<Servers> {
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const open: Door[] = [];
  const close = async (patience: number): Promise<void> => {
    const closed = Promise.all([
      ...servers.map((server) => new Promise((resolve) => server.close(resolve))),
      ...[...sockets].map((socket) => new Promise((resolve) => socket.on('close', resolve))),
    ]);
    const alarm = setTimeout(() => sockets.forEach((socket) => socket.destroy()), patience);
    await closed;
    clearTimeout(alarm);
  };
  try {
    for (const door of doors) {
      const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
        meet(socket, door);
      });
      if (!(await listening(server, door, address))) continue;
      servers.push(server);
      open.push({ ...door, at: portOf(server) });
    }
  } catch (error) {
    await close(0);
    throw error;
  }
  return { doors: open, close };
}
/** Whether it does; false: somebody else has the place of a spare door. */
async function listening(server: Server, { host, port, at, spare }: Door, address: string): Promise<boolean> {
  server.listen(at, address);
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (spare && (error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${host}:${port} cannot be offered at ${address}:${at} (${why})`, { cause: error });
  }
}
const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};
