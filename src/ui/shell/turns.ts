// Who may wait a frame: after a leap in time what one looks at is drawn first, the others one by one, each in a task of its own.
/** Runs it when what has been drawn meanwhile is on the screen. */
export type Later = (run: () => void) => void;
export interface Turns<T> {
  /** Each will have its turn; who waits already keeps its place, so that nobody waits for ever while time is dragged. */
  readonly wait: (those: Iterable<T>) => void;
  readonly waits: (one: T) => boolean;
  /** Nobody waits any more. */
  readonly all: () => void;
  readonly leave: (one: T) => void;
}
/** `take`: a turn. Whoever has it looks at what is then, not at what was when the waiting began. */
export function turnsOf<T>(take: (one: T) => void, later: Later): Turns<T> {
  const waiting = new Set<T>();
  let asked = false;
  const ask = (): void => {
    if (asked || waiting.size === 0) return;
    asked = true;
    later(next);
  };
  const give = (one: T): void => {
    waiting.delete(one);
    take(one);
  };
  const next = (): void => {
    asked = false;
    for (const one of waiting) {
      give(one);
      break;
    }
    ask();
  };
  return {
    wait(those) {
      for (const one of those) waiting.add(one);
      ask();
    },
    waits: (one) => waiting.has(one),
    all: () => [...waiting].forEach(give),
    leave: (one) => void waiting.delete(one),
  };
}
