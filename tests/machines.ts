// The usual machines with others beside them, or in their place.
import { MACHINES } from '../src/core/kernel/machines.ts';
import type { Machines } from '../src/core/kernel/work.ts';
import type { Host } from '../src/core/host/host.ts';
import type { Machine } from '../src/core/spec/machine.ts';

export const machinesWith = (others: Readonly<Record<string, Machine<unknown, Host>>>): Machines => ({
  get: (name) => others[name] ?? MACHINES.get(name),
});
