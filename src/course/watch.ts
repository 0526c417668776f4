// Free play, watched: which misconceptions show in a session, and are not put right yet.
import type { World } from '../core/kernel/world.ts';
import type { TraceEvent } from '../core/trace/event.ts';
import { folded, type Folded } from '../core/trace/folded.ts';
import type { StoreFact } from '../core/store/mailbox.ts';
import { corrected, correctionOf, noCorrection, type CorrectionState } from './correction.ts';
import { misconceptions } from './misconceptions/bank.ts';
import type { Misconception } from './misconceptions/misconception.ts';

export interface Shown {
  readonly about: Misconception;
  /** Index of the event with which it came up. */
  readonly at: number;
}
type Watch = Folded<readonly CorrectionState[]>;
const visible = misconceptions.flatMap((about) => (about.when ? [{ about, when: about.when }] : []));
const watches = new WeakMap<World, Watch>();

/** Octets at each end of a reply, and letters that come in at once: enough to see that something went astray, where all take long. */
const ENOUGH = 32_768;
const SOME = 64;
function inShort(event: TraceEvent): TraceEvent {
  if (event.type === 'wire' && event.octets.length > 2 * ENOUGH)
    return { ...event, octets: event.octets.slice(0, ENOUGH) + event.octets.slice(-ENOUGH) };
  if (event.type !== 'fact' || !isArrival(event.fact) || event.fact.uids.length <= SOME) return event;
  const { uids, letters } = event.fact;
  const fact: Arrival = { ...event.fact, uids: uids.slice(0, SOME), letters: letters.slice(0, SOME) };
  return { ...event, fact };
}
type Arrival = StoreFact & { readonly type: 'append' };
const isArrival = (fact: { readonly type: string }): fact is Arrival => fact.type === 'append';

function watchFrom(start: World): Watch {
  const known = watches.get(start);
  if (known) return known;
  const all = visible.map(({ when }) => correctionOf(when, start));
  const watch = folded<readonly CorrectionState[]>(all.map(noCorrection), (before, event, index, trace) => {
    // what a screen shows was on a wire before, and it is told of in a thousand pieces
    if (event.type === 'printed') return before;
    const moment = { event: inShort(event), index, trace, begun: true };
    const after = before.map((state, i) => {
      const correction = all[i];
      return correction ? corrected(correction, state, moment) : state;
    });
    return after.every((state, i) => state === before[i]) ? before : after;
  });
  watches.set(start, watch);
  return watch;
}
/** So many more events are thought about, of the first `count`. False: there are others; asked again, it goes on with them. */
export function thinkOn(start: World, trace: readonly TraceEvent[], count: number, more: number): boolean {
  const watch = watchFrom(start);
  const to = Math.min(count, watch.known(trace, count) + more);
  watch(trace, to);
  return to === count;
}
/** After so many events, the latest first. */
export function misconceptionsAt(
  start: World,
  trace: readonly TraceEvent[],
  count: number,
): readonly Shown[] {
  return watchFrom(start)(trace, count)
    .flatMap(({ fired, event }, i): readonly Shown[] => {
      const about = visible[i]?.about;
      return about && fired && event >= 0 ? [{ about, at: event }] : [];
    })
    .toSorted((a, b) => b.at - a.at);
}
