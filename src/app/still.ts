// A window that stands still shows the same moment after a reload, whatever has been done in the other window meanwhile.
import * as v from 'valibot';
import { engine } from './engine.ts';
import type { Lab } from './lab.ts';
import { restore } from './restore.ts';
import { saveOf } from './save.ts';
import { sessionOf } from './sessions.ts';
import type { Session } from './state.ts';

const stillSchema = v.strictObject({
  save: v.unknown(),
  time: v.pipe(v.number(), v.minValue(0)),
  live: v.boolean(),
});
/** What is on screen now, to be shown again. */
export function stillText(): string {
  const s = engine.getState();
  return JSON.stringify({ save: saveOf(sessionOf(s)), time: s.time, live: s.live });
}
export interface Still {
  readonly session: Session;
  /** Shows the very moment, once the session is the one that is looked at. */
  readonly show: () => void;
}
/** Undefined: it cannot be believed, or is of another lesson; then what was kept last is shown. */
export async function stillFrom(lab: Lab, text: string, lesson: string): Promise<Still | undefined> {
  try {
    const { save, time, live } = v.parse(stillSchema, JSON.parse(text));
    const session = await restore(lab, save);
    if (session.lesson !== lesson) return undefined;
    return {
      session,
      show: () =>
        engine.setState(({ schedule }) => ({ time: Math.min(time, schedule.total), live, playing: 'no' })),
    };
  } catch {
    return undefined;
  }
}
