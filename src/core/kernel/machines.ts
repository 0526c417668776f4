// Every machine a world may run, by name; `core/parts` puts them here.
import { shelf, type Shelf } from '../base/parts.ts';
import type { Host } from '../host/host.ts';
import type { Machine } from '../spec/machine.ts';

export const MACHINES: Shelf<Machine<unknown, Host>> = shelf('machines');
