import { worldAhead } from '../../app/engine.ts';
import type { EngineState } from '../../app/state.ts';
import type { Conn } from '../../core/kernel/world.ts';

/** Whose cable is meant: that of the connection of the console in focus, else of the latest that is open. Undefined: none is. */
export function cableOf(s: EngineState): Conn | undefined {
  const world = worldAhead(s);
  const open = (world?.conns ?? []).filter(({ phase }) => phase === 'open');
  const own = world?.consoles.find(({ id }) => id === s.console)?.conn;
  return open.find(({ id }) => id === own) ?? open.at(-1);
}
