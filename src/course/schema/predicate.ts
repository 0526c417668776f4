// What a goal or a hint may ask of a trace, as a lesson writes it.
import {
  array,
  boolean,
  lazy,
  minLength,
  optional,
  picklist,
  pipe,
  record,
  strictObject,
  type GenericSchema,
} from 'valibot';
import { QUEUE_FACTS } from '../../core/host/spool.ts';
import type { Predicate } from '../../core/trace/predicate.ts';
import { CLICKS } from '../lesson.ts';
import { byKey, pattern, slug, whole, words } from './words.ts';

const between = { on: optional(words), by: optional(words), port: optional(whole) };
const box = strictObject({
  mailbox: words,
  count: optional(whole),
  subject: optional(words),
  header: optional(record(words, pattern)),
  letter: optional(pattern),
  fresh: optional(boolean()),
  flags: optional(array(words)),
});
const held = strictObject({
  on: words,
  folder: optional(words),
  subject: optional(words),
  flags: optional(array(words)),
  whole: optional(boolean()),
  count: optional(whole),
});
const side = picklist(['client', 'server']);
const one: GenericSchema<unknown, Predicate> = lazy(() => predicate);
const some = pipe(array(one), minLength(1, 'must not be empty'));

/** The closed list. */
export const predicate: GenericSchema<unknown, Predicate> = byKey<Predicate>({
  outcome: strictObject({ outcome: words, line: optional(pattern), ...between }),
  reply: strictObject({
    reply: strictObject({ to: words, status: optional(words), code: optional(words), ...between }),
  }),
  sent: strictObject({
    sent: strictObject({
      verb: optional(words),
      line: optional(pattern),
      state: optional(words),
      ...between,
    }),
  }),
  written: strictObject({ written: strictObject({ state: words, line: pattern, console: optional(words) }) }),
  order: strictObject({ order: some }),
  never: strictObject({ never: one }),
  stored: strictObject({ stored: box }),
  absent: strictObject({ absent: box }),
  device: strictObject({ device: held }),
  offDevice: strictObject({ offDevice: held }),
  clicked: strictObject({ clicked: strictObject({ does: optional(picklist(CLICKS)), on: optional(words) }) }),
  state: strictObject({ state: words, ...between }),
  now: strictObject({ now: words }),
  dialled: strictObject({
    dialled: strictObject({ to: words, port: optional(whole), by: optional(words) }),
  }),
  dns: strictObject({ dns: strictObject({ name: words, type: optional(words), by: optional(words) }) }),
  queue: strictObject({ queue: strictObject({ comes: picklist(QUEUE_FACTS), on: optional(words) }) }),
  tls: strictObject({ tls: words }),
  leak: strictObject({ leak: words }),
  wire: strictObject({
    wire: strictObject({
      dir: optional(side),
      octets: optional(pattern),
      visible: optional(boolean()),
      ...between,
    }),
  }),
  cost: strictObject({ cost: strictObject({ received: optional(whole), commands: optional(whole) }) }),
  answer: strictObject({ answer: slug }),
  all: strictObject({ all: some }),
  any: strictObject({ any: some }),
  not: strictObject({ not: one }),
});
