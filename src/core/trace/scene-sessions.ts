import type { TraceEvent } from './event.ts';
import { readers } from './protocols.ts';
import type { Fold } from './scene-fold.ts';
import type { SceneSession } from './scene-types.ts';

export type Sessions = readonly SceneSession[];
export function foldSession(s: Fold, event: TraceEvent & { type: 'outcome' }): void {
  const { conn, protocol, from, to, trigger, outcome } = event;
  const end = endOf(protocol);
  const known = s.conns.find((c) => c.id === conn);
  const host = (end === 'a' ? known?.from : known?.to) ?? '';
  const refusal = readers.get(protocol)?.isRefusal({ trigger, outcome }) ?? false;
  const edge = { from, to, trigger, outcome };
  const session: SceneSession = { conn, end, host, protocol, state: to, edge, refusal, fresh: true };
  const at = s.sessions.findIndex((it) => it.conn === conn && it.end === end);
  s.sessions = at < 0 ? [...s.sessions, session] : s.sessions.with(at, session);
}
/** At which end of its connection somebody speaks it. */
export const endOf = (protocol: string): 'a' | 'b' => readers.get(protocol)?.end ?? 'b';

/** Connections whose server has not spoken yet have a session too: where it will be is not known. */
export function sessionsOf(s: Fold): readonly SceneSession[] {
  const spoken = (id: number): boolean => s.sessions.some((it) => it.conn === id && it.end === 'b');
  const waiting = s.conns.flatMap((c): SceneSession[] => {
    const protocol = s.start.hosts[c.to]?.services[c.port]?.machine;
    if (c.phase !== 'open' || spoken(c.id) || protocol === undefined) return [];
    const edge = null;
    return [{ conn: c.id, end: 'b', host: c.to, protocol, state: '', edge, refusal: false, fresh: false }];
  });
  return waiting.length === 0 ? s.sessions : [...s.sessions, ...waiting];
}
