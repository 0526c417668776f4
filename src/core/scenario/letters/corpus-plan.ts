// What the n-th letter of the long mailbox will be, without writing it.

export interface Plan {
  readonly n: number;
  readonly hash: number;
  /** What it answers; -1: nothing. */
  readonly parent: number;
  /** The first letter of its conversation. */
  readonly root: number;
  readonly depth: number;
  readonly who: number;
  /** Unix seconds: when it was written, and when it came in. */
  readonly written: number;
  readonly at: number;
  readonly kind: 'plain' | 'quoted' | 'alternative' | 'attached';
  /** Lines of text. */
  readonly length: number;
}
const FIRST = 1_540_000_000;
/** Seconds from one letter to the next, on the average. */
const PACE = 2500;
const DEEPEST = 8;
/** How far back a letter looks for one to answer. */
const REACH = 24;

/** Two rounds of a hash of integers: it is asked for a hundred thousand times. */
function hashOf(n: number): number {
  let h = Math.imul(n + 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
export function planOf(n: number): Plan {
  const hash = hashOf(n);
  const { parent, root, depth } = answered(n, hash);
  const at = FIRST + n * PACE + (hash % PACE);
  const kind = KINDS[(hash >>> 5) % KINDS.length] ?? 'plain';
  return {
    n,
    hash,
    parent,
    root,
    depth,
    who: (hash >>> 9) % 1000,
    written: at - 2 - (hash % 60) * (hash % 17 === 0 ? 3600 : 1),
    at,
    kind,
    length: 2 + ((hash >>> 11) % 14),
  };
}
const KINDS = [
  ...Array.from({ length: 10 }, () => 'plain' as const),
  'quoted',
  'quoted',
  'alternative',
  'attached',
] as const;

interface Place {
  readonly parent: number;
  readonly root: number;
  readonly depth: number;
}
function answered(n: number, hash: number): Place {
  const parent = n - 1 - ((hash >>> 8) % REACH);
  if (hash % 10 >= 6 || parent < 0) return { parent: -1, root: n, depth: 0 };
  const above = answered(parent, hashOf(parent));
  if (above.depth >= DEEPEST) return { parent: -1, root: n, depth: 0 };
  return { parent, root: above.root, depth: above.depth + 1 };
}
