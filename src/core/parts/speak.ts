// A protocol takes its place: servers speak it, and whoever looks at a trace can read it.
import { MACHINES } from '../kernel/machines.ts';
import type { Host } from '../host/host.ts';
import { anyMachine } from '../spec/forget.ts';
import { machineOf } from '../spec/interpret.ts';
import type { Protocol } from '../spec/protocol.ts';
import type { Shape } from '../spec/take.ts';
import { readerOf, readers } from '../trace/protocols.ts';

interface OnHost extends Shape {
  readonly host: Host;
}
/** `end`: who dialled speaks it, or who answered. */
export function speak<P extends OnHost>(protocol: Protocol<P>, end: 'a' | 'b' = 'b'): void {
  MACHINES.put(protocol.id, anyMachine(machineOf(protocol)));
  readers.put(protocol.id, readerOf(protocol, end));
}
