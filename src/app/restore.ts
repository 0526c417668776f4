// What a reload brings back, validated before it is believed. Fetched only where something was kept.
import * as v from 'valibot';
import { ACCESS, FLAGS, KEEPS, type Account, type Draft, type Settings } from '../core/base/device.ts';
import type { Part } from '../core/base/parts.ts';
import type { PeopleEdit } from '../core/host/people.ts';
import { isSetting, type Policy } from '../core/host/policy.ts';
import type { Timeline } from '../core/kernel/timeline.ts';
import type { Input, World } from '../core/kernel/world.ts';
import { FAULTS } from '../core/net/dns/service.ts';
import type { Middlebox } from '../core/net/middlebox.ts';
import type { Link } from '../core/net/stream.ts';
import { engine } from './store.ts';
import { marksSchema, placed } from './kept-marks.ts';
import { resting, type Rest } from './rest.ts';
import type { Branch, Problem, Session } from './state.ts';
import type { Lab } from './lab.ts';
import { ENGINE } from './save.ts';

/** A key more in what a learner may do is a key more here, or it does not compile: else a reload would not know its own words. */
type Keys<T> = { readonly [K in keyof T]-?: v.GenericSchema };

const octets = v.pipe(v.string(), v.regex(/^[\0-\xff]*$/));
const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
const host = v.pipe(v.string(), v.maxLength(255));
const link = v.partial(
  v.strictObject({ latency: natural, segment: natural, loss: natural } satisfies Keys<Link>),
);
const text = v.pipe(octets, v.maxLength(4096));
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const policy = v.custom<Partial<Policy>>(
  (value) => isRecord(value) && Object.entries(value).every(([name, it]) => isSetting(name, it)),
);
const middlebox = v.partial(
  v.strictObject({
    log: v.boolean(),
    strip: v.pipe(v.array(text), v.maxLength(50)),
    inject: v.nullable(v.strictObject({ after: text, octets: text })),
  } satisfies Keys<Middlebox>),
);
const hash = v.strictObject({ stored: text, server: text });
const keys = v.strictObject({ salt: text, iterations: natural, sha1: hash, sha256: hash });
const phase = v.picklist(['add', 'remove']);
const kind = <const T extends PeopleEdit['kind']>(word: T) => ({ kind: v.literal(word), name: text });
const edits = {
  user: v.strictObject({ ...kind('user'), password: text, keys: v.nullable(keys) }),
  dismiss: v.strictObject(kind('dismiss')),
  quota: v.strictObject({ ...kind('quota'), octets: v.nullable(natural) }),
  mailbox: v.strictObject({ ...kind('mailbox'), mailbox: text, phase }),
  rename: v.strictObject({ ...kind('rename'), mailbox: text, to: text }),
  alias: v.strictObject({ ...kind('alias'), to: v.pipe(v.array(text), v.maxLength(100)) }),
  list: v.strictObject({ ...kind('list'), owner: text, phase }),
  member: v.strictObject({ ...kind('member'), member: text, phase }),
} satisfies Keys<Record<PeopleEdit['kind'], unknown>>;
const edit = v.union(Object.values(edits));
const change = v.variant('type', [
  v.strictObject({ type: v.literal('link'), between: v.tuple([host, host]), set: link }),
  v.strictObject({ type: v.literal('policy'), host, set: policy }),
  v.strictObject({ type: v.literal('middlebox'), host, to: v.exactOptional(host), set: middlebox }),
  v.strictObject({ type: v.literal('people'), host, edit }),
  v.strictObject({
    type: v.literal('record'),
    edit: v.strictObject({
      phase: v.picklist(['add', 'remove']),
      line: text,
      instead: v.exactOptional(text),
    }),
  }),
  v.strictObject({ type: v.literal('fault'), name: host, fault: v.picklist([...FAULTS, 'none']) }),
  v.strictObject({ type: v.literal('resolver'), latency: natural }),
]);
const letter = v.strictObject({ folder: text, id: text });
const settings = v.partial(
  v.strictObject({
    access: v.picklist(ACCESS),
    keep: v.picklist(KEEPS),
    days: natural,
    secure: v.boolean(),
    upgrade: v.boolean(),
    watch: v.boolean(),
    copy: v.boolean(),
    online: v.boolean(),
  } satisfies Keys<Settings>),
);
const account = v.strictObject({
  address: text,
  user: text,
  password: text,
  pop3: host,
  imap: host,
  submission: host,
} satisfies Keys<Account>);
const draft = v.strictObject({
  to: text,
  subject: text,
  text: octets,
  re: v.nullable(letter),
} satisfies Keys<Draft>);
const does = <const T extends string>(word: T) => ({ does: v.literal(word) });
const deed = v.variant('does', [
  v.strictObject(does('sync')),
  v.strictObject(does('forget')),
  v.strictObject({ ...does('set'), settings }),
  v.strictObject({ ...does('account'), account }),
  v.strictObject({ ...does('look'), folder: text }),
  v.strictObject({ ...does('make'), folder: text }),
  v.strictObject({ ...does('read'), letter }),
  v.strictObject({ ...does('delete'), letter }),
  v.strictObject({ ...does('move'), letter, to: text }),
  v.strictObject({ ...does('flag'), letter, flag: v.picklist(FLAGS), on: v.boolean() }),
  v.strictObject({ ...does('send'), draft }),
  v.strictObject({ ...does('discard'), job: text }),
]);
/** What a learner's journal may hold: everything but the bridge's real sockets. */
export const inputSchema = v.variant('type', [
  v.strictObject({ type: v.literal('type'), console: host, octets }),
  v.strictObject({ type: v.literal('open'), console: host, host }),
  v.strictObject({ type: v.literal('shut'), console: host }),
  v.strictObject({ type: v.literal('pass'), until: v.union([natural, v.literal('quiet')]) }),
  v.strictObject({ type: v.literal('device'), host, deed }),
  v.strictObject({ type: v.literal('turn'), knob: change }),
  v.strictObject({ type: v.literal('cut'), conn: natural, after: natural }),
]);
export const branchSchema = v.strictObject({
  id: natural,
  name: v.pipe(v.string(), v.maxLength(200)),
  firstLine: v.pipe(v.string(), v.maxLength(200)),
  parent: v.nullable(natural),
  forkedAt: natural,
  /** After the first `forkedAt`, which its parent has. */
  inputs: v.array(inputSchema),
});
const saveSchema = v.strictObject({
  engine: natural,
  lesson: v.optional(v.pipe(v.string(), v.maxLength(40)), ''),
  world: v.pipe(v.string(), v.maxLength(40)),
  /** Left out by those who had no other than the world's own. */
  seed: v.exactOptional(natural),
  before: v.optional(v.array(inputSchema), []),
  branch: natural,
  branches: v.pipe(v.array(branchSchema), v.minLength(1)),
  marks: marksSchema,
  /** Left out by those who kept nothing but what was somebody's. */
  own: v.optional(v.boolean(), true),
  /** When it was left: what is put away is told from others by it. */
  at: v.exactOptional(natural),
});
/** Replays what was saved, while the page goes on. Throws when it cannot be believed; the words say why. */
export async function restore(lab: Lab, saved: unknown, rest: Rest = resting()): Promise<Session> {
  const read = v.parse(saveSchema, saved);
  const { lesson, world, branch, own } = read;
  const before = read.before.map(withoutUndefined);
  const start = await beginningOf(lab, world, before, read.seed, rest);
  if (!start) throw new Error(`there is no world ${world}`);
  const kept = read.branches.map((each) => ({ ...each, inputs: each.inputs.map(withoutUndefined) }));
  const branches = await replayed(lab, start, kept, rest);
  // one of them is looked at, whatever was kept of which
  const shown = branches.some(({ id }) => id === branch) ? branch : (branches[0]?.id ?? branch);
  const marks = placed(branches, read.marks, read.engine);
  return { lesson, world, before, branches, branch: shown, marks, own };
}
/** Milliseconds of work. */
const LONG = 200;
function sayIfLong(spent: number): void {
  const { lab, fetching } = engine.getState();
  if (spent > LONG && !lab && fetching === 'no') engine.setState({ fetching: 'replay' });
}
/** The same while the page comes up: whoever waits for it is told why. */
export const restoreAtStart = (lab: Lab, saved: unknown): Promise<Session> =>
  restore(lab, saved, resting(sayIfLong));
