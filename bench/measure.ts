import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** One line of the table. A target is the least (`>=`) or the most (`<=`) it should be. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: readonly ['>=' | '<=', number];
}

const RUNS = 60;
/** How often a second, in the best of many short runs: other work on the machine then spoils some of them, not all. */
export function perSecond(count: number, run: () => void): number {
  let best = Infinity;
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return (count * 1000) / best;
}

setFlagsFromString('--expose-gc');
const gc: () => void = runInNewContext('gc');
/** Octets a value keeps alive, and what it was made with. */
export function heapOf<T>(make: () => T): readonly [octets: number, value: T] {
  gc();
  gc();
  const before = process.memoryUsage().heapUsed;
  const value = make();
  gc();
  gc();
  return [process.memoryUsage().heapUsed - before, value];
}

/** The value below which this share of all lies. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

/** Milliseconds that a fixed piece of work takes, at best: figures of two days are read beside it, since a machine is not always as fast. */
export function paceOf(): number {
  let best = Infinity;
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    let sum = 1;
    for (let i = 0; i < 50_000_000; i++) sum = (Math.imul(sum, 31) + i) | 0;
    // what nobody reads is not computed
    if (sum === 0) return NaN;
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
