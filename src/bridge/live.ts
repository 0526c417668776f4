// A world that runs by the wall clock.
import { nextDue, step } from '../core/kernel/step.ts';
import type { Input, World } from '../core/kernel/world.ts';
import type { TraceEvent } from '../core/trace/event.ts';

export interface Live {
  readonly world: () => World;
  /** Time passes up to now, then this happens. Every event of it has been heard on return. */
  readonly dispatch: (input: Input) => void;
  /** What `dispatch` would make happen. */
  readonly foresee: (input: Input) => readonly TraceEvent[];
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

export function runLive(start: World, hear: (event: TraceEvent) => void): Live {
  const began = performance.now();
  const now = (): number => start.now + Math.floor((performance.now() - began) * 1000);
  let world = unplugged(start);
  let alarm: NodeJS.Timeout | undefined;
  let stopped = false;

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
    stop() {
      stopped = true;
      clearTimeout(alarm);
    },
  };
}
