// One letter's whole life: from the line that ended it to the mailbox it lies in, followed through what caused what.
import type { HostId } from '../base/ids.ts';
import type { TraceEvent } from './event.ts';
import { isQueueFact } from './queues.ts';
import { transactionAt } from './transaction.ts';

export interface Life {
  /** Indices of all events that belong to it. */
  readonly events: ReadonlySet<number>;
  readonly stations: readonly Station[];
}
/** Something that can be said of a letter in one line. */
export interface Station {
  readonly event: number;
  readonly what:
    | 'written'
    | 'taken'
    | 'asked'
    | 'carried'
    | 'passed'
    | 'put off'
    | 'refused'
    | 'told'
    | 'dropped'
    | 'laid'
    | 'fetched';
  /** Where it happened. */
  readonly host: HostId;
  /** A question, a machine, an address, a mailbox: data. */
  readonly text: string;
}
type Fact = TraceEvent & { readonly type: 'fact' };
type Of<K extends TraceEvent['type']> = TraceEvent & { readonly type: K };

function stations(event: TraceEvent, index: number, first: boolean): readonly Station[] {
  if (event.type === 'typed') return first ? [{ event: index, what: 'written', host: '', text: '' }] : [];
  if (event.type === 'dns' && event.phase === 'answer')
    return [station(index, 'asked', event.host, `${event.question.name} ${event.question.type}`)];
  return event.type === 'fact' ? ofFact(event, index) : [];
}
const station = (event: number, what: Station['what'], host: HostId, text: string): Station => ({
  event,
  what,
  host,
  text,
});
function ofFact({ host, fact }: Fact, index: number): readonly Station[] {
  if (fact.type === 'append' && 'mailbox' in fact && typeof fact.mailbox === 'string')
    return [station(index, 'laid', host, fact.mailbox)];
  if (!isQueueFact(fact)) return [];
  switch (fact.type) {
    case 'queued':
      return [station(index, 'taken', host, fact.to.join(', '))];
    case 'tried':
      return [station(index, 'carried', host, fact.host || `[${fact.address}]`)];
    case 'relayed':
      return [station(index, 'passed', host, fact.by)];
    case 'deferred':
      return [station(index, 'put off', host, fact.reply)];
    case 'failed':
      return [station(index, 'refused', host, fact.reply)];
    case 'reported':
      return [station(index, 'told', host, fact.to.join(', '))];
    case 'dropped':
      return [station(index, 'dropped', host, fact.why)];
    default:
      return [];
  }
}

/** Which event brought it about; -1: somebody did. */
const causeOf = (trace: readonly TraceEvent[], index: number): number => {
  const cause = trace[index]?.cause ?? 0;
  const first = trace[0]?.id ?? 1;
  return cause === 0 ? -1 : cause - first;
};
/** What somebody did, of which this came. */
function rootOf(trace: readonly TraceEvent[], index: number): number {
  let at = index;
  for (let up = causeOf(trace, at); up >= 0; up = causeOf(trace, at)) at = up;
  return at;
}
/** `from`: any event of its life. `count`: how many events there are at this moment. */
export function lifeOf(trace: readonly TraceEvent[], from: number, count: number): Life {
  const { root, key } = beginningOf(trace, from, count);
  const { events, numbers } = grown(trace, root, count, key);
  const ids = [...numbers].map((key) => key.split(' ')[1] ?? '');
  envelope(trace, root, count, events);
  fetched(trace, count, ids, events);
  const order = [...events].toSorted((a, b) => a - b);
  const told = order.flatMap((index) => {
    const event = trace[index];
    return event ? stations(event, index, index === root) : [];
  });
  return { events, stations: [...told, ...readings(trace, events, count, ids)].toSorted(byEvent) };
}
/** What a host calls a letter. */
const keyOf = (event: TraceEvent | undefined): string | undefined =>
  event?.type === 'fact' && isQueueFact(event.fact) ? `${event.host} ${event.fact.id}` : undefined;
/**
 * The line that ended it, however its queue was woken since: by time, or by somebody who asked for it (RFC 1985). Where the world began
 * with it, the first thing that happened to it.
 */
