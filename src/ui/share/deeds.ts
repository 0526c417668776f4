// One thing that was done, and what came of it, in a line each.
import type { Timeline } from '../../core/kernel/timeline.ts';
import type { Input } from '../../core/kernel/world.ts';
import { said, shortened } from '../shell/words.ts';

const LONG = 90;
/** What somebody did: the line that was typed, else its kind. */
export function lineOf(input: Input | undefined): string {
  if (!input) return '';
  return input.type === 'type' ? shortened(said(input.octets).first, LONG) : input.type;
}
/** The first line of what was said to it; '' for nothing. `deeds`: where each begins, as inputs. */
export function answersTo(
  { trace, ends, inputs }: Timeline,
  deeds: readonly number[],
  place: number,
): string {
  const events = trace.slice(ends[deeds[place] ?? 0] ?? 0, ends[deeds[place + 1] ?? inputs.length]);
  const answer = events.find((event) => event.type === 'wire' && event.dir === 'b>a');
  return answer?.type === 'wire' ? shortened(said(answer.octets).first, LONG) : '';
}
