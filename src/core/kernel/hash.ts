import type { TraceEvent } from '../trace/event.ts';

/** Two lanes of 32 bits, so that two traces that differ look the same once in 2^64. */
export interface Hash {
  readonly a: number;
  readonly b: number;
}
export const noHash: Hash = { a: 0x811c9dc5, b: 0x9dc5811c };

/** The hash of a trace that goes on with these events (FNV-1a over their JSON, each lane with a prime of its own). */
export function hashOn({ a, b }: Hash, events: readonly TraceEvent[]): Hash {
  let [x, y] = [a, b];
  for (const event of events) {
    const text = JSON.stringify(event);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      x = Math.imul(x ^ unit, 0x01000193);
      y = Math.imul(y ^ unit, 0x85ebca6b);
    }
    x = Math.imul(x ^ 0x100, 0x01000193); // where one event ends
    y = Math.imul((y ^ 0x100) + (x >>> 16), 0x85ebca6b);
  }
  return { a: x >>> 0, b: y >>> 0 };
}
/** 16 hexadecimal digits: the same journal always gives the same. */
export function hashOf(trace: readonly TraceEvent[]): string {
  const { a, b } = hashOn(noHash, trace);
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
}
