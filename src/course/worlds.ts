// The worlds lessons may be set in.
import type { World } from '../core/kernel/world.ts';
import { manyMessages } from '../core/scenario/catalogue/many-messages.ts';
import { standard } from '../core/scenario/catalogue/standard/standard.ts';

const catalogue: Readonly<Record<string, () => World>> = {
  standard,
  'many-messages': () => manyMessages(),
};

/** Undefined: there is no such scenario. */
export const worldNamed = (name: string): World | undefined =>
  Object.hasOwn(catalogue, name) ? catalogue[name]?.() : undefined;
