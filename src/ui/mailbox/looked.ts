// A letter in a mailbox and what was last done to it are one thing: pointing at either lights both.
import { useStore } from 'zustand';
import { engine, sceneNow } from '../../app/engine.ts';
import type { TraceEvent } from '../../core/trace/event.ts';
import { isDoneTo } from '../../core/trace/letter-fact.ts';
import { gaze, lookAt, lookAway } from '../shell/gaze.ts';

export interface Kept {
  /** A host that keeps this mailbox; several may share one store. */
  readonly host: string;
  readonly mailbox: string;
  readonly uid: number;
}
/** Hosts of one store tell of the same mailbox: where nobody else has one of this name, the name is enough. */
export const touches = (event: TraceEvent | undefined, { host, mailbox, uid }: Kept): boolean =>
  event?.type === 'fact' && isDoneTo(event.fact, mailbox, uid) && sameStore(event.host, host);
function sameStore(a: string, b: string): boolean {
  const hosts = engine.getState().timeline.worlds[0]?.hosts;
  return a === b || (hosts?.[a]?.store.id !== '' && hosts?.[a]?.store.id === hosts?.[b]?.store.id);
}
export const useLookedLetter = (kept: Kept): boolean =>
  useStore(gaze, ({ kin }) => {
    const { trace } = engine.getState();
    return kin.some((event) => touches(trace[event], kept));
  });
/** The latest change of it, up to the moment on screen. */
function lookAtLetter(kept: Kept): void {
  const state = engine.getState();
  const now = sceneNow(state)?.event ?? -1;
  lookAt(state.trace.findLastIndex((event, i) => i <= now && touches(event, kept)));
}
export const letterGazes = (
  kept: Kept,
): {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
} => ({
  onPointerEnter: () => lookAtLetter(kept),
  onPointerLeave: lookAway,
  onFocus: () => lookAtLetter(kept),
  onBlur: lookAway,
});
