// What may stand in a lesson's front matter and in its step blocks. Strict: a misspelt key is an error, not a silence.
import {
  array,
  custom,
  integer,
  lazy,
  maxLength,
  minLength,
  minValue,
  number,
  optional,
  pipe,
  regex,
  strictObject,
  string,
  boolean,
  type GenericSchema,
  type InferOutput,
} from 'valibot';
import type { Predicate } from '../core/trace/predicate.ts';

const words = pipe(string(), minLength(1, 'must not be empty'));
const slug = pipe(string(), regex(/^[a-z][a-z0-9-]*$/, 'must be a slug: a-z, 0-9 and -'));
const rfc = pipe(string(), regex(/^\d{3,5}(?:#[\w.]+)?$/, 'must be an RFC and its section: 1939#7'));
const whole = pipe(number(), integer(), minValue(0));
const pattern = pipe(string(), minLength(1), custom<string>(isPattern, 'must be a regular expression'));
function isPattern(source: unknown): boolean {
  try {
    return new RegExp(String(source)) instanceof RegExp;
  } catch {
    return false;
  }
}

const predicates = lazy(() => pipe(array(predicate), minLength(1, 'must not be empty')));
const box = strictObject({ mailbox: words, count: optional(whole), subject: optional(words) });
const side = custom<'client' | 'server'>(
  (value) => value === 'client' || value === 'server',
  'must be client or server',
);
/** One entry for each kind of predicate: the closed list. */
const kinds = {
  outcome: strictObject({ outcome: words, line: optional(pattern) }),
  reply: strictObject({
    reply: strictObject({ to: words, status: optional(words), code: optional(words) }),
  }),
  sent: strictObject({
    sent: strictObject({ verb: optional(words), line: optional(pattern), state: optional(words) }),
  }),
  order: strictObject({ order: predicates }),
  never: strictObject({ never: lazy(() => predicate) }),
  stored: strictObject({ stored: box }),
  absent: strictObject({ absent: box }),
  state: strictObject({ state: words }),
  tls: strictObject({ tls: words }),
  leak: strictObject({ leak: words }),
  wire: strictObject({
    wire: strictObject({ dir: optional(side), octets: optional(pattern), visible: optional(boolean()) }),
  }),
  cost: strictObject({ cost: strictObject({ received: optional(whole), commands: optional(whole) }) }),
  answer: strictObject({ answer: slug }),
  all: strictObject({ all: predicates }),
  any: strictObject({ any: predicates }),
  not: strictObject({ not: lazy(() => predicate) }),
} as const;
const unknownKind = custom<Predicate>(() => false, `must be one of ${Object.keys(kinds).join(', ')}`);
/** The key says which kind; what is wrong inside is then said of that kind alone. */
export const predicate: GenericSchema<unknown, Predicate> = lazy(
  (input): GenericSchema<unknown, Predicate> => {
    const key = typeof input === 'object' && input !== null ? Object.keys(input) : [];
    const kind = Object.entries(kinds).find(([name]) => key.includes(name))?.[1];
    return kind ?? unknownKind;
  },
);

const choice = strictObject({
  q: words,
  options: pipe(array(words), minLength(2, 'must give a choice')),
  answer: whole,
  why: words,
  rfc: optional(rfc),
});
export const stepSchema = strictObject({
  goal: predicate,
  asks: optional(array(strictObject({ id: slug, q: words, accept: pipe(array(words), minLength(1)) })), []),
  predict: optional(choice),
  hints: pipe(
    array(strictObject({ id: slug, text: words, when: optional(predicate) })),
    minLength(1, 'must have at least one hint'),
    maxLength(6, 'must not have more than six'),
  ),
  show: pipe(array(words), minLength(1, 'must show at least one line')),
});
export const frontMatter = strictObject({
  id: pipe(string(), regex(/^[A-Z]\d+$/, 'must be a track letter and a number: P1')),
  title: words,
  track: slug,
  prereqs: array(pipe(string(), regex(/^[A-Z]\d+$/))),
  minutes: pipe(number(), integer(), minValue(1)),
  rfc: pipe(array(rfc), minLength(1)),
  objective: words,
  scene: strictObject({ world: slug, console: words }),
  routes: optional(array(strictObject({ title: words, type: pipe(array(words), minLength(1)) })), []),
  wrongPaths: pipe(
    array(strictObject({ step: slug, type: pipe(array(words), minLength(1)), hint: slug })),
    minLength(1, 'must have at least one'),
  ),
  quiz: pipe(array(choice), minLength(1)),
  teacher: strictObject({ ask: words, board: words, minutes: whole }),
});
export type FrontMatter = InferOutput<typeof frontMatter>;
export type StepBlock = InferOutput<typeof stepSchema>;
