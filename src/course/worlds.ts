// The worlds lessons may be set in.
import type { World } from '../core/kernel/world.ts';
import { standard } from '../core/scenario/catalogue/standard/standard.ts';

const catalogue: Readonly<Record<string, () => World>> = { standard };

/** Undefined: there is no such scenario. */
export const worldNamed = (name: string): World | undefined =>
  Object.hasOwn(catalogue, name) ? catalogue[name]?.() : undefined;
