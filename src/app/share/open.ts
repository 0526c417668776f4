// A link or a file from outside becomes a session: checked, replayed within bounds, and compared with what its sender saw.
import * as v from 'valibot';
import type { Timeline } from '../../core/kernel/timeline.ts';
import type { Lab } from '../lab.ts';
import type { Input } from '../../core/kernel/world.ts';
import { resting } from '../rest.ts';
import { marksSchema, placed } from '../kept-marks.ts';
import { beginningOf, branchSchema, replayed, type SavedBranch } from '../restore.ts';
import { keptMarks, learnt, saveOf } from '../save.ts';
import { SHARED, type Session } from '../state.ts';
import { codeOf, sharedIn } from './code.ts';
import { believed, journalOf, journalText } from './journal.ts';
import { LIMITS, parsed, Unopened, within } from './limits.ts';
import { changedSince, seenIn } from './seen.ts';

/** The moment on screen, as a number of events; -1: the present. */
export type Moment = number;
export const PRESENT: Moment = -1;
export interface Opened {
  readonly session: Session;
  readonly at: Moment;
  /** The engine that played it when it was shared. */
  readonly engine: number;
  /** The things done, by place, after which something else is seen now than then; of the branch that is looked at. */
  readonly changed: readonly number[];
}

const current = ({ branches, branch }: Session): Timeline | undefined =>
  branches.find(({ id }) => id === branch)?.timeline;

/** The branch that is looked at, from its beginning, as the code of a link. '' when there is nothing to share. */
export function linkCode(session: Session, at: Moment): string {
  const timeline = current(session);
  if (!timeline) return '';
  const { engine, world, seed, before } = saveOf(session);
  const journal = journalText([...before, ...learnt(timeline.inputs)]);
  return codeOf({ engine, world, seed, at, before: before.length, seen: seenIn(timeline), journal });
}
/** Throws `Unopened`; nothing has happened then. */
export async function openCode(lab: Lab, code: string): Promise<Opened> {
  const { engine, world, seed, at, before, seen, journal } = sharedIn(code);
  const all = journalOf(journal);
  const inputs = all.slice(before);
  const branch = { id: 1, name: '', firstLine: '', parent: null, forkedAt: 0, inputs };
  const wanted = {
    world,
    seed,
    before: all.slice(0, before),
    branch: 1,
    branches: [branch],
    marks: [],
    engine,
  };
  return opened(await bounded(lab, wanted), at, engine, seen);
}

const KIND = 'mailwire journal';
const VERSION = 1;
const laterSchema = v.object({ kind: v.literal(KIND), version: v.pipe(v.number(), v.minValue(VERSION + 1)) });
/** All branches, as a file. */
export function fileOf(session: Session, at: Moment): string {
  const timeline = current(session);
  const seen = timeline ? seenIn(timeline) : [];
  return `${JSON.stringify({ kind: KIND, version: VERSION, at, seen, ...saveOf(session), ...keptMarks(session) }, null, 1)}\n`;
}
const upTo = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const natural = upTo(LIMITS.number);
/** Judged one by one: whoever sent the file may want to know which is wrong. */
const entries = v.array(v.unknown());
const fileSchema = v.object({
  kind: v.literal(KIND),
  version: v.literal(VERSION),
  at: v.union([v.literal(PRESENT), natural]),
  seen: v.pipe(v.array(upTo(255)), v.maxLength(2 * LIMITS.inputs)),
  engine: natural,
  world: v.pipe(v.string(), v.maxLength(40)),
  seed: natural,
  before: entries,
  branch: natural,
  branches: v.pipe(
    v.array(v.strictObject({ ...branchSchema.entries, inputs: entries })),
    v.minLength(1),
    v.maxLength(LIMITS.branches),
  ),
  marks: marksSchema,
});
/** Throws `Unopened`; nothing has happened then. */
export async function openFile(lab: Lab, text: string): Promise<Opened> {
  within(text.length, LIMITS.file, 'characters');
  const read = parsed(text);
  if (v.is(laterSchema, read)) throw new Unopened('newer', 'version');
  const { success, output } = v.safeParse(fileSchema, read);
  if (!success) throw new Unopened('unreadable', 'no journal');
  const { at, engine, seen, world, seed, branch, marks } = output;
  const before = output.before.map(believed);
  const branches = output.branches.map((each) => ({ ...each, inputs: each.inputs.map(believed) }));
  return opened(
    await bounded(lab, { world, seed, before, branch, branches, marks, engine }),
    at,
    engine,
    seen,
  );
}
function opened(session: Session, at: Moment, engine: number, seen: readonly number[]): Opened {
  const timeline = current(session);
  return { session, at, engine, changed: timeline ? changedSince(seen, timeline) : [] };
}

interface Wanted {
  readonly world: string;
  readonly seed: number;
  readonly before: readonly Input[];
  readonly branch: number;
  readonly branches: readonly SavedBranch[];
  readonly marks: v.InferOutput<typeof marksSchema>;
  readonly engine: number;
}
/** The page goes on meanwhile; who asks for too much is left off in time. */
async function bounded(lab: Lab, wanted: Wanted): Promise<Session> {
  const { world, seed, before, branch, branches, marks, engine } = wanted;
  const many = branches.reduce((sum, { inputs }) => sum + inputs.length, before.length);
  within(many, 2 * LIMITS.inputs, 'inputs');
  if (branches.every(({ id }) => id !== branch)) throw new Unopened('wrong', `no branch ${branch}`);
  const rest = resting((spent) => within(spent, LIMITS.replay, 'milliseconds'));
  const start = await beginningOf(lab, world, before, seed, rest);
  if (!start) throw new Unopened('no-world', world);
  const played = await replayed(lab, start, branches, rest).catch((error: unknown) => {
    throw error instanceof RangeError ? new Unopened('wrong', error.message) : error;
  });
  return {
    lesson: SHARED,
    world,
    before,
    branches: played,
    branch,
    marks: placed(played, marks, engine),
    own: false,
  };
}
