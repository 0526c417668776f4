// Is it a change at all? A journal may come from anywhere; whether a change can be done is judged where it is done.
import type { Change } from './change.ts';
import type { PeopleEdit } from './people.ts';

type Fits = (value: unknown) => boolean;
type Known = Readonly<Record<string, unknown>>;

const text: Fits = (it) => typeof it === 'string';
const texts: Fits = (it) => Array.isArray(it) && it.every(text);
const number: Fits = (it) => typeof it === 'number';
const phase: Fits = (it) => it === 'add' || it === 'remove';
const maybe =
  (fits: Fits): Fits =>
  (it) =>
    it === undefined || fits(it);
const orNull =
  (fits: Fits): Fits =>
  (it) =>
    it === null || fits(it);
const isRecord = (it: unknown): it is Known => typeof it === 'object' && it !== null && !Array.isArray(it);
const record =
  (shape: Readonly<Record<string, Fits>>): Fits =>
  (it) =>
    isRecord(it) && Object.entries(shape).every(([key, fits]) => fits(it[key]));
/** Which of several shapes it must have is what it says under this key. */
const oneOf =
  (key: string, shapes: Readonly<Record<string, Fits>>): Fits =>
  (it) => {
    const word = isRecord(it) ? it[key] : undefined;
    return typeof word === 'string' && Object.hasOwn(shapes, word) && shapes[word]?.(it) === true;
  };

const hash = record({ stored: text, server: text });
const keys = record({ salt: text, iterations: number, sha1: hash, sha256: hash });
const EDITS: Readonly<Record<PeopleEdit['kind'], Fits>> = {
  user: record({ name: text, password: text, keys: orNull(keys) }),
  dismiss: record({ name: text }),
  quota: record({ name: text, octets: orNull(number) }),
  mailbox: record({ name: text, mailbox: text, phase }),
  rename: record({ name: text, mailbox: text, to: text }),
  alias: record({ name: text, to: texts }),
  list: record({ name: text, owner: text, phase }),
  member: record({ name: text, member: text, phase }),
};
const CHANGES: Readonly<Record<Change['type'], Fits>> = {
  link: record({
    between: (it) => Array.isArray(it) && it.length === 2 && it.every(text),
    set: record({ latency: maybe(number), segment: maybe(number), loss: maybe(number) }),
  }),
  // each decision knows itself what fits
  policy: record({ host: text, set: isRecord }),
  middlebox: record({
    host: text,
    to: maybe(text),
    set: record({
      log: maybe((it) => typeof it === 'boolean'),
      strip: maybe(texts),
      inject: maybe(orNull(record({ after: text, octets: text }))),
    }),
  }),
  people: record({ host: text, edit: oneOf('kind', EDITS) }),
  record: record({ edit: record({ phase, line: text, instead: maybe(text) }) }),
  fault: record({ name: text, fault: text }),
  resolver: record({ latency: number }),
};
export const isChange: Fits = oneOf('type', CHANGES);
