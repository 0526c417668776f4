// A predicate as a small machine folded over the trace: immutable, so that looking back costs nothing.
import type { World } from '../kernel/world.ts';
import type { TraceEvent } from './event.ts';
import { costing } from './automaton-cost.ts';
import {
  MET,
  once,
  reaching,
  replying,
  sending,
  standing,
  standingNow,
  writing,
} from './automaton-session.ts';
import { clicking, onDevice } from './automaton-device.ts';
import { storing } from './automaton-store.ts';
import type { Predicate, Why } from './predicate.ts';
import { isAsked, isBetween, isDialled, isOnWire, isQueueing, reveals } from './query.ts';

export interface Automaton {
  readonly met: boolean;
  /** Of an unmet one: why not yet. All that is missing, most urgent first. */
  readonly why: () => readonly Why[];
  /** One more event; itself when nothing changes. */
  readonly on: (event: TraceEvent, index: number, trace: readonly TraceEvent[]) => Automaton;
  /** An event before its turn in an `order`: what is there by then depends on it all the same. Absent: nothing does. */
  readonly early?: (event: TraceEvent, trace: readonly TraceEvent[]) => Automaton;
}
const early = (part: Automaton, event: TraceEvent, trace: readonly TraceEvent[]): Automaton =>
  part.early?.(event, trace) ?? part;
/** `answer` is the caller's business: here it always holds. */
export function automatonOf(predicate: Predicate, start: World): Automaton {
  if ('outcome' in predicate) return reaching(predicate, undefined);
  if ('reply' in predicate) return replying(predicate.reply);
  if ('sent' in predicate) return sending(predicate.sent);
  if ('state' in predicate) return standing(predicate, '');
  if ('now' in predicate) return standingNow(predicate.now);
  if ('written' in predicate) return writing(predicate.written);
  return ofTheWorld(predicate, start);
}
type Composed = Extract<
  Predicate,
  { all: unknown } | { any: unknown } | { not: unknown } | { never: unknown } | { order: unknown }
>;
type OfSessions =
  | { outcome: unknown }
  | { reply: unknown }
  | { sent: unknown }
  | { state: unknown }
  | { now: unknown }
  | { written: unknown };
function ofTheWorld(predicate: Exclude<Predicate, OfSessions>, start: World): Automaton {
  if ('tls' in predicate) return securing(predicate.tls);
  if ('dialled' in predicate || 'dns' in predicate || 'queue' in predicate) return between(predicate);
  if ('stored' in predicate) return storing(predicate.stored, start, false);
  if ('absent' in predicate) return storing(predicate.absent, start, true);
  if ('device' in predicate) return onDevice(predicate.device, start, false);
  if ('offDevice' in predicate) return onDevice(predicate.offDevice, start, true);
  if ('clicked' in predicate) return clicking(predicate.clicked);
  if ('leak' in predicate) return leaking(predicate.leak, {});
  if ('wire' in predicate) {
    const { wire } = predicate;
    return once((event, _index, trace) => isOnWire(event, wire) && isBetween(event, wire, trace), {
      kind: 'wire',
    });
  }
  if ('cost' in predicate) return costing(predicate.cost, { received: 0, commands: 0 });
  return 'answer' in predicate ? MET : composed(predicate, start);
}
function composed(predicate: Composed, start: World): Automaton {
  const made = (parts: readonly Predicate[]): readonly Automaton[] =>
    parts.map((part) => automatonOf(part, start));
  if ('all' in predicate) return both(made(predicate.all));
  if ('any' in predicate) return either(made(predicate.any));
  if ('order' in predicate) return inOrder(made(predicate.order));
  return 'not' in predicate
    ? negated(automatonOf(predicate.not, start))
    : never(automatonOf(predicate.never, start));
}

