// THREAD's answer: conversations as nested lists (RFC 5256 §4, §5).

import { each, stage } from '../../../base/labour.ts';

/** Who answers whom, by place among the messages found; from `messages` on stand places for messages that are not there. */
export interface Threads {
  readonly tops: readonly number[];
  readonly below: (at: number) => readonly number[];
  readonly messages: number;
}
export const THREAD_ALGORITHMS = ['ORDEREDSUBJECT', 'REFERENCES'] as const;
export type ThreadAlgorithm = (typeof THREAD_ALGORITHMS)[number];

/** `(1)(2 3 (4)(5 6))`. */
export function threadsText(threads: Threads, nameOf: (at: number) => number): string {
  const texts = stage((): string[] => []);
  each(threads.tops, (top) => {
    texts.push(threadText(top, threads, nameOf));
  });
  return texts.join('');
}
/** In a list of what is still to be written: the end of a thread. */
const END = -1;
/** No thread is too deep for it. */
function threadText(top: number, { below, messages }: Threads, nameOf: (at: number) => number): string {
  let out = '';
  const open = [END, top];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    out += next === END ? ')' : '(';
    let space = '';
    for (let at = next === END ? undefined : next; at !== undefined;) {
      if (at < messages) {
        out += `${space}${nameOf(at)}`;
        space = ' ';
      }
      const under = below(at);
      const branches = under.length > 1;
      if (branches) {
        out += space;
        for (let i = under.length - 1; i >= 0; i--) open.push(END, under[i] ?? END);
      }
      at = branches ? undefined : under[0];
    }
  }
  return out;
}
