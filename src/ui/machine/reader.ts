// The declarations, asked for what the panels show.
import { orMeanwhile } from '../../app/parts.ts';
import { readers, type Reader } from '../../core/trace/protocols.ts';
import { refusalsWith } from '../../core/trace/refusals.ts';
import type { TraceEvent } from '../../core/trace/event.ts';
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
/** How far a command's outcome can be from the octets that brought it. */
const NEAR = 60;

/** The move that an event led to, or came from; of the machine at one end of a connection, if that is what is asked about. */
export function outcomeFor(
  trace: readonly TraceEvent[],
  index: number,
  of?: Mover & { readonly end: 'a' | 'b' },
): Outcome | undefined {
  const isMeant = (it: TraceEvent | undefined): it is Outcome =>
    isOutcome(it) && (of === undefined || (it.conn === of.conn && it.protocol === of.protocol));
  const event = trace[index];
  if (!event || isMeant(event)) return event;
  const cause = trace[event.cause - 1];
  if (isMeant(cause) && cause.id === event.cause) return cause;
  // who answers moves when something comes, and so does who has dialled
  if (event.type !== 'wire' || event.dir !== (of?.end === 'a' ? 'b>a' : 'a>b')) return undefined;
  const next = trace
    .slice(index + 1, index + NEAR)
    .filter((it): it is Outcome => isMeant(it) && it.conn === event.conn);
  return next.find((it) => comesOf(trace, it, event.id)) ?? next[0];
}
function comesOf(trace: readonly TraceEvent[], event: TraceEvent, cause: number): boolean {
  let id = event.cause;
  while (id > cause) id = trace[id - 1]?.cause ?? 0;
  return id === cause;
}
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
  { conn, protocol }: Mover,
  fits: (outcome: Outcome) => boolean,
): number {
  for (let i = Math.min(upTo, trace.length - 1); i >= 0; i--) {
    const event = trace[i];
    if (isOutcome(event) && event.conn === conn && event.protocol === protocol && fits(event)) return i;
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
  return orMeanwhile(() => refusalsWith(trace, outcome.id - 1).length > 0, false);
}