/** What machines have done with each other. */
function between(
  predicate: Extract<Predicate, { dialled: unknown } | { dns: unknown } | { queue: unknown }>,
) {
  if ('queue' in predicate) {
    const { comes, on } = predicate.queue;
    return once((event) => isQueueing(event, predicate.queue), { kind: 'queue', comes, on: on ?? '' });
  }
  if ('dns' in predicate) {
    const { dns } = predicate;
    return once((event) => isAsked(event, dns), { kind: 'dns', name: dns.name, type: dns.type ?? '' });
  }
  const { dialled } = predicate;
  const why: Why = { kind: 'dialled', to: dialled.to, port: dialled.port ?? 0 };
  return once((event) => isDialled(event, dialled), why);
}

const securing = (host: string): Automaton =>
  once((event) => event.type === 'conn' && event.phase === 'secured' && (host === '*' || event.to === host), {
    kind: 'tls',
    host,
  });
/** A secret may come in two segments: the end of what each side has shown so far is kept. */
function leaking(secret: string, seen: Readonly<Record<string, string>>): Automaton {
  const self: Automaton = {
    met: false,
    why: () => [{ kind: 'leak' }],
    on(event) {
      if (event.type !== 'wire' || !event.visible) return self;
      const lane = `${event.conn} ${event.dir}`;
      const shown = (seen[lane] ?? '') + event.octets;
      if (reveals(shown, secret)) return MET;
      return leaking(secret, { ...seen, [lane]: shown.slice(-secret.length * 2) });
    },
  };
  return self;
}

function both(parts: readonly Automaton[]): Automaton {
  const self: Automaton = {
    met: parts.every((part) => part.met),
    why: () => parts.flatMap((part) => (part.met ? [] : part.why())),
    on: (event, index, trace) => moved(self, parts, (part) => part.on(event, index, trace), both),
    early: (event, trace) => moved(self, parts, (part) => early(part, event, trace), both),
  };
  return self;
}
function either(parts: readonly Automaton[]): Automaton {
  const self: Automaton = {
    met: parts.some((part) => part.met),
    why() {
      const all = parts.map((part) => part.why());
      // a way that only going back would open again is not named beside one that is open
      const open = all.filter((each) => !each.some(({ kind }) => kind === 'not' || kind === 'never'));
      return [{ kind: 'any', of: (open.length > 0 ? open : all).flat() }];
    },
    on: (event, index, trace) => moved(self, parts, (part) => part.on(event, index, trace), either),
    early: (event, trace) => moved(self, parts, (part) => early(part, event, trace), either),
  };
  return self;
}
function moved(
  self: Automaton,
  parts: readonly Automaton[],
  on: (part: Automaton) => Automaton,
  make: (parts: readonly Automaton[]) => Automaton,
): Automaton {
  const next = parts.map(on);
  return next.every((part, i) => part === parts[i]) ? self : make(next);
}
function inOrder(parts: readonly Automaton[]): Automaton {
  const [first, ...more] = parts;
  if (!first) return MET;
  const self: Automaton = {
    met: false,
    why: () => first.why(),
    on(event, index, trace) {
      const next = first.on(event, index, trace);
      const later = more.map((part) => early(part, event, trace));
      if (next.met) return inOrder(later);
      return next === first && later.every((part, i) => part === more[i]) ? self : inOrder([next, ...later]);
    },
    early: (event, trace) => moved(self, parts, (part) => early(part, event, trace), inOrder),
  };
  return self;
}
function negated(part: Automaton): Automaton {
  const self: Automaton = {
    met: !part.met,
    why: () => [{ kind: 'not' }],
    on: (event, index, trace) =>
      moved(
        self,
        [part],
        (it) => it.on(event, index, trace),
        ([it]) => negated(it ?? part),
      ),
    early: (event, trace) =>
      moved(
        self,
        [part],
        (it) => early(it, event, trace),
        ([it]) => negated(it ?? part),
      ),
  };
  return self;
}
/** Broken once, broken for good. */
function never(part: Automaton): Automaton {
  const self: Automaton = {
    met: true,
    why: () => [],
    on(event, index, trace) {
      const next = part.on(event, index, trace);
      if (next.met) return broken(index);
      return next === part ? self : never(next);
    },
  };
  return part.met ? broken(-1) : self;
}
const broken = (event: number): Automaton => {
  const self: Automaton = { met: false, why: () => [{ kind: 'never', event }], on: () => self };
  return self;
};
