// Every machine a world may run, by name.
import { console } from '../agents/console/console.ts';
import { pop3 } from '../protocols/pop3/protocol.ts';
import { smtp } from '../protocols/smtp/protocol.ts';
import { anyMachine } from '../spec/forget.ts';
import { machineOf } from '../spec/interpret.ts';
import type { Machines } from './work.ts';

export const MACHINES: Machines = {
  console: anyMachine(console),
  pop3: anyMachine(machineOf(pop3)),
  smtp: anyMachine(machineOf(smtp)),
};
