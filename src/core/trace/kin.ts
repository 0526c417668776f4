// What stands for one and the same thing: the line somebody typed, the send that carried it, the command heard, the edge taken, what
// changed in a mailbox, the reply, and the reply on the screen.
import type { TraceEvent } from './event.ts';
import { eventOf } from './query.ts';

/** Nothing that belongs together is further apart than this; a letter for many is told once for each of them. */
const NEAR = 400;
const isAnswer = (it: TraceEvent): boolean =>
  it.type === 'printed' || (it.type === 'wire' && it.dir === 'b>a');
const within = new Set<TraceEvent['type']>(['command', 'outcome', 'fact', 'discarded', 'fault']);

/** The send that an event is about: itself, or what it went out by, came in by, or was caused by; -1: none. */
export function sendOf(trace: readonly TraceEvent[], index: number): number {
  let event = trace[index];
  if (event?.type === 'typed') return carrierOf(trace, index, event.id);
  for (let hops = 0; event && hops < NEAR; hops++) {
    if (event.type === 'wire' || event.type === 'record') return event.id - (trace[0]?.id ?? 0);
    event = eventOf(trace, event.cause);
  }
  return -1;
}
function carrierOf(trace: readonly TraceEvent[], index: number, id: number): number {
  for (let i = index + 1; i < Math.min(trace.length, index + NEAR); i++)
    if (trace[i]?.type === 'wire' && trace[i]?.cause === id) return i;
  return -1;
}
/** Everything that is one thing with this event, it included: indices in the trace, ascending. */
export function kinOf(trace: readonly TraceEvent[], index: number): readonly number[] {
  const event = trace[index];
  const at = sendOf(trace, index);
  const send = trace[at];
  if (!event || send?.type !== 'wire') return event ? [index] : [];
  const kin = new Set([index, at]);
  const add = (id: number): void => {
    const other = eventOf(trace, id);
    if (other) kin.add(other.id - (trace[0]?.id ?? 0));
  };
  if (send.dir === 'b>a') {
    add(send.cause); // the edge whose words it is
    addCaused(trace, kin, (it) => it.type === 'printed', at);
    addFacts(trace, kin, send.cause);
  } else {
    if (eventOf(trace, send.cause)?.type === 'typed') add(send.cause);
    addCaused(trace, kin, (it) => within.has(it.type), at);
    // what was done is both asked and answered
    if (within.has(event.type)) addCaused(trace, kin, isAnswer, at);
  }
  return [...kin].toSorted((a, b) => a - b);
}
/** Whatever of this sort the kin has caused, and what that has. */
function addCaused(
  trace: readonly TraceEvent[],
  kin: Set<number>,
  fits: (event: TraceEvent) => boolean,
  from: number,
): void {
  const first = trace[0]?.id ?? 0;
  for (let i = from + 1; i < Math.min(trace.length, from + NEAR); i++) {
    const event = trace[i];
    if (event && fits(event) && kin.has(event.cause - first)) kin.add(i);
  }
}
function addFacts(trace: readonly TraceEvent[], kin: Set<number>, outcome: number): void {
  const first = trace[0]?.id ?? 0;
  const from = outcome - first;
  for (let i = from + 1; i < Math.min(trace.length, from + NEAR); i++) {
    const event = trace[i];
    if (event?.type === 'wire') return;
    if (event?.type === 'fact' && event.cause === outcome) kin.add(i);
  }
}
