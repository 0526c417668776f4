// THREAD's answer: conversations as nested lists (RFC 5256 §4, §5).

/** A message, by its place among those found, or a place for one that is not there (-1), and what answers it. */
export interface Thread {
  readonly at: number;
  readonly children: readonly Thread[];
}
export const THREAD_ALGORITHMS = ['ORDEREDSUBJECT', 'REFERENCES'] as const;
export type ThreadAlgorithm = (typeof THREAD_ALGORITHMS)[number];

/** `(1)(2 3 (4)(5 6))`. No thread is too deep for it. */
export function threadsText(threads: readonly Thread[], nameOf: (at: number) => number): string {
  let out = '';
  const open: (Thread | ')')[] = [];
  const push = (all: readonly Thread[]): void => {
    for (let i = all.length - 1; i >= 0; i--) {
      const one = all[i];
      if (one) open.push(')', one);
    }
  };
  push(threads);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === ')') {
      out += ')';
      continue;
    }
    out += '(';
    let at: Thread | undefined = next;
    let space = '';
    while (at) {
      if (at.at >= 0) {
        out += `${space}${nameOf(at.at)}`;
        space = ' ';
      }
      const [only, second]: readonly (Thread | undefined)[] = at.children;
      if (second) {
        out += space;
        push(at.children);
        break;
      }
      at = only;
    }
  }
  return out;
}
