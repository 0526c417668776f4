import type { TraceEvent } from './event.ts';
import { readers } from './protocols.ts';
import type { Fold } from './scene-fold.ts';
import type { SceneSession } from './scene-types.ts';

export type Sessions = readonly SceneSession[];
export function foldSession(s: Fold, event: TraceEvent & { type: 'outcome' }): void {
  const { conn, protocol, from, to, trigger, outcome } = event;
  const host = s.conns.find((c) => c.id === conn)?.to ?? '';
  const refusal = readers.get(protocol)?.isRefusal({ trigger, outcome }) ?? false;
  const edge = { from, to, trigger, outcome };
  const session: SceneSession = { conn, host, protocol, state: to, edge, refusal, fresh: true };
  const known = s.sessions.some((it) => it.conn === conn);
  s.sessions = known ? s.sessions.map((it) => (it.conn === conn ? session : it)) : [...s.sessions, session];
}
/** Connections whose server has not spoken yet have a session too: where it will be is not known. */
export function sessionsOf(s: Fold): readonly SceneSession[] {
  const silent = s.conns.filter((c) => c.phase === 'open' && !s.sessions.some((it) => it.conn === c.id));
  const waiting = silent.flatMap((c): SceneSession[] => {
    const protocol = s.start.hosts[c.to]?.services[c.port]?.machine;
    if (protocol === undefined) return [];
    return [{ conn: c.id, host: c.to, protocol, state: '', edge: null, refusal: false, fresh: false }];
  });
  return waiting.length === 0 ? s.sessions : [...s.sessions, ...waiting];
}
