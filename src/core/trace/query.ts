// Searching a trace: one event against one pattern.
import { decode64 } from '../base/base64.ts';
import type { Octets } from '../base/octets.ts';
import { placeOf, type TraceEvent } from './event.ts';
import { patternOf } from './pattern/pattern.ts';
import type { Asked, Between, Dialled, OnWire, OutcomePath, Queueing, Reply, Sent } from './predicate.ts';
import { readers } from './protocols.ts';
import { isQueueFact } from './queues.ts';

/** An earlier event by its id, from anywhere in the same trace. */
export const eventOf = (trace: readonly TraceEvent[], id: number): TraceEvent | undefined =>
  trace[placeOf(trace, id)];
/** The command that came to this outcome. */
export function commandOf(
  trace: readonly TraceEvent[],
  outcome: TraceEvent,
): (TraceEvent & { type: 'command' }) | undefined {
  const cause = eventOf(trace, outcome.cause);
  return cause?.type === 'command' ? cause : undefined;
}

/** Is it of a command whose tag none before it on its connection had (RFC 9051 §2.2.1)? */
export function hasFreshTag(trace: readonly TraceEvent[], outcome: TraceEvent): boolean {
  const command = commandOf(trace, outcome);
  const first = trace.find(
    (it) => it.type === 'command' && it.conn === outcome.conn && it.tag === command?.tag,
  );
  return command !== undefined && first === command;
}

/** Who called whom on this connection; undefined: nobody did. */
export function endsOf(
  trace: readonly TraceEvent[],
  conn: number,
): (TraceEvent & { type: 'conn' }) | undefined {
  for (const event of trace) if (event.type === 'conn' && event.conn === conn) return event;
  return undefined;
}
/** Is it their conversation? */
export function isBetween(
  event: TraceEvent,
  { on, by, port }: Between,
  trace: readonly TraceEvent[],
): boolean {
  if (on === undefined && by === undefined && port === undefined) return true;
  const ends = endsOf(trace, event.conn);
  return (
    ends !== undefined &&
    (on === undefined || ends.to === on) &&
    (by === undefined || ends.from === by) &&
    (port === undefined || ends.port === port)
  );
}
export const isDialled = (event: TraceEvent, { to, port, by }: Dialled): boolean =>
  event.type === 'conn' &&
  event.phase === 'dial' &&
  fits(to, event.to) &&
  (port === undefined || event.port === port) &&
  (by === undefined || event.from === by);
export const isAsked = (event: TraceEvent, { name, type, by }: Asked): boolean =>
  event.type === 'dns' &&
  event.phase === 'query' &&
  fits(name.toLowerCase(), event.question.name.toLowerCase().replace(/\.$/, '')) &&
  (type === undefined || event.question.type === type) &&
  (by === undefined || event.host === by);

export const isQueueing = (event: TraceEvent, { comes, on }: Queueing): boolean =>
  event.type === 'fact' &&
  event.fact.type === comes &&
  isQueueFact(event.fact) &&
  (on === undefined || event.host === on);

export interface PathParts {
  readonly protocol: string;
  readonly trigger: string;
  readonly outcome: string;
}
/** A trigger may itself contain a slash: `smtp/MAIL/SIZE/tooBig`. */
export function pathParts(path: OutcomePath): PathParts {
  const [protocol = '', ...more] = path.split('/');
  const outcome = more.pop() ?? '';
  return { protocol, trigger: more.join('/'), outcome };
}
const fits = (wanted: string, is: string): boolean => wanted === '*' || wanted === is;

export function isOutcome(
  event: TraceEvent,
  { protocol, trigger, outcome }: PathParts,
): event is TraceEvent & { type: 'outcome' } {
  return (
    event.type === 'outcome' &&
    fits(protocol, event.protocol) &&
    fits(trigger, event.trigger) &&
    fits(outcome, event.outcome)
  );
}
export const isSent = (event: TraceEvent, { verb, line, state }: Sent): boolean =>
  event.type === 'command' &&
  (verb === undefined || event.verb === verb) &&
  (line === undefined || patternOf(line, 'i').test(event.line)) &&
  (state === undefined || `${event.protocol}/${event.state}` === state);

/** Known from the declaration, not from the octets: several replies may share one send. */
export function isReply(event: TraceEvent, { to, status, code }: Reply): boolean {
  if (event.type !== 'outcome' || event.trigger !== to) return false;
  const says = readers.get(event.protocol)?.outcomeOf(event, event.from)?.says;
  if (says === undefined) return false;
  const [first = '', second = ''] = says.split(/[ \n]/);
  return (
    (status === undefined || isStatus(first, status)) &&
    (code === undefined || second === code || second === `[${code}]`)
  );
}
const isStatus = (first: string, wanted: string): boolean =>
  wanted.endsWith('yz') ? /^\d{3}$/.test(first) && first[0] === wanted[0] : first === wanted;
export const isOnWire = (event: TraceEvent, { dir, octets, visible }: OnWire): boolean =>
  event.type === 'wire' &&
  (dir === undefined || (dir === 'client') === (event.dir === 'a>b')) &&
  (visible === undefined || event.visible === visible) &&
  (octets === undefined || patternOf(octets, 'i').test(event.octets));

const TOKEN = /[A-Za-z0-9+/]{4,}={0,2}/g;
/** Is it there to be read, plainly or behind base64, which hides nothing (RFC 4648 §12)? */
export const reveals = (octets: Octets, secret: Octets): boolean =>
  octets.includes(secret) ||
  (octets.match(TOKEN) ?? []).some((token) => decode64(token)?.includes(secret) === true);
