// What was seen when a journal was shared, a few bits of it for each thing that was done: enough to notice where it goes another way.
import type { Input } from '../../core/kernel/world.ts';
import type { Timeline } from '../../core/kernel/timeline.ts';
import type { TraceEvent } from '../../core/trace/event.ts';

/** What a person at the lab can tell from another run: words on the wire, states, who called whom, what became of the mail. */
function visible(event: TraceEvent): string {
  switch (event.type) {
    case 'wire':
      return `${event.conn}${event.dir}${event.octets}`;
    case 'outcome':
      return `${event.conn}${event.trigger}/${event.outcome}>${event.to}`;
    case 'conn':
      return `${event.conn}${event.phase}`;
    case 'fact':
      return event.fact.type;
    case 'turned':
      return event.expected;
    default:
      return '';
  }
}
/** FNV-1a. */
export function hash(text: string, from = 0x811c9dc5): number {
  let h = from;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
const beginsDeed = (input: Input | undefined): boolean => input !== undefined && input.type !== 'pass';

/** Of each thing done, in order: the input that began it. */
export const deedsOf = ({ inputs }: Timeline): readonly number[] =>
  inputs.flatMap((input, i) => (beginsDeed(input) ? [i] : []));
/** One octet for each thing done. */
export function seenIn(timeline: Timeline): readonly number[] {
  const { trace, ends, inputs } = timeline;
  const deeds = deedsOf(timeline);
  return deeds.map((input, i) => {
    const events = trace.slice(ends[input] ?? 0, ends[deeds[i + 1] ?? inputs.length]);
    const h = events.reduce((sum, event) => hash(visible(event), sum), hash(''));
    return (h ^ (h >>> 8) ^ (h >>> 16) ^ (h >>> 24)) & 0xff;
  });
}
/** The things done, by place, after which something else was seen than `before`, or nobody says what was. */
export const changedSince = (before: readonly number[], timeline: Timeline): readonly number[] =>
  seenIn(timeline).flatMap((now, i) => (before[i] === now ? [] : [i]));
