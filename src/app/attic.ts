// What was put away comes back; what is of an earlier visit is played again for that.
import { keepAside } from './autosave.ts';
import { lab } from './lab.ts';
import { fetchAll, NotCome } from './parts.ts';
import { ofAnother, restore } from './restore.ts';
import { lookAt, putAway, worthKeeping } from './sessions.ts';
import type { PutAway, Session } from './state.ts';
import { engine } from './store.ts';

const { getState: get, setState: set } = engine;

/**
 * The last of one's own is back, or what is named; what was done since is put away in its place. What is of an earlier visit is played first:
 * whoever has gone elsewhere meanwhile stays there. Throws when a part for that does not come.
 */
export async function bringBack(wanted?: PutAway): Promise<void> {
  const { attic } = get();
  const named = wanted ?? attic.find(({ own }) => own) ?? attic[0];
  const kept = named && !named.session ? await played(named) : named;
  const session = kept?.session;
  if (!session) return;
  set((s) => ({
    ...lookAt(s, session),
    attic: putAway(
      s.attic.filter((each) => each !== kept),
      worthKeeping(s),
    ),
  }));
}
/**
 * It has its session now. Undefined: somebody has gone elsewhere meanwhile, or it cannot be read; then it alone is gone from the list, and
 * kept aside. Throws when a part for it does not come: it may be tried again.
 */
async function played(kept: PutAway): Promise<PutAway | undefined> {
  await fetchAll();
  const session = await readAgain(kept.saved);
  const again = session && { own: kept.own, session };
  const { attic } = get();
  if (!attic.includes(kept)) return undefined;
  set({ attic: attic.flatMap((each) => (each === kept ? (again ?? []) : each)) });
  return again;
}
async function readAgain(saved: unknown): Promise<Session | undefined> {
  try {
    const session = await restore(lab, saved);
    const problem = ofAnother(saved, session);
    if (problem) set({ problem });
    return session;
  } catch (error) {
    if (error instanceof NotCome) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    set({ problem: { kind: 'corrupt', detail } });
    await keepAside(saved);
    return undefined;
  }
}
