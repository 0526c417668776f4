// Of two windows of this site one is kept. The other goes on all the same, and is kept when that one is gone: then what each of them
// has is brought together, and nothing of either is lost.
import { atticKeyOf, bringAttic, keyOf, retrieve } from './autosave.ts';
import { lab } from './lab.ts';
import { forgetAway } from './lessons.ts';
import { keptOf, saveOf, slotOf } from './save.ts';
import { lookAt, sessionOf } from './sessions.ts';
import { SHARED, type EngineState, type Session } from './state.ts';
import { store, stored } from './stored.ts';
import { engine } from './store.ts';

/** From now on what is done here is noted; the function that is returned settles it with what the other window has left. */
export function waitFrom(since: EngineState): () => Promise<void> {
  const changed = new Map<string, Session>();
  const note = (now: EngineState, before: EngineState): void => {
    const differs = now.version !== before.version || now.own !== before.own;
    // what comes by a link is nowhere else yet
    if (now.lesson === SHARED || (differs && now.lesson === before.lesson))
      changed.set(now.lesson, sessionOf(now));
  };
  note(engine.getState(), since);
  const stop = engine.subscribe(note);
  return async () => {
    const { lesson } = engine.getState();
    const { session: left } = changed.has(lesson) ? { session: undefined } : await retrieve(lab, lesson);
    stop();
    // unless somebody has begun something here meanwhile
    const isNews = left && !changed.has(lesson) && !holds(sessionOf(engine.getState()), saveOf(left));
    if (isNews) engine.setState((s) => lookAt(s, left));
    for (const [of, session] of changed) await keepBoth(of, session);
    await bringAttic(lesson);
    await store(atticKeyOf(lesson), engine.getState().attic.map(slotOf));
    forgetAway();
  };
}
/** This window's is kept; the other's, where it has something that nobody here has, is put away. */
async function keepBoth(lesson: string, session: Session): Promise<void> {
  const left = await stored(keyOf(lesson));
  const slots = (await stored(atticKeyOf(lesson))) ?? [];
  const { attic } = engine.getState();
  const here = [session, ...attic.flatMap((each) => each.session ?? [])];
  if (left && !here.some((each) => holds(each, left))) await store(atticKeyOf(lesson), [left, slots].flat());
  await store(keyOf(lesson), keptOf(session));
}
/** Is everything that was done there done here too? What cannot be read is something else. */
function holds(session: Session, kept: unknown): boolean {
  const { branches } = kept as { readonly branches?: unknown };
  const own = saveOf(session).branches;
  return (
    Array.isArray(branches) &&
    branches.every((branch: Partial<(typeof own)[number]> | null) =>
      own.some(
        ({ id, parent, forkedAt, inputs }) =>
          id === branch?.id &&
          parent === branch.parent &&
          forkedAt === branch.forkedAt &&
          alike(inputs.slice(0, branch.inputs?.length), branch.inputs),
      ),
    )
  );
}
const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
