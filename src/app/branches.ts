// What one does with the branches of a story: looks at another, names it, marks places in it, leaves something out.
import { goLive, perform } from './engine.ts';
import { lookAt, sessionOf } from './sessions.ts';
import type { Branch, Mark } from './state.ts';
import { engine } from './store.ts';

const { getState: get, setState: set } = engine;

/** What waits was meant for the branch that is looked away from. */
export const switchBranch = (branch: number): void => set((s) => lookAt(s, { ...sessionOf(s), branch }));
export const renameBranch = (id: number, name: string): void =>
  set((s) => ({
    branches: s.branches.map((b) => (b.id === id ? { ...b, name } : b)),
    version: s.version + 1,
  }));
export const setMarks = (marks: readonly Mark[]): void =>
  set((s) => ({ marks, own: true, version: s.version + 1 }));
/**
 * As if this input had never been: what came after it is done again, on a branch of its own. `name`: what that is called.
 */
export function without(input: number, name: string): void {
  const s = get();
  const { inputs } = s.timeline;
  if (!s.lab || input < 0 || input >= inputs.length) return;
  const timeline = s.lab.fork(s.timeline, input);
  const id = Math.max(...s.branches.map((b) => b.id)) + 1;
  const branch: Branch = { id, name, firstLine: '', parent: s.branch, forkedAt: input, timeline };
  set((now) => lookAt(now, { ...sessionOf(now), branches: [...now.branches, branch], branch: id }));
  const later = inputs.slice(input + 1);
  if (later.length > 0) perform([later]);
  goLive();
}