function beginningOf(trace: readonly TraceEvent[], from: number, count: number): Beginning {
  let at = from;
  for (;;) {
    const known = firstNamed(trace, at);
    const key = keyOf(trace[known]);
    const first = key === undefined ? -1 : trace.findIndex((event) => keyOf(event) === key);
    if (first < 0 || first >= count) return { root: rootOf(trace, at) };
    if (first === known)
      return isQueued(trace[first]) ? { root: rootOf(trace, first) } : { root: setOut(trace, first), key };
    at = first;
  }
}
interface Beginning {
  readonly root: number;
  /** What a letter is called that the world began with. */
  readonly key?: string | undefined;
}
/** Of what led here, the first thing that says which letter it is about; -1: nothing does. */
function firstNamed(trace: readonly TraceEvent[], from: number): number {
  let found = -1;
  for (let at = from; at >= 0; at = causeOf(trace, at)) if (keyOf(trace[at]) !== undefined) found = at;
  return found;
}
const isQueued = (event: TraceEvent | undefined): boolean =>
  event?.type === 'fact' && event.fact.type === 'queued';
/** What the DNS was asked for its sake belongs to it, though others may have asked the same. */
function setOut(trace: readonly TraceEvent[], first: number): number {
  let at = first;
  for (let up = causeOf(trace, at); trace[up]?.type === 'dns'; up = causeOf(trace, at)) at = up;
  return at;
}
interface Grown {
  readonly events: Set<number>;
  /** What each host that queued it calls it. */
  readonly numbers: ReadonlySet<string>;
}
/**
 * What came of it, and what came of that. A queue that wakes by itself has no cause, and may wake for many letters: what
 * happens then is known by the letter's number, and only what leads to it or comes of it belongs here.
 */
function grown(trace: readonly TraceEvent[], root: number, count: number, itself: string | undefined): Grown {
  const events = new Set<number>([root]);
  const bearing = new Set<number>([root]);
  const numbers = new Set<string>(itself === undefined ? [] : [itself]);
  for (let i = root; i < count; i++) {
    const key = keyOf(trace[i]);
    // what was there before, and is not this one, is another letter that set out at the same time
    if (itself !== undefined && key !== undefined && !numbers.has(key) && !isQueued(trace[i])) continue;
    if (i > root && bearing.has(causeOf(trace, i))) bearing.add(i);
    else if (key !== undefined && numbers.has(key)) {
      bearing.add(i);
      for (let at = i; at >= 0; at = causeOf(trace, at)) events.add(at);
    }
    if (bearing.has(i) && key !== undefined) numbers.add(key);
    if (bearing.has(i)) events.add(i);
  }
  return { events, numbers };
}
const byEvent = (a: Station, b: Station): number => a.event - b.event;

/** The envelope was written before the dot, line by line. */
function envelope(trace: readonly TraceEvent[], root: number, count: number, events: Set<number>): void {
  const conn = trace[root]?.conn ?? 0;
  const transaction =
    conn === 0 ? undefined : transactionAt(trace, conn, Math.min(count, lastOf(trace, events, conn) + 1));
  if (!transaction) return;
  const lines = [transaction.sender, ...transaction.recipients].map(({ event }) => rootOf(trace, event));
  const begun = Math.min(...lines);
  for (let i = begun; i < root; i++) if (trace[i]?.conn === conn) events.add(i);
}
const lastOf = (trace: readonly TraceEvent[], events: ReadonlySet<number>, conn: number): number =>
  [...events].reduce(
    (last, i) => (trace[i]?.conn === conn && trace[i]?.type === 'outcome' ? Math.max(last, i) : last),
    0,
  );

const carries = (event: TraceEvent | undefined, ids: readonly string[]): event is Of<'wire'> =>
  event?.type === 'wire' && ids.some((id) => event.octets.includes(` id ${id}`));
/** Whoever collects it later: the letter itself crosses a wire again. */
function fetched(
  trace: readonly TraceEvent[],
  count: number,
  ids: readonly string[],
  events: Set<number>,
): void {
  if (ids.length === 0) return;
  for (let i = 0; i < count; i++) {
    if (events.has(i) || !carries(trace[i], ids)) continue;
    for (let at = i; at >= 0; at = causeOf(trace, at)) events.add(at);
    events.add(i);
  }
}
/** Each writes the number it gave into the letter's trace fields (RFC 5321 §4.4): so it is known when it is read. */
function readings(
  trace: readonly TraceEvent[],
  events: ReadonlySet<number>,
  count: number,
  ids: readonly string[],
): readonly Station[] {
  if (ids.length === 0) return [];
  return trace.slice(0, count).flatMap((event, index) => {
    if (!events.has(index) || !carries(event, ids) || event.dir !== 'b>a') return [];
    const dialled = trace.find((it) => it.type === 'conn' && it.conn === event.conn);
    return dialled?.type === 'conn' ? [station(index, 'fetched', dialled.to, dialled.from)] : [];
  });
}
