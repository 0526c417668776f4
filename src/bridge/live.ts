// A world that runs by the wall clock.
import type { Micros } from '../core/base/time.ts';
import { nextDue, step } from '../core/kernel/step.ts';
import type { Input, World } from '../core/kernel/world.ts';
import type { TraceEvent } from '../core/trace/event.ts';

export interface Live {
  readonly world: () => World;
  /** Time passes up to now, then this happens. Every event of it has been heard on return. */
  readonly dispatch: (input: Input) => void;
  /** What `dispatch` would make happen. */
  readonly foresee: (input: Input) => readonly TraceEvent[];
  /** Does this when the world's time has come so far. */
  readonly wait: (until: Micros, deed: () => void) => void;
  /** It still hears what is dispatched, and no longer wakes by itself. */
  readonly stop: () => void;
}
/** Real cables are slow enough: the world's own have no latency here. */
const unplugged = (world: World): World => ({
  ...world,
  links: {},
  link: { latency: 0, segment: 0, loss: 0 },
});
const LONGEST = 2 ** 31 - 1; // what setTimeout can count

interface Alarms {
  readonly set: (milliseconds: number, deed: () => void) => void;
  /** None of them rings any more. */
  readonly clear: () => void;
}
function alarmsOf(): Alarms {
  const all = new Set<NodeJS.Timeout>();
  return {
    set(milliseconds, deed) {
      const alarm = setTimeout(() => {
        all.delete(alarm);
        deed();
      }, milliseconds);
      all.add(alarm);
    },
    clear: () => all.forEach((alarm) => clearTimeout(alarm)),
  };
}
export function runLive(start: World, hear: (event: TraceEvent) => void): Live {
  const began = performance.now();
  const now = (): number => start.now + Math.floor((performance.now() - began) * 1000);
  let world = unplugged(start);
  let alarm: NodeJS.Timeout | undefined;
  let stopped = false;
  const alarms = alarmsOf();

  const run = (input: Input): void => {
    const { world: after, trace } = step(world, input);
    world = after;
    for (const event of trace) hear(event);
  };
  const pass = (): void => run({ type: 'pass', until: Math.max(now(), world.now) });
  const sleep = (): void => {
    clearTimeout(alarm);
    const due = nextDue(world);
    if (due === undefined || stopped) return;
    const wait = Math.ceil((due - now()) / 1000);
    alarm = setTimeout(wake, Math.min(Math.max(wait, 0), LONGEST));
  };
  const wake = (): void => {
    pass();
    sleep();
  };
  return {
    world: () => world,
    dispatch(input) {
      pass();
      run(input);
      sleep();
    },
    foresee(input) {
      pass();
      return step(world, input).trace;
    },
    wait: (until, deed) => alarms.set(Math.ceil((until - now()) / 1000), deed),
    stop() {
      stopped = true;
      clearTimeout(alarm);
      alarms.clear();
    },
  };
}
