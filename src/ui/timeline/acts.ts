// What one may do with what just happened.
import { dispatch, engine, goLive, headWorld, rewind, seekBefore, worldNow } from '../../app/engine.ts';
import { renameBranch } from '../../app/branches.ts';
import type { Conn, Input, World } from '../../core/kernel/world.ts';
import type { TraceEvent, Typed } from '../../core/trace/event.ts';
import { TOUR } from '../console/tour.ts';
import { wear } from '../glasses/glass.ts';
import { swap, type Names } from '../glasses/replay.ts';
import { showPanel, showSheet } from '../shell/settings.ts';

/** Back to the very start; the next key, whichever, is in the present again. */
export function rewindAll(): void {
  showPanel('sequence');
  rewind();
  const done = new AbortController();
  const { signal } = done;
  const wake = (): void => {
    done.abort();
    goLive();
  };
  addEventListener('keydown', wake, { capture: true, signal });
  // whoever takes time into their own hands is not pulled out of it
  addEventListener('pointerdown', () => done.abort(), { capture: true, signal });
}

const openConn = (): Conn | undefined =>
  headWorld(engine.getState())?.conns.findLast((c) => c.phase === 'open');

/** The lines of the letter, the dot with them: all that was typed after the last of the commands. */
function letterIn(trace: readonly TraceEvent[]): readonly (Typed & { readonly index: number })[] {
  const typed = trace.flatMap((e, index) => (e.type === 'typed' ? [{ ...e, index }] : []));
  const data = typed.findLastIndex(({ octets }) => octets === `${TOUR.at(-2) ?? ''}\n`);
  return data < 0 ? [] : typed.slice(data + 1);
}
const latencyOf = ({ links, link }: World, conn: Conn): number => (links[conn.link] ?? link).latency;

/** The letter once more, on a branch of its own: the dot arrives, and the cable breaks while the answer is on its way. */
export function cutAtDot(name: string): boolean {
  goLive();
  const conn = openConn();
  const lines = letterIn(engine.getState().trace);
  const [first] = lines;
  if (!conn || !first) return false;
  showPanel('mailboxes');
  seekBefore(first.index);
  const world = worldNow(engine.getState());
  if (!world) return false;
  const sent = lines.map(({ console, octets }): Input => ({ type: 'type', console, octets }));
  const halfWayBack = world.now + latencyOf(world, conn) * 1.5;
  dispatch(...sent, { type: 'pass', until: halfWayBack }, { type: 'cut', conn: conn.id, after: 0 });
  renameBranch(engine.getState().branch, name);
  return true;
}

const A_LOOK_MS = 1600;
/** First as the café sees it now; then the same session over TLS, and the words are gone. */
export function putGlassesOn(names: Names): void {
  goLive();
  wear(true);
  showPanel('glasses');
  showSheet('stage');
  const { timeline } = engine.getState();
  const conn = openConn();
  const done = timeline.inputs.length;
  setTimeout(() => {
    const now = engine.getState();
    // whoever went on meanwhile is not pulled away
    const still = now.live && now.timeline === timeline && timeline.inputs.length === done;
    if (conn && still) swap(conn.id, false, names);
  }, A_LOOK_MS);
}
