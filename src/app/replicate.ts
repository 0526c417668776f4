// The store beside its replica: what is done here becomes a deed, and what is done elsewhere is done here, each in its place in the order.
import type { Timeline } from '../core/kernel/timeline.ts';
import type { Input } from '../core/kernel/world.ts';
import { engine, perform } from './engine.ts';
import type { Lab } from './lab.ts';
import { marksBeyond, noted, notesBetween, type Notes } from './notes.ts';
import {
  deedsUpon,
  heardIn,
  isSame,
  merged,
  nextDeed,
  withDeed,
  type Base,
  type Deed,
  type Replica,
} from './replica.ts';
import { recorded, restore } from './restore.ts';
import { learnt, saveOf } from './save.ts';
import { lookAt, sessionOf } from './sessions.ts';
import type { EngineState, Session } from './state.ts';

const { getState: get, setState: set } = engine;

/** What the store shows: these deeds upon this base. */
interface Shown {
  readonly base: Base;
  readonly deeds: readonly Deed[];
  /** Undefined: it shows something else by now. */
  readonly timeline: Timeline | undefined;
  /** Inputs of it that are deeds already, and the last of them. */
  readonly told: number;
  readonly last: Input | undefined;
  /** What is written beside it, as far as that is in deeds. */
  readonly notes: Notes;
}
export interface Shared {
  /** This window. */
  readonly me: string;
  /** When it joined, in milliseconds. */
  readonly since: number;
  replica: Replica;
  shown: Shown;
  /** The sessions of bases, as they begin. */
  readonly origins: WeakMap<Base, Session>;
  /** What changes now was done elsewhere. */
  applying: boolean;
}
const windowName = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join('');
const LATEST = Number.MAX_SAFE_INTEGER;
/** `fresh`: whatever others have holds before what is here. */
export function share(fresh: boolean): Shared {
  const [me, now] = [windowName(), Date.now()];
  const first = { since: fresh ? LATEST : now, turn: 0, window: me };
  const base: Base = { ...first, holds: {}, save: saveOf(sessionOf(get())) };
  const shown = { base, deeds: [], ...toldNow() };
  const replica = { base, deeds: [] };
  const shared = { me, since: now, replica, shown, origins: new WeakMap(), applying: false };
  remember(shared, base);
  return shared;
}
function toldNow(): Pick<Shown, 'timeline' | 'told' | 'last' | 'notes'> {
  const { timeline, branches, marks } = get();
  return { timeline, told: timeline.inputs.length, last: timeline.inputs.at(-1), notes: { branches, marks } };
}
/** A base is the session that is looked at: it stays as it is while that goes on. */
function remember({ origins }: Shared, base: Base): void {
  const s = get();
  if (!s.lab || s.branches.length === 0) return;
  origins.set(base, withTimeline(sessionOf(s), s.lab.fork(s.timeline, s.timeline.inputs.length)));
}
const withTimeline = (session: Session, timeline: Timeline): Session => ({
  ...session,
  branches: session.branches.map((each) => (each.id === session.branch ? { ...each, timeline } : each)),
});

// --- what is done here ----------------------------------------------------------------------------------------------

/** Somebody has gone elsewhere: where they are now is the base, and what was not there yet is done upon it. */
export function rebase(shared: Shared): void {
  const { base, deeds } = shared.shown;
  const mine: Base = {
    since: base.since,
    turn: Math.max(base.turn, shared.replica.base.turn) + 1,
    window: shared.me,
    holds: heardIn(deeds, base.holds),
    save: saveOf(sessionOf(get())),
  };
  remember(shared, mine);
  shared.shown = { base: mine, deeds: [], ...toldNow() };
  shared.replica = merged(shared.replica, { base: mine, deeds: [] });
}
/** What has been done here since; undefined: nothing. */
export function noteDeed(shared: Shared, now: EngineState): Deed | undefined {
  const { told, last } = shared.shown;
  const { inputs } = now.timeline;
  // waiting twice is waiting once, longer: then the last one is another
  const fresh = learnt(inputs.slice(inputs[told - 1] === last ? told : told - 1));
  if (fresh.length === 0) return noteNotes(shared, now);
  shared.shown = { ...shared.shown, told: inputs.length, last: inputs.at(-1) };
  return done(shared, { lesson: now.lesson, inputs: fresh });
}
/** The same of what has been written beside the journal. */
function noteNotes(shared: Shared, { lesson, branches, marks }: EngineState): Deed | undefined {
  const { notes: before } = shared.shown;
  if (branches === before.branches && marks === before.marks) return undefined;
  const notes = notesBetween(before, { branches, marks });
  shared.shown = { ...shared.shown, notes: { branches, marks } };
  return notes.length > 0 ? done(shared, { lesson, inputs: [], notes }) : undefined;
}
function done(shared: Shared, what: Omit<Deed, 'window' | 'nth' | 'clock'>): Deed {
  const { me: window, replica, shown } = shared;
  const deed = nextDeed(replica, { window, ...what }, Date.now());
  shared.replica = withDeed(replica, deed) ?? replica;
  shared.shown = { ...shown, deeds: [...shown.deeds, deed] };
  return deed;
}

// --- what is done elsewhere -----------------------------------------------------------------------------------------

/**
 * Takes over what another window holds. What was typed here before anybody could be told is a deed too, if it went on from there. Throws
 * where their session cannot be believed; nothing has happened then.
 */
