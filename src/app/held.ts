// What a window held of the journal that it shares, when it was reloaded. The others may have been reloaded in the same moment: then what
// was done last in each, and had reached nobody, is here alone.
import * as v from 'valibot';
import { PRESENTER } from './autosave.ts';
import type { Lab } from './lab.ts';
import type { Replica } from './replica.ts';
import { sessionIn } from './replicate.ts';
import { ofAnother } from './restore.ts';
import { engine } from './engine.ts';
import type { Session } from './state.ts';
import { replicaSchema } from './tidings.ts';

const heldSchema = v.strictObject({ own: v.boolean(), replica: replicaSchema });

export const HELD = 'mailwire/held';
/** Undefined: this window shared nothing before, or begins with something else. */
export let replicaHeld: Replica | undefined;
/** For a reload that begins now. */
export function hold(replica: Replica): void {
  try {
    sessionStorage.setItem(HELD, JSON.stringify({ own: engine.getState().own, replica }));
  } catch {
    // what has reached the others is had from them
  }
}
/**
 * The session that was shared. Undefined: it is of another lesson, cannot be believed, or the window was not reloaded but opened again,
 * and much may have been done since; then what was kept last is shown.
 */
export async function sessionHeld(lab: Lab, text: string, lesson: string): Promise<Session | undefined> {
  // it is of one reload; after the next, what was kept may be newer
  sessionStorage.removeItem(HELD);
  const [opened] = performance.getEntriesByType('navigation');
  if (!opened || !('type' in opened) || opened.type !== 'reload') return undefined;
  const held = await heldFrom(lab, text);
  if (!held || (held.session.lesson !== lesson && location.hash !== PRESENTER)) return undefined;
  replicaHeld = held.replica;
  return held.session;
}
async function heldFrom(
  lab: Lab,
  text: string,
): Promise<{ readonly session: Session; readonly replica: Replica } | undefined> {
  try {
    const { own, replica } = v.parse(heldSchema, JSON.parse(text));
    const session = await sessionIn(lab, replica);
    return ofAnother(replica.base.save, session) ? undefined : { session: { ...session, own }, replica };
  } catch {
    return undefined;
  }
}
