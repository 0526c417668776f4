// What was put away in earlier visits is played again when somebody wants it.
import { keepAside } from './autosave.ts';
import { lab } from './lab.ts';
import { fetchAll, NotCome } from './parts.ts';
import { restore } from './restore.ts';
import type { PutAway, Session } from './state.ts';
import { engine } from './store.ts';

/**
 * It has its session now. Undefined: somebody has gone elsewhere meanwhile, or it cannot be read; then it alone is gone from the list, and
 * kept aside. Throws when a part for it does not come: it may be tried again.
 */
export async function played(kept: PutAway): Promise<PutAway | undefined> {
  await fetchAll();
  const session = await readAgain(kept.saved);
  const again = session && { own: kept.own, session };
  const { attic } = engine.getState();
  if (!attic.includes(kept)) return undefined;
  engine.setState({ attic: attic.flatMap((each) => (each === kept ? (again ?? []) : each)) });
  return again;
}
async function readAgain(saved: unknown): Promise<Session | undefined> {
  try {
    return await restore(lab, saved);
  } catch (error) {
    if (error instanceof NotCome) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    engine.setState({ problem: { kind: 'corrupt', detail } });
    await keepAside(saved);
    return undefined;
  }
}
