// The same session without TLS: on a branch of its own, by telnet, on the port where passwords may now cross in clear.
import { dispatch, engine, goLive, renameBranch, seek, type } from '../../app/engine.ts';
import type { ConnEvent, TraceEvent } from '../../core/trace/event.ts';

const PLAIN_PORT = 110;

/** What was typed into a connection, without what opened it. */
export function linesInto(trace: readonly TraceEvent[], conn: number): readonly string[] {
  const dialled = trace.findIndex((e) => e.type === 'conn' && e.conn === conn && e.phase === 'dial');
  const ended = trace.findIndex(
    (e) => e.type === 'conn' && e.conn === conn && (e.phase === 'closed' || e.phase === 'reset'),
  );
  const within = trace.slice(Math.max(0, dialled), ended < 0 ? undefined : ended);
  return within.flatMap((e) =>
    e.type === 'typed' && e.octets.endsWith('\n') ? [e.octets.slice(0, -1)] : [],
  );
}
const decoder = new TextDecoder();
const textOf = (octets: string): string => decoder.decode(Uint8Array.from(octets, (c) => c.charCodeAt(0)));

/** Returns the branch that was left. */
export function replayInClear(conn: number, name: string): number {
  const { trace, branch, console } = engine.getState();
  const dial = trace.find((e): e is ConnEvent => e.type === 'conn' && e.conn === conn && e.phase === 'dial');
  if (!dial) return branch;
  const lines = linesInto(trace, conn);
  seek(0);
  dispatch({ type: 'turn', knob: { type: 'policy', host: dial.to, set: { tls: 'optional' } } });
  renameBranch(engine.getState().branch, name);
  type(console, `telnet ${dial.to} ${PLAIN_PORT}`);
  for (const line of lines) type(console, textOf(line));
  goLive();
  return branch;
}
