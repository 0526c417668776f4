// The declarations, asked for what the panels show.
import { orMeanwhile } from '../../app/parts.ts';
import { readers, type Reader } from '../../core/trace/protocols.ts';
import { refusalsWith } from '../../core/trace/refusals.ts';
import { placeOf, type TraceEvent } from '../../core/trace/event.ts';
import type { TakenEdge } from '../../core/trace/scene-types.ts';

/** Undefined, too, while that part is on its way. */
export const readerOf = (protocol: string): Reader | undefined =>
  orMeanwhile(() => readers.get(protocol), undefined);
/** A state as its protocol titles it. */
export const stateTitle = (protocol: string, state: string): string =>
  readerOf(protocol)
    ?.diagram()
    .states.find((s) => s.name === state)?.title ?? state;

type Outcome = TraceEvent & { readonly type: 'outcome' };
const isOutcome = (event: TraceEvent | undefined): event is Outcome => event?.type === 'outcome';
/** Of this machine, if one is meant. */
const isOf = (event: TraceEvent | undefined, of?: Mover): event is Outcome =>
  isOutcome(event) && (!of || (event.conn === of.conn && event.protocol === of.protocol));
/** How far a command's outcome can be from the octets that brought it. */
const NEAR = 60;

/** The move that an event led to, or came from; of the machine at one end of a connection, if that is what is asked about. */
export function outcomeFor(
  trace: readonly TraceEvent[],
  index: number,
  of?: Mover & { readonly end: 'a' | 'b' },
): Outcome | undefined {
  const event = trace[index];
  if (!event || isOf(event, of)) return event;
  const cause = trace[placeOf(trace, event.cause)];
  if (isOf(cause, of)) return cause;
  // who answers moves when something comes, and so does who has dialled
  if (event.type !== 'wire' || event.dir !== (of?.end === 'a' ? 'b>a' : 'a>b')) return undefined;
  const next = trace
    .slice(index + 1, index + NEAR)
    .filter((it): it is Outcome => isOf(it, of) && it.conn === event.conn);
  return next.find((it) => comesOf(trace, it.cause, event.id)) ?? next[0];
}
/** Whether one event was brought about by another, directly or not; both by their ids. */
const comesOf = (trace: readonly TraceEvent[], id: number, cause: number): boolean =>
  id > cause ? comesOf(trace, trace[placeOf(trace, id)]?.cause ?? 0, cause) : id === cause;
/** Where this session moved last, up to that event: an index in the trace; -1: it has not. */
export const latestMove = (trace: readonly TraceEvent[], upTo: number, session: Mover): number =>
  lastOutcome(trace, upTo, session, () => true);
/** Where a command brought this session there for the last time, up to that event; -1: it has not. */
export const passageOf = (
  trace: readonly TraceEvent[],
  upTo: number,
  session: Mover,
  trigger: string,
  state: string,
): number =>
  lastOutcome(
    trace,
    upTo,
    session,
    (it) => it.trigger === trigger && it.to === state && readerOf(it.protocol)?.isRefusal(it) === false,
  );

interface Mover {
  readonly conn: number;
  readonly protocol: string;
}
function lastOutcome(
  trace: readonly TraceEvent[],
  upTo: number,
  session: Mover,
  fits: (outcome: Outcome) => boolean,
): number {
  for (let i = Math.min(upTo, trace.length - 1); i >= 0; i--) {
    const event = trace[i];
    if (isOf(event, session) && fits(event)) return i;
  }
  return -1;
}
export const edgeOf = ({ from, to, trigger, outcome }: Outcome): TakenEdge => ({
  from,
  to,
  trigger,
  outcome,
});
/** Did the server say no with these words? One send may answer several commands: it does if one of them is refused. */
export function isRefusal(trace: readonly TraceEvent[], index: number): boolean {
  const outcome = outcomeFor(trace, index);
  if (!outcome) return false;
  if (trace[index]?.type !== 'wire') return readerOf(outcome.protocol)?.isRefusal(outcome) === true;
  return orMeanwhile(() => refusalsWith(trace, placeOf(trace, outcome.id)).length > 0, false);
}
