import type { Host } from '../../host/host.ts';
import type { Machine } from '../../spec/machine.ts';

export const console: Machine<null, Host> = {
  id: 'console',
  start: () => null,
  on: (state, _happening, env) => ({ state, host: env.host, effects: [], told: [] }),
  deadline: () => undefined,
  listens: () => true,
};
