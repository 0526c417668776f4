// What a window showed before it was reloaded: the moment at which it stood still, whatever has been done in the other window meanwhile;
// the reply that was held.
import * as v from 'valibot';
import { projecting, type Retrieved } from './autosave.ts';
import { engine } from './engine.ts';
import { GATED, isReply, momentBefore, setGate } from './gate.ts';
import { HELD, sessionHeld } from './held.ts';
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
export interface Before extends Retrieved {
  /** Shows the moment, once the session is the one that is looked at. */
  readonly show: () => void;
}
/** What this window showed before it was reloaded, as far as it is not kept for all: there is storage, then. */
export async function shownBefore(lab: Lab, lesson: string): Promise<Before> {
  const [held, stood, gate] = [sessionStorage.getItem(HELD), projecting(), sessionStorage.getItem(GATED)];
  const shared = held ? await sessionHeld(lab, held, lesson) : undefined;
  const still = stood ? await stillFrom(lab, stood, lesson) : undefined;
  return {
    session: still?.session ?? shared,
    problem: undefined,
    show() {
      if (gate) gateFrom(gate);
      still?.show();
    },
  };
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

const place = v.pipe(v.number(), v.integer(), v.minValue(-1));
const gateSchema = v.strictObject({
  lesson: v.string(),
  branch: place,
  passed: place,
  event: place,
  live: v.boolean(),
  /** Display milliseconds, where somebody looks back; else -1. */
  time: v.optional(v.number(), -1),
});
/** The gate is on again, and time stands before the reply that was held, or where one looked back to. What cannot be believed is left. */
export function gateFrom(text: string): void {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), gateSchema), text);
  if (!read.success) return;
  const { lesson, branch, passed, event, live, time: looked } = read.output;
  const s = engine.getState();
  const same = s.lesson === lesson && s.branch === branch;
  setGate(true, same ? passed : -1);
  if (same && looked >= 0)
    engine.setState({ time: Math.min(looked, s.schedule.total), live: false, playing: 'no' });
  if (!same || !isReply(s.trace[event])) return;
  const time = Math.min(Math.max(0, momentBefore(s, event)), s.schedule.total);
  engine.setState({ time, live, playing: live ? 'no' : 'forward' });
}
