// Long work, a frame at a time: between two pieces of it the page paints and takes keys.

/** Done between two pieces of work: then long inputs are done a turn at a time, too. */
export type Rest = () => Promise<void>;
const FRAME = 12;
/** `working` hears each time how many milliseconds of work there have been; it may throw. */
export function resting(working: (spent: number) => void = () => undefined): Rest {
  let worked = 0;
  let since = performance.now();
  return async () => {
    const spent = performance.now() - since;
    working(worked + spent);
    if (spent < FRAME) return;
    worked += spent;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
