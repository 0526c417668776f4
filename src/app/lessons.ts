// Every lesson is played in a world of its own. Whoever leaves it finds the free one as it was, and the lesson too on coming back.
import { bringAttic, resumed, retrieve, type Retrieved } from './autosave.ts';
import { engine, FIRST_CONSOLE } from './engine.ts';
import { lab } from './lab.ts';
import { beginningOf } from './restore.ts';
import { attach, lookAt, newSession, putAway, sessionOf, type Beginning } from './sessions.ts';
import { SHARED, STANDARD, type PutAway, type Session } from './state.ts';

const { getState: get, setState: set } = engine;

/** Sessions that are not looked at, by lesson, and what was put away in them: nothing has to be played again. */
const away = new Map<string, readonly [session: Session, attic: readonly PutAway[]]>();
/** Counts the places one has set out for: the last one is where one goes. */
let journeys = 0;

interface Place extends Beginning {
  readonly console: string;
}
/** Where it was left, or at its beginning; what was kept of a lesson that begins otherwise now is put away. */
export const enterLesson = (place: Place): Promise<void> => goTo(place);
/** Back to free play. */
export const leaveLesson = (): Promise<void> =>
  goTo({ lesson: '', world: STANDARD, before: [], console: FIRST_CONSOLE });
/** The same, unless there is something of the lesson to look at. */
export async function leaveUnbegun(): Promise<void> {
  await resumed;
  if (get().branches.length === 0) await leaveLesson();
}

/** One sets out for a place. The returned function says whether it is still where one goes. */
export function setOut(): () => boolean {
  const journey = ++journeys;
  return () => journey === journeys;
}
/** What somebody has shared, beside one's own, if one still goes there; what was there from a link before is put away. */
export async function enterShared(session: Session, goes: () => boolean): Promise<void> {
  await resumed;
  const { session: before, problem } = await keptOf(session.lesson);
  if (!goes()) return;
  leave();
  set((s) => ({ problem: problem ?? s.problem }));
  await show(session, before);
  set({ console: FIRST_CONSOLE });
}
/** `before`: what was there, where that is put away. */
async function show(session: Session, before?: Session): Promise<void> {
  const attic = away.get(session.lesson)?.[1];
  // whatever was typed before there was any session is typed now
  if (get().branches.length === 0) attach(lab, session, get().problem);
  else set((s) => ({ ...lookAt(s, session), attic: [] }));
  set({ attic: putAway(attic ?? [], before) });
  if (!attic) await bringAttic(session.lesson);
}
/** Back to what was shared last. False: nothing was. */
export async function returnToShared(): Promise<boolean> {
  await resumed;
  if (get().lesson === SHARED && get().branches.length > 0) return true;
  const { session, problem } = await keptOf(SHARED);
  if (problem) set({ problem });
  if (session) await goTo({ ...session, console: FIRST_CONSOLE });
  return session !== undefined;
}
async function goTo(place: Place): Promise<void> {
  const goes = setOut();
  await resumed;
  const kept = await keptOf(place.lesson);
  const fits = kept.session && isIn(kept.session, place);
  const session = fits ? kept.session : await begunAt(place);
  if (!goes() || !session || session.branches === get().branches) return;
  leave();
  set((s) => ({ console: place.console, problem: kept.problem ?? s.problem }));
  await show(session, fits ? undefined : kept.session);
}
async function keptOf(lesson: string): Promise<Retrieved> {
  const s = get();
  const [session] = s.branches.length > 0 && s.lesson === lesson ? [sessionOf(s)] : (away.get(lesson) ?? []);
  return session ? { session, problem: undefined } : retrieve(lab, lesson);
}
/** Free play may be in any world. */
const isIn = (session: Session, { lesson, world, before }: Place): boolean =>
  lesson === '' || JSON.stringify([session.world, session.before]) === JSON.stringify([world, before]);
async function begunAt(place: Place): Promise<Session | undefined> {
  const start = await beginningOf(lab, place.world, place.before);
  return start && newSession(lab, place, start);
}
/** Another window has gone on with them: each is read again when somebody comes back to it. */
export const forgetAway = (): void => away.clear();
function leave(): void {
  const s = get();
  if (s.branches.length > 0) away.set(s.lesson, [sessionOf(s), s.attic]);
}
