// Why a server said no: what it believes now, the rule, and what it would take instead.
import type { ConnId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { Conn, World } from '../kernel/world.ts';
import type { LegalVerb } from '../spec/describe.ts';
import { hostBeliefs, sessionBeliefs, type Belief } from './beliefs.ts';
import type { TraceEvent } from './event.ts';
import { readers, type Reader } from './protocols.ts';
import { commandOf } from './query.ts';
import { isNo, type Outcome } from './refusals.ts';
import { contentIn, stateIn } from './status.ts';

export interface WhyNot {
  /** Index in the trace of the outcome. */
  readonly event: number;
  readonly conn: ConnId;
  readonly protocol: string;
  readonly trigger: string;
  readonly outcome: string;
  /** The command that was refused, or that what was refused belongs to; '' where it is none that the manual knows. */
  readonly verb: string;
  /** It answered nothing: it has closed of its own accord. */
  readonly hungUp: boolean;
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
  const { conn, protocol, trigger, outcome } = event;
  const now = connIn(after, conn);
  const talking = now && !isOver(now) ? now : undefined;
  // octets that were announced come all the same: no command is heard before they are through
  const owed = owedOn(talking, after);
  const verbs = talking && owed === 0 ? legalOn(reader, talking, after) : [];
  const verb = verbOf(reader, event);
  return {
    event: index,
    conn,
    protocol,
    trigger,
    outcome,
    verb,
    hungUp: hangsUp(event),
    ...ruleOf(reader, event, trace),
    beliefs: [
      standing(reader, event, talking && stateIn(talking)),
      ...(owed > 0 ? [{ what: 'owed', value: String(owed) } as const] : []),
      ...beliefsOn(now ?? connIn(before, conn), after),
    ],
    begins: talking ? reader.begins(talking.b.state) : '',
    legal: verbs.filter(({ why }) => !why),
    ways: waysTo(verb, verbs),
  };
}
/** What is wrong with a parameter is written where the parameter is. */
function ruleOf(reader: Reader, event: Outcome, trace: readonly TraceEvent[]): Pick<WhyNot, 'when' | 'rfc'> {
  const { when = '', rfc = '' } = reader.outcomeOf(event, event.from) ?? {};
  return { when, rfc: commandOf(trace, event)?.problem?.rfc ?? rfc };
}
const owedOn = (conn: Conn | undefined, world: World): number => (conn && contentIn(world, conn)?.left) ?? 0;
/** Several refusals may share a send: what is believed is what came of all of it. */
const standing = (reader: Reader, { from }: Outcome, now: string | undefined): Belief =>
  now === undefined
    ? { what: 'closed', value: reader.titleOf(from) ?? from }
    : { what: 'state', value: reader.titleOf(now) ?? now };
function verbOf({ help, diagram }: Reader, { trigger, from }: Outcome): string {
  const [verb = ''] = trigger.split('/');
  if (help.some((known) => known.verb === verb)) return verb;
  if (!HANDED.has(trigger)) return '';
  const led = diagram().arrows.filter(({ to }) => to === from);
  return led.flatMap(({ moves }) => moves).find(({ typed }) => typed)?.trigger ?? '';
}
/** What is handed over after a command: it belongs to the one that led to where it is heard. */
const HANDED: ReadonlySet<string> = new Set(['content', 'tooMuch', 'chunk', 'response', 'done']);
const legalOn = (reader: Reader, { b }: Conn, { hosts }: World): readonly LegalVerb[] => {
  const host = hosts[b.host];
  return (host && reader.legalNow(b.state, host)) ?? [];
};
function beliefsOn(conn: Conn | undefined, { hosts }: World): readonly Belief[] {
  if (!conn) return [];
  const { host: id, state, machine } = conn.b;
  const host = hosts[id];
  const own = sessionBeliefs(state);
  const hello = own.some(({ what }) => what === 'client');
  return [...own, ...(host ? hostBeliefs(host, machine, hello) : [])];
}
function waysTo(verb: string, verbs: readonly LegalVerb[]): WhyNot['ways'] {
  const why = verbs.find((known) => known.verb === verb)?.why;
  if (!why || why.kind === 'unknown') return [];
  const { secure, unlock } = why;
  if (secure === undefined) return unlock;
  return unlock.length === 0 ? [[secure]] : unlock.map((way) => [secure, ...way]);
}
const connIn = ({ conns }: World, id: ConnId): Conn | undefined => conns.find((conn) => conn.id === id);
/** The server has said its last word. */
const isOver = ({ fromB, phase }: Conn): boolean => phase !== 'open' || fromB.fin !== 'no';
