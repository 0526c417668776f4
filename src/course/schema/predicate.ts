// What a goal or a hint may ask of a trace, as a lesson writes it.
import { array, boolean, lazy, minLength, optional, pipe, type GenericSchema } from 'valibot';
import { TYPES } from '../../core/base/dns.ts';
import { QUEUE_FACTS } from '../../core/host/spool.ts';
import type { Predicate } from '../../core/trace/predicate.ts';
import { CLICKS } from '../lesson.ts';
import { block, byKey, keyed, oneOf, pattern, slug, whole, words } from './words.ts';

const between = { on: optional(words), by: optional(words), port: optional(whole) };
const box = block({
  mailbox: words,
  count: optional(whole),
  subject: optional(words),
  header: optional(keyed(pattern)),
  letter: optional(pattern),
  fresh: optional(boolean()),
  flags: optional(array(words)),
});
const held = block({
  on: words,
  folder: optional(words),
  subject: optional(words),
  flags: optional(array(words)),
  whole: optional(boolean()),
  count: optional(whole),
});
const side = oneOf(['client', 'server']);
const one: GenericSchema<unknown, Predicate> = lazy(() => predicate);
const some = pipe(array(one), minLength(1, 'must not be empty'));

/** The closed list. */
export const predicate: GenericSchema<unknown, Predicate> = byKey<Predicate>({
  outcome: block({
    outcome: words,
    line: optional(pattern),
    in: optional(words),
    freshTag: optional(boolean()),
    ...between,
  }),
  reply: block({
    reply: block({ to: words, status: optional(words), code: optional(words), ...between }),
  }),
  sent: block({
    sent: block({
      verb: optional(words),
      line: optional(pattern),
      state: optional(words),
      ...between,
    }),
  }),
  written: block({ written: block({ state: words, line: pattern, console: optional(words) }) }),
  order: block({ order: some }),
  never: block({ never: one }),
  stored: block({ stored: box }),
  absent: block({ absent: box }),
  device: block({ device: held }),
  offDevice: block({ offDevice: held }),
  clicked: block({ clicked: block({ does: optional(oneOf(CLICKS)), on: optional(words) }) }),
  state: block({ state: words, ...between }),
  now: block({ now: words }),
  dialled: block({
    dialled: block({ to: words, port: optional(whole), by: optional(words) }),
  }),
  dns: block({ dns: block({ name: words, type: optional(oneOf(TYPES)), by: optional(words) }) }),
  queue: block({ queue: block({ comes: oneOf(QUEUE_FACTS), on: optional(words) }) }),
  tls: block({ tls: words }),
  leak: block({ leak: words }),
  wire: block({
    wire: block({
      dir: optional(side),
      octets: optional(pattern),
      visible: optional(boolean()),
      ...between,
    }),
  }),
  cost: block({ cost: block({ received: optional(whole), commands: optional(whole) }) }),
  answer: block({ answer: slug }),
  all: block({ all: some }),
  any: block({ any: some }),
  not: block({ not: one }),
});
