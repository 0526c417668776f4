import { useMemo } from 'react';
import { useStore } from 'zustand';
import { engine } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { sessionOf, shownIn } from '../../app/moment.ts';
import { orMeanwhile } from '../../app/parts.ts';
import type { LegalVerb } from '../../core/spec/describe.ts';
import { owedIn, type Owed } from '../../core/trace/owed.ts';
import type { Scene, SceneSession } from '../../core/trace/scene-types.ts';
import { chosenSession, type Chosen } from './chosen.ts';
import { edgeOf, latestMove, readerOf } from './reader.ts';

const NOWHERE = { conn: 0, end: 'b', host: '', state: '', edge: null, refusal: false, fresh: false } as const;

/** With nobody connected: the one that is learned, else the one mail begins its way with, if there is a server for it. */
function usualProtocol({ hosts }: Scene, learned: string): string | undefined {
  const spoken = hosts.flatMap(({ services }) => services.map(({ protocol }) => protocol));
  return [learned, 'smtp'].find((protocol) => spoken.includes(protocol)) ?? spoken[0];
}
/** One that somebody has chosen, as it stands at that moment, or as it ended. */
function standing({ sessions, event }: Scene, chosen: Chosen): SceneSession {
  const live = sessions.find((s) => s.conn === chosen.conn && s.end === chosen.end);
  if (live) return live;
  const { trace } = engine.getState();
  const move = trace[latestMove(trace, event, chosen)];
  const edge = move?.type === 'outcome' ? edgeOf(move) : null;
  return { ...chosen, state: edge?.to ?? '', edge, refusal: false, fresh: false };
}
/** The session that was chosen, else that of the console in focus, else the latest one; with nobody connected, a server that could be. */
export function useSession(scene: Scene): SceneSession | undefined {
  const console = useEngine((s) => s.console);
  const lesson = useEngine((s) => s.lesson);
  const { session: chosen, topic } = useStore(chosenSession);
  if (chosen) return standing(scene, chosen);
  const own = sessionOf(scene, console);
  const protocol = usualProtocol(scene, topic.lesson === lesson ? topic.track : '');
  return own ?? scene.sessions.at(-1) ?? (protocol === undefined ? undefined : { ...NOWHERE, protocol });
}
/** Every verb with what stands in its way, as this session's server sees it at the cursor; the same list while it says the same. */
export function useLegal(session: SceneSession, scene: Scene): readonly LegalVerb[] {
  return (
    useShown(session, scene, ({ state, host }) => readerOf(session.protocol)?.legalNow(state, host)) ?? NONE
  );
}
const NONE: readonly LegalVerb[] = [];
/** What this session's server waits for at the cursor instead of a command; the same value while it is the same. */
export const useOwed = (session: SceneSession, scene: Scene): Owed | undefined =>
  useShown(session, scene, ({ world, conn }) =>
    session.end === 'b' ? orMeanwhile(() => owedIn(world, conn), undefined) : undefined,
  );
function useShown<T>(
  session: SceneSession,
  scene: Scene,
  ask: (shown: NonNullable<ReturnType<typeof shownIn>>) => T | undefined,
): T | undefined {
  const shown = useMemo(() => shownIn(engine.getState(), scene, session), [session, scene]);
  const answer = shown && ask(shown);
  const said = JSON.stringify(answer);
  // oxlint-disable-next-line react/exhaustive-deps -- what is said tells them apart
  return useMemo(() => answer, [said]);
}
