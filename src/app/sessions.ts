// Which story is looked at, where it begins, and what was put away. What is done with its branches comes later (`branches.ts`).
import type { World } from '../core/kernel/world.ts';
import { perform } from './engine.ts';
import type { Lab } from './lab.ts';
import { STANDARD, type EngineState, type Problem, type PutAway, type Session } from './state.ts';
import { engine, FIRST_CONSOLE } from './store.ts';

const { getState: get, setState: set } = engine;

const NOTHING_WAITS = { waiting: [], fetching: 'no' } as const;
export const lookAt = (
  s: EngineState,
  { lesson, world, before, branches, branch, marks, own }: Session,
): Partial<EngineState> => {
  const found = branches.find((b) => b.id === branch) ?? branches[0];
  if (!found || !s.lab) return {};
  const { timeline } = found;
  const schedule = s.lab.schedule(timeline.trace);
  return {
    lesson,
    world,
    before,
    branches,
    branch: found.id,
    marks,
    own,
    timeline,
    trace: timeline.trace,
    schedule,
    time: schedule.total,
    live: true,
    playing: 'no',
    version: s.version + 1,
    ...NOTHING_WAITS,
  };
};
/** The world as it was; what was there can be had back. `always`: even if nothing had been done. */
export function startOver(always = false): void {
  const s = get();
  beginIn(s, s.timeline.worlds[0], always);
}
/** In another world: from its beginning. False: there is none of this name. */
export async function enterWorld(name: string): Promise<boolean> {
  const start = await get().lab?.world(name);
  beginIn({ lesson: '', world: name, before: [] }, start);
  return start !== undefined;
}
function beginIn(where: Beginning, start: World | undefined, always = false): void {
  const s = get();
  if (!s.lab || !start) return;
  set({
    ...lookAt(s, newSession(s.lab, where, start)),
    attic: putAway(s.attic, always ? sessionOf(s) : worthKeeping(s)),
    console: s.lesson === '' ? FIRST_CONSOLE : s.console,
  });
}
export const sessionOf = ({ lesson, world, before, branches, branch, marks, own }: Session): Session => ({
  lesson,
  world,
  before,
  branches,
  branch,
  marks,
  own,
});
export const worthKeeping = (s: Session): Session | undefined =>
  s.branches.some(({ timeline }) => timeline.inputs.length > 0) ? sessionOf(s) : undefined;
/** Sessions of one's own that are kept; of what was only shown, or opened, the last one. */
const MOST = 8;
export function putAway(
  attic: readonly PutAway[],
  ...more: readonly (Session | undefined)[]
): readonly PutAway[] {
  let own = 0;
  let others = 0;
  return [...more.flatMap((session) => (session ? [{ own: session.own, session }] : [])), ...attic].filter(
    (kept) => (kept.own ? own++ < MOST : others++ < 1),
  );
}
/** Where a session begins. */
export type Beginning = Pick<Session, 'lesson' | 'world' | 'before'>;
export const newSession = (lab: Lab, { lesson, world, before }: Beginning, start: World): Session => ({
  lesson,
  world,
  before,
  branches: [{ id: 1, name: '', firstLine: '', parent: null, forkedAt: 0, timeline: lab.begin(start) }],
  branch: 1,
  marks: [],
  own: false,
});
const FREE: Beginning = { lesson: '', world: STANDARD, before: [] };
/** The simulation is there: the session goes on where it was left, or begins; then what was typed meanwhile is done. */
export function attach(lab: Lab, saved: Session | undefined, problem?: Problem): void {
  const { waiting } = get();
  set((s) => ({ lab, ...lookAt({ ...s, lab }, saved ?? newSession(lab, FREE, lab.start)), problem }));
  if (waiting.length > 0) set({ own: true });
  perform(waiting);
}
export const dismissProblem = (): void => set({ problem: undefined });
