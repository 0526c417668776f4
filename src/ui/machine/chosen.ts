// Whose states are drawn, if somebody has chosen: else the session in front.
import { createStore } from 'zustand/vanilla';
import type { SceneSession } from '../../core/trace/scene-types.ts';

export type Chosen = Pick<SceneSession, 'conn' | 'end' | 'host' | 'protocol'>;
export const chosenSession = createStore<{
  readonly session: Chosen | null;
  /** What the lesson is about: its states are drawn while nobody is connected. */
  readonly topic: { readonly lesson: string; readonly track: string };
}>(() => ({ session: null, topic: { lesson: '', track: '' } }));
/** Null: the one in front, whichever that is. */
export const chooseSession = (session: Chosen | null): void => chosenSession.setState({ session });