/** To be told of what another engine had played: where the world has changed since, it goes another way. */
export function ofAnother(saved: unknown, { branches }: Session): Problem | undefined {
  const { engine: then } = v.parse(v.object({ engine: natural }), saved);
  const idle = branches.every(({ timeline }) => timeline.inputs.length === 0);
  return idle || then === ENGINE ? undefined : { kind: 'engine', detail: String(then) };
}
export interface SavedBranch extends Omit<Branch, 'timeline'> {
  readonly inputs: readonly Input[];
}
/** Throws where a branch leaves one that is not there, or is there already. */
export async function replayed(
  lab: Lab,
  start: World,
  branches: readonly SavedBranch[],
  rest: Rest,
): Promise<readonly Branch[]> {
  const done: Branch[] = [];
  for (const { id, name, firstLine, parent, forkedAt, inputs } of branches) {
    const origin = done.find((b) => b.id === parent);
    if (parent !== null && !origin) throw new RangeError(`branch ${id} leaves a branch that is not there`);
    if (done.some((b) => b.id === id)) throw new RangeError(`there are two branches ${id}`);
    // what is kept of it is what comes after that: no more than there is
    const at = Math.min(forkedAt, origin?.timeline.inputs.length ?? 0);
    const timeline = origin ? lab.fork(origin.timeline, at) : lab.begin(start);
    for (const input of inputs) await recorded(lab, timeline, input, rest);
    done.push({ id, name, firstLine, parent, forkedAt: at, timeline });
  }
  return done;
}
/** The world of this name after what was done to it beforehand: there a session begins. Undefined: there is none. */
export async function beginningOf(
  lab: Lab,
  world: string,
  before: readonly Input[],
  seed?: number,
  rest: Rest = resting(),
): Promise<World | undefined> {
  const own = await lab.world(world);
  const start = own && seed !== undefined ? { ...own, seed } : own;
  if (!start || before.length === 0) return start;
  const timeline = lab.begin(start);
  for (const input of before) await recorded(lab, timeline, input, rest);
  return lab.seek(timeline, timeline.inputs.length);
}
/** Whatever parts it needs are waited for. */
export async function recorded(
  lab: Lab,
  timeline: Timeline,
  input: Input,
  rest: Rest = resting(),
): Promise<void> {
  const turn = (): Part | 'busy' | undefined => lab.turn(timeline, input);
  for (let missing = turn(); missing; missing = turn())
    if (missing === 'busy') await rest();
    else await lab.fetch(missing);
  await rest();
}
/** A schema's optional keys may read `undefined`; an input simply has no such key. */
const withoutUndefined = (input: v.InferOutput<typeof inputSchema>): Input =>
  JSON.parse(JSON.stringify(input)) as Input;