export async function take(shared: Shared, lab: Lab, theirs: Replica): Promise<void> {
  const mine = shared.shown.base;
  const after = merged(shared.replica, theirs);
  if (after.base !== shared.replica.base && !shared.origins.has(after.base)) {
    const session = await restore(lab, after.base.save);
    shared.origins.set(after.base, session);
    if (mine.turn === 0 && mine.window === shared.me) await keepEarlier(shared, lab, theirs, mine);
  }
  shared.replica = merged(shared.replica, theirs);
}
async function keepEarlier(shared: Shared, lab: Lab, theirs: Replica, mine: Base): Promise<void> {
  const others = { ...theirs, deeds: theirs.deeds.filter(({ window }) => window !== shared.me) };
  const { session, timeline } = await build(shared, lab, () => others);
  const { inputs, notes } = beyond(mine.save as Save, saveOf(withTimeline(session, timeline)));
  const window = `${shared.me} before`;
  const deed = { window, nth: 1, clock: shared.since, lesson: session.lesson, inputs, notes };
  if (inputs.length + notes.length > 0) shared.replica = withDeed(shared.replica, deed) ?? shared.replica;
}
type Save = ReturnType<typeof saveOf>;
/** By how much `mine` goes on where `theirs` ends, and what is marked in it besides; nothing, where it is another. */
function beyond(mine: Save, theirs: Save): Required<Pick<Deed, 'inputs' | 'notes'>> {
  const begun = mine.branches.map((branch, i) => ({
    ...branch,
    inputs: branch.inputs.slice(0, theirs.branches[i]?.inputs.length ?? 0),
  }));
  const journal = (save: Save): string =>
    JSON.stringify({ ...save, marks: [], branches: save.branches.map((each) => ({ ...each, name: '' })) });
  if (journal({ ...mine, branches: begun }) !== journal(theirs)) return { inputs: [], notes: [] };
  const at = mine.branches.findIndex(({ id }) => id === mine.branch);
  return {
    inputs: mine.branches[at]?.inputs.slice(begun[at]?.inputs.length) ?? [],
    notes: marksBeyond(mine.marks, theirs.marks),
  };
}

/** The store comes to show what the replica says. */
export async function bringUp(shared: Shared): Promise<void> {
  const { lab } = get();
  if (!lab || goneOn(shared)) return;
  const built = await build(shared, lab, () => shared.replica);
  apply(shared, () =>
    set((s) => {
      const session = withTimeline(built.session, built.timeline);
      // what waits here for a part has yet to be done
      const { waiting, fetching } = s;
      const waits = s.lesson === session.lesson ? { waiting, fetching } : {};
      return { ...lookAt(s, { ...session, own: s.own || session.own }), ...waits };
    }),
  );
  shared.shown = { base: built.base, deeds: built.deeds, ...toldNow() };
}
/** Most of the time there is one deed more, at the end. False: it is not so, or takes long; it is to be built anew. */
function goneOn(shared: Shared): boolean {
  const { shown, replica } = shared;
  const { timeline, lesson } = get();
  const all = deedsUpon(replica, lesson);
  const stands =
    shown.base === replica.base && shown.timeline === timeline && shown.told === timeline.inputs.length;
  if (!stands || !startsWith(all, shown.deeds)) return false;
  for (const deed of all.slice(shown.deeds.length)) {
    if (get().waiting.length > 0) return false;
    apply(shared, () => {
      if (deed.notes) set((s) => ({ ...noted(s, deed.notes), version: s.version + 1 }));
      if (deed.inputs.length === 0) return;
      set((s) => ({ live: true, time: s.schedule.total }));
      perform([deed.inputs]);
    });
    if (get().waiting.length > 0) {
      set({ waiting: [], fetching: 'no' });
      shared.shown = { ...shared.shown, timeline: undefined };
      return false;
    }
    shared.shown = { ...shared.shown, deeds: [...shared.shown.deeds, deed] };
  }
  return true;
}
const startsWith = (all: readonly Deed[], deeds: readonly Deed[]): boolean =>
  deeds.every((deed, i) => isSame(deed, all[i]));

interface Built {
  readonly base: Base;
  readonly session: Session;
  readonly timeline: Timeline;
  readonly deeds: readonly Deed[];
}
/** The session that a replica comes to. Throws where it cannot be believed. */
export async function sessionIn(lab: Lab, replica: Replica): Promise<Session> {
  const { session, timeline } = await build({ origins: new WeakMap() }, lab, () => replica);
  return withTimeline(session, timeline);
}
/** From the base on; what comes in meanwhile comes in too. */
async function build(shared: Pick<Shared, 'origins'>, lab: Lab, now: () => Replica): Promise<Built> {
  let built = await begun(shared, lab, now().base);
  for (;;) {
    const replica = now();
    const all = deedsUpon(replica, built.session.lesson);
    const next = all[built.deeds.length];
    if (built.base !== replica.base || !startsWith(all, built.deeds))
      built = await begun(shared, lab, replica.base);
    else if (!next) return built;
    else {
      for (const input of next.inputs) await recorded(lab, built.timeline, input);
      const session = withTimeline(built.session, built.timeline);
      Object.assign(session, noted(session, next.notes));
      built = { ...built, session, deeds: [...built.deeds, next] };
    }
  }
}
async function begun({ origins }: Pick<Shared, 'origins'>, lab: Lab, base: Base): Promise<Built> {
  const session = origins.get(base) ?? (await restore(lab, base.save));
  origins.set(base, session);
  const origin = session.branches.find(({ id }) => id === session.branch)?.timeline ?? lab.begin(lab.start);
  return { base, session, timeline: lab.fork(origin, origin.inputs.length), deeds: [] };
}
/** Nothing of this was done here. */
export function apply(shared: Shared, change: () => void): void {
  shared.applying = true;
  change();
  shared.shown = { ...shared.shown, ...toldNow() };
  shared.applying = false;
}
