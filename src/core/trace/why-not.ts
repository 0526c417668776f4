// Why a server said no: what it believes now, the rule, and what it would take instead.
import type { ConnId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { Conn, World } from '../kernel/world.ts';
import type { LegalVerb } from '../spec/describe.ts';
import { hostBeliefs, sessionBeliefs, type Belief } from './beliefs.ts';
import type { TraceEvent } from './event.ts';
import { readers, type Reader } from './protocols.ts';
import { contentIn } from './status.ts';

export interface WhyNot {
  /** Index in the trace of the outcome. */
  readonly event: number;
  readonly conn: ConnId;
  readonly protocol: string;
  readonly trigger: string;
  readonly outcome: string;
  /** It answered nothing: it has closed of its own accord. */
  readonly hungUp: boolean;
  /** The first line of what it said; '' where it said nothing. */
  readonly reply: Octets;
  /** When that is so, in the words of the declaration. */
  readonly when: string;
  /** As a declaration names it: `5321#3.3`. */
  readonly rfc: string;
  readonly beliefs: readonly Belief[];
  /** What comes before the verb of whatever is said next: a tag, where there are tags. */
  readonly begins: Octets;
  /** What it takes now. Empty: nothing, as it has hung up, or waits for something that is no command. */
  readonly legal: readonly LegalVerb[];
  /** Ways to a moment at which the refused command is legal, the usual one first, each as verbs in order. */
  readonly ways: readonly (readonly string[])[];
}
type Outcome = TraceEvent & { readonly type: 'outcome' };

/** Did the server say no by this event? */
export function isNo(event: TraceEvent | undefined): event is Outcome {
  if (event?.type !== 'outcome') return false;
  const reader = readers.get(event.protocol);
  return reader?.end === 'b' && reader.isRefusal(event);
}
/** Does a server close with these words though nobody has asked it for anything? What answers a command is named after it. */
export const hangsUp = ({ trigger, to }: Pick<Outcome, 'trigger' | 'to'>): boolean =>
  to === 'closed' && /^[a-z]/.test(trigger);
/** `before` and `after`: the world round the step in which it happened. Undefined: that event is no refusal. */
export function whyNot(
  trace: readonly TraceEvent[],
  index: number,
  before: World,
  after: World,
): WhyNot | undefined {
  const event = trace[index];
  const reader = event?.type === 'outcome' ? readers.get(event.protocol) : undefined;
  if (!isNo(event) || !reader) return undefined;
  const { conn, protocol, trigger, outcome, from } = event;
  const now = connIn(after, conn);
  const talking = now && !isOver(now) ? now : undefined;
  // octets that were announced come all the same: no command is heard before they are through
  const owed = owedOn(talking, after);
  const verbs = talking && owed === 0 ? legalOn(reader, talking, after) : [];
  const { when = '', rfc = '' } = reader.outcomeOf(event, from) ?? {};
  return {
    event: index,
    conn,
    protocol,
    trigger,
    outcome,
    hungUp: hangsUp(event),
    reply: replyTo(trace, index),
    when,
    rfc,
    beliefs: [
      standing(reader, event, talking !== undefined),
      ...(owed > 0 ? [{ what: 'owed', value: String(owed) } as const] : []),
      ...beliefsOn(now ?? connIn(before, conn), after),
    ],
    begins: talking ? reader.begins(talking.b.state) : '',
    legal: verbs.filter(({ why }) => !why),
    ways: waysTo(trigger, verbs),
  };
}
const owedOn = (conn: Conn | undefined, world: World): number => (conn && contentIn(world, conn)?.left) ?? 0;
const standing = (reader: Reader, { from, to }: Outcome, talks: boolean): Belief =>
  talks
    ? { what: 'state', value: reader.titleOf(to) ?? to }
    : { what: 'closed', value: reader.titleOf(from) ?? from };
const legalOn = (reader: Reader, { b }: Conn, { hosts }: World): readonly LegalVerb[] => {
  const host = hosts[b.host];
  return (host && reader.legalNow(b.state, host)) ?? [];
};
function beliefsOn(conn: Conn | undefined, { hosts }: World): readonly Belief[] {
  if (!conn) return [];
  const host = hosts[conn.b.host];
  return [...sessionBeliefs(conn.b.state), ...(host ? hostBeliefs(host) : [])];
}
function waysTo(trigger: string, verbs: readonly LegalVerb[]): WhyNot['ways'] {
  const why = verbs.find(({ verb }) => verb === trigger.split('/')[0])?.why;
  return why?.kind === 'state' ? why.unlock : [];
}
const connIn = ({ conns }: World, id: ConnId): Conn | undefined => conns.find((conn) => conn.id === id);
/** The server has said its last word. */
const isOver = ({ fromB, phase }: Conn): boolean => phase !== 'open' || fromB.fin !== 'no';

/** How far its words can be from the outcome that brought them. */
const NEAR = 40;
function replyTo(trace: readonly TraceEvent[], index: number): Octets {
  const outcome = trace[index];
  for (const event of trace.slice(index + 1, index + 1 + NEAR))
    if (event.type === 'wire' && event.cause === outcome?.id && event.dir === 'b>a')
      return event.octets.split('\r\n')[0] ?? '';
  return '';
}
