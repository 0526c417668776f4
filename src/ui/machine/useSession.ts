import { useMemo } from 'react';
import { useStore } from 'zustand';
import { engine, worldNow } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { orMeanwhile } from '../../app/parts.ts';
import type { LegalVerb } from '../../core/spec/describe.ts';
import { owedIn, type Owed } from '../../core/trace/owed.ts';
import type { Scene, SceneSession } from '../../core/trace/scene-types.ts';
import { chosenSession, type Chosen } from './chosen.ts';
import { edgeOf, latestMove, readerOf } from './reader.ts';

const NOWHERE = { conn: 0, end: 'b', host: '', state: '', edge: null, refusal: false, fresh: false } as const;

/** With nobody connected: the one mail begins its way with, if there is a server for it. */
function usualProtocol({ hosts }: Scene): string | undefined {
  const spoken = hosts.flatMap(({ services }) => services.map(({ protocol }) => protocol));
  return spoken.find((protocol) => protocol === 'smtp') ?? spoken[0];
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
  const chosen = useStore(chosenSession, (s) => s.session);
  if (chosen) return standing(scene, chosen);
  const mine = scene.conns.findLast((c) => c.console === console && c.phase !== 'closed');
  const own = scene.sessions.find((s) => s.conn === mine?.id && s.end === 'b');
  const protocol = usualProtocol(scene);
  return own ?? scene.sessions.at(-1) ?? (protocol === undefined ? undefined : { ...NOWHERE, protocol });
}
/** Every verb with what stands in its way, as this session's server sees it at the cursor; the same list while it says the same. */
export function useLegal(session: SceneSession | undefined, scene: Scene): readonly LegalVerb[] {
  const verbs = useMemo(() => {
    const world = session && scene.event >= 0 ? worldNow(engine.getState()) : undefined;
    const conn = world?.conns.find((c) => c.id === session?.conn);
    const peer = conn?.[session?.end ?? 'b'];
    const host = peer && world?.hosts[peer.host];
    return (host && readerOf(session?.protocol ?? '')?.legalNow(peer.state, host)) ?? [];
  }, [session, scene]);
  const said = JSON.stringify(verbs);
  // oxlint-disable-next-line react/exhaustive-deps -- what is said tells them apart
  return useMemo(() => verbs, [said]);
}
/** What this session's server waits for at the cursor instead of a command; the same value while it is the same. */
export function useOwed({ conn: id, end }: SceneSession, scene: Scene): Owed | undefined {
  const owed = useMemo(() => {
    const world = end === 'b' && scene.event >= 0 ? worldNow(engine.getState()) : undefined;
    const conn = world?.conns.find((c) => c.id === id);
    return world && conn && orMeanwhile(() => owedIn(world, conn), undefined);
  }, [id, end, scene]);
  const said = JSON.stringify(owed);
  // oxlint-disable-next-line react/exhaustive-deps -- what is said tells them apart
  return useMemo(() => owed, [said]);
}
