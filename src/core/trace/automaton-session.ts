// Predicates about what was said: by clients, by servers, and where their sessions stand.
import type { Automaton } from './automaton.ts';
import type { TraceEvent } from './event.ts';
import { openAt } from './open-mailbox.ts';
import { patternOf } from './pattern/pattern.ts';
import type { Between, OutcomePath, Reply, Sent, StateTitle, Why, Written } from './predicate.ts';
import { readers } from './protocols.ts';
import {
  commandOf,
  hasFreshTag,
  isBetween,
  isOutcome,
  isReply,
  isSent,
  pathParts,
  type PathParts,
} from './query.ts';

type Test = (event: TraceEvent, index: number, trace: readonly TraceEvent[]) => boolean;

export const MET: Automaton = { met: true, why: () => [], on: () => MET };
/** Met once it has happened. */
export const once = (test: Test, why: Why): Automaton => {
  const waiting: Automaton = {
    met: false,
    why: () => [why],
    on: (event, index, trace) => (test(event, index, trace) ? MET : waiting),
  };
  return waiting;
};

interface Came {
  readonly outcome: string;
  readonly from: string;
  readonly event: number;
}
interface Reached extends Between {
  readonly outcome: OutcomePath;
  readonly line?: string | undefined;
  readonly in?: string | undefined;
  readonly freshTag?: boolean | undefined;
}
export function reaching(wish: Reached, last: Came | undefined): Automaton {
  const wanted = pathParts(wish.outcome);
  const looks = wish.line === undefined ? undefined : patternOf(wish.line, 'i');
  const self: Automaton = {
    met: false,
    why: () => [outcomeMissing(wanted, wish, last)],
    on(event, index, trace) {
      if (!isOutcome(event, { ...wanted, outcome: '*' }) || !isBetween(event, wish, trace)) return self;
      const asked = looks?.test(commandOf(trace, event)?.line ?? '') ?? true;
      const there = wish.in === undefined || openAt(trace, index, event.conn) === wish.in;
      const tagged = wish.freshTag !== true || hasFreshTag(trace, event);
      if (asked && there && tagged && isOutcome(event, wanted)) return MET;
      return reaching(wish, { outcome: event.outcome, from: event.from, event: index });
    },
  };
  return self;
}
function outcomeMissing(wanted: PathParts, { on = '', by = '' }: Between, last: Came | undefined): Why {
  const reader = readers.get(wanted.protocol);
  const { protocol, trigger, outcome } = wanted;
  const spoken = last && { trigger, outcome: last.outcome };
  const when = conditionOf((spoken && reader?.outcomeOf(spoken, last.from)?.when) ?? '');
  const elsewhere = last?.outcome === outcome || (spoken && reader?.isRefusal(spoken)) === false;
  const tried = last && { outcome: last.outcome, when, elsewhere, event: last.event };
  return {
    kind: 'outcome',
    protocol,
    trigger,
    outcome,
    on,
    by,
    when: conditionOf(reader?.outcomeOf(wanted, '')?.when ?? ''),
    last: tried,
  };
}
export const replying = (reply: Reply): Automaton => {
  const { to, status = '', code = '' } = reply;
  return once((event, _index, trace) => isReply(event, reply) && isBetween(event, reply, trace), {
    kind: 'reply',
    to,
    status,
    code,
  });
};
export const sending = (sent: Sent): Automaton =>
  once((event, _index, trace) => isSent(event, sent) && isBetween(event, sent, trace), {
    kind: 'sent',
    verb: sent.verb ?? '',
  });
const titledIn = (protocol: string, name: string): StateTitle => ({
  name,
  title: readers.get(protocol)?.titleOf(name) ?? name,
});
interface Stood extends Between {
  readonly state: string;
}
export function standing(wish: Stood, now: string): Automaton {
  const [protocol = '', wanted = ''] = wish.state.split('/');
  const titled = (name: string): StateTitle => titledIn(protocol, name);
  const cameTo = (event: TraceEvent, trace: readonly TraceEvent[]): string | undefined =>
    event.type === 'outcome' && event.protocol === protocol && isBetween(event, wish, trace)
      ? event.to
      : undefined;
  const at = (state = now): Automaton => (state === now ? self : standing(wish, state));
  const self: Automaton = {
    met: false,
    why: () => [
      {
        kind: 'state',
        protocol: readers.get(protocol)?.title ?? protocol,
        wanted: titled(wanted),
        now: now === '' ? undefined : titled(now),
      },
    ],
    on(event, _index, trace) {
      const next = cameTo(event, trace);
      return next === wanted ? MET : at(next);
    },
    early: (event, trace) => at(cameTo(event, trace)),
  };
  return self;
}
const NOWHERE: ReadonlySet<number> = new Set();
/** `there`: the connections whose sessions stand in that state. */
export function standingNow(path: string, there = NOWHERE): Automaton {
  const [protocol = '', wanted = ''] = path.split('/');
  const self: Automaton = {
    met: there.size > 0,
    why: () => [{ kind: 'now', wanted: titledIn(protocol, wanted) }],
    on(event) {
      const now = standingAfter(event, protocol, wanted, there);
      return now === there ? self : standingNow(path, now);
    },
  };
  return self;
}
/** The connections whose sessions stand in that state; the same set when nothing changes. */
function standingAfter(
  event: TraceEvent,
  protocol: string,
  wanted: string,
  there: ReadonlySet<number>,
): ReadonlySet<number> {
  const moved = event.type === 'outcome' && event.protocol === protocol;
  const gone = event.type === 'conn' && (event.phase === 'closed' || event.phase === 'reset');
  if (!moved && !gone) return there;
  const stands = moved && event.to === wanted;
  if (stands === there.has(event.conn)) return there;
  const others = [...there].filter((conn) => conn !== event.conn);
  return new Set(stands ? [...others, event.conn] : others);
}
const SHELL = 'shell';
export function writing(wish: Written, there = NOWHERE): Automaton {
  const [protocol = '', wanted = ''] = wish.state.split('/');
  const looks = patternOf(wish.line);
  const isThere = (conn: number): boolean => (wish.state === SHELL ? conn === 0 : there.has(conn));
  const by = (console: string): boolean => wish.console === undefined || wish.console === console;
  const self: Automaton = {
    met: false,
    why: () => [{ kind: 'written' }],
    on(event) {
      if (event.type === 'typed')
        return isThere(event.conn) && by(event.console) && looks.test(event.octets.replace(/\n$/, ''))
          ? MET
          : self;
      const now = standingAfter(event, protocol, wanted, there);
      return now === there ? self : writing(wish, now);
    },
  };
  return self;
}
/** What always comes of a command is no condition to tell somebody of. */
const conditionOf = (when: string): string => (/^always\b/.test(when) ? '' : when);
