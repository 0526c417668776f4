// Every session there was, and what each of them decided: for whoever wants to see one machine's side of the story.
import type { ConnId, HostId } from '../base/ids.ts';
import { commandsOf, signalsOf } from '../spec/compile.ts';
import type { Protocol } from '../spec/protocol.ts';
import type { Shape } from '../spec/take.ts';
import type { TraceEvent } from './event.ts';
import { readers } from './protocols.ts';
import { commandOf, eventOf } from './query.ts';
import type { QueueFact } from '../host/spool.ts';
import { isQueueFact } from './queues.ts';

export interface Talk {
  readonly conn: ConnId;
  readonly protocol: string;
  readonly end: 'a' | 'b';
  readonly host: HostId;
  /** Whom it talks to. */
  readonly peer: HostId;
  /** It has come to its end by then. */
  readonly over: boolean;
}
/** The sessions up to that event, in the order in which they began: of servers, and of clients sent out by a queue. */
export function talksIn(trace: readonly TraceEvent[], upTo: number): readonly Talk[] {
  const ends = new Map<ConnId, readonly [HostId, HostId]>();
  const talks = new Map<string, Talk>();
  for (const event of trace.slice(0, upTo + 1)) {
    if (event.type === 'conn') ends.set(event.conn, [event.from, event.to]);
    else if (event.type === 'outcome') {
      const { conn, protocol, to } = event;
      const end = readers.get(protocol)?.end ?? 'b';
      const [from = '', answering = ''] = ends.get(conn) ?? [];
      const [host, peer] = end === 'a' ? [from, answering] : [answering, from];
      talks.set(`${conn} ${end}`, { conn, protocol, end, host, peer, over: to === 'closed' });
    }
  }
  return [...talks.values()];
}

export interface Choice {
  /** Index in the trace. */
  readonly event: number;
  /** What it had to be decided about, as it was heard; '' where nothing was said. */
  readonly heard: string;
  /** What that was, in a sentence. */
  readonly about: string;
  /** In which case it is decided so, and where that is written: `5321#3.2`, or ''. */
  readonly when: string;
  readonly rfc: string;
  readonly to: string;
}
/** What a session has decided so far. */
export function choicesOf(
  trace: readonly TraceEvent[],
  { conn, protocol }: Pick<Talk, 'conn' | 'protocol'>,
  upTo: number,
): readonly Choice[] {
  const reader = readers.get(protocol);
  return trace.slice(0, upTo + 1).flatMap((event, index): readonly Choice[] => {
    if (event.type !== 'outcome' || event.conn !== conn || event.protocol !== protocol) return [];
    const declared = reader?.outcomeOf(event, event.from);
    const command = commandOf(trace, event);
    const { line = '', problem } = (reader?.hides(event.from) === true ? undefined : command) ?? {};
    const about = reader?.ask((p) => summaryOf(p, event)) ?? '';
    const { when = '', rfc = '' } = declared ?? {};
    return [{ event: index, heard: line, about, when, rfc: problem?.rfc ?? rfc, to: event.to }];
  });
}
/** Of the rule that was asked; '' where none fits. */
function summaryOf<P extends Shape>(p: Protocol<P>, { trigger, from }: Came): string {
  const is = (name: string, states: readonly string[]): boolean => name === trigger && states.includes(from);
  return (
    commandsOf(p).find(({ rule }) => is(rule.verb, rule.from))?.rule.summary ??
    signalsOf(p).find(({ rule }) => is(rule.on, rule.from))?.rule.summary ??
    ''
  );
}
type Came = Pick<TraceEvent & { readonly type: 'outcome' }, 'trigger' | 'from'>;

export interface Attempt {
  /** The machine that is tried, or has been. */
  readonly host: string;
  readonly address: string;
  readonly preference: number;
  /** Index in the trace of setting out. */
  readonly event: number;
  /** What it came to; '': it is not over. */
  readonly reply: string;
}
/** What a queue has tried for the same letter and domain, up to the try that a client was sent out for; none for any other session. */
export function attemptsBefore(
  trace: readonly TraceEvent[],
  { conn }: Pick<Talk, 'conn'>,
): readonly Attempt[] {
  const dial = trace.find((e) => e.type === 'conn' && e.conn === conn && e.phase === 'dial');
  const sent = dial && eventOf(trace, dial.cause);
  if (sent?.type !== 'fact' || !isQueueFact(sent.fact) || sent.fact.type !== 'tried') return [];
  const { id, domain } = sent.fact;
  return trace.slice(0, trace.indexOf(sent) + 1).reduce<readonly Attempt[]>((sofar, it, event) => {
    const known = it.type === 'fact' && it.host === sent.host && isQueueFact(it.fact) && it.fact.id === id;
    return known && isQueueFact(it.fact) ? tried(sofar, it.fact, domain, event) : sofar;
  }, []);
}
/** One try more, or what the last one came to. */
function tried(
  sofar: readonly Attempt[],
  fact: QueueFact,
  domain: string,
  event: number,
): readonly Attempt[] {
  const last = sofar.at(-1);
  if (fact.type === 'tried' && fact.domain === domain) {
    const { host, address, preference } = fact;
    return [...sofar, { host, address, preference, event, reply: '' }];
  }
  const ended = (fact.type === 'deferred' || fact.type === 'failed') && last?.reply === '';
  return ended ? [...sofar.slice(0, -1), { ...last, reply: fact.reply }] : sofar;
}
