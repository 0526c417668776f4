import type { World } from '../kernel/world.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import type { Problem } from './guard.ts';

export type Loaded =
  | { readonly world: World; readonly problems?: undefined }
  | { readonly world?: undefined; readonly problems: readonly Problem[] };

/** The world a scenario describes, or all that is wrong with it. */
export function load(value: unknown): Loaded {
  const problems: Problem[] = [];
  return check(value, '', problems) ? { world: build(value) } : { problems };
}
