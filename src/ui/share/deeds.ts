// One thing that was done, and what came of it, in a line each.
import { maskedLine } from '../../app/consoles.ts';
import { lab } from '../../app/lab.ts';
import type { Timeline } from '../../core/kernel/timeline.ts';
import { pictured, said, shortened } from '../shell/words.ts';

const LONG = 90;
/** As many lines of an answer as are shown: what has changed may stand in any of them. */
const MOST = 12;
/** What somebody did: the line that was typed, as the console shows it, else its kind. `place`: of the input. */
export function lineOf(timeline: Timeline, place: number): string {
  const input = timeline.inputs[place];
  if (input?.type !== 'type') return input?.type ?? '';
  return shortened(pictured(maskedLine(lab.seek(timeline, place), input.console, input.octets)), LONG);
}
/** Everything that was said to it, a line each, at most `MOST`. `deeds`: where each begins, as inputs. */
export function answersTo(
  { trace, ends, inputs }: Timeline,
  deeds: readonly number[],
  place: number,
): readonly string[] {
  const events = trace.slice(ends[deeds[place] ?? 0] ?? 0, ends[deeds[place + 1] ?? inputs.length]);
  return events
    .flatMap((event) => (event.type === 'wire' && event.dir === 'b>a' ? event.octets.split('\r\n') : []))
    .filter((line) => line !== '')
    .slice(0, MOST)
    .map((line) => shortened(said(line).first, LONG));
}
