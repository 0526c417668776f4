// What the server of a session was ready for at the moment on screen, be it between a line and its answer.
import { inputsBegun } from './cursor.ts';
import type { Lab } from './lab.ts';
import type { EngineState } from './state.ts';
import { moving } from './time.ts';
import type { World } from '../core/kernel/world.ts';
import type { TraceEvent } from '../core/trace/event.ts';
import type { Scene, SceneConn, SceneSession } from '../core/trace/scene-types.ts';

/** How far that world had come last: onward it goes from there. */
let reached: { readonly base: World; readonly count: number; readonly world: World } | undefined;

/** Where what is under way takes longer than a turn: it is not begun anew at every frame. */
let long: World | undefined;

/** The world when so many events have happened: what an input set in motion has come as far as that. */
function worldAfter(state: EngineState, count: number): World | undefined {
  const { lab, timeline } = state;
  if (!lab || count <= 0) return undefined;
  const { ends } = timeline;
  let inputs = inputsBegun(timeline, count);
  while (inputs > 0 && (ends[inputs] ?? 0) > count) inputs--;
  const base = lab.seek(timeline, inputs);
  if (ends[inputs] === count) return base;
  return reached?.base === base && reached.count === count ? reached.world : onward(lab, state, base, count);
}
/** From where an input had been obeyed to the moment when so many events had happened. */
function onward(lab: Lab, state: EngineState, base: World, count: number): World {
  const until = timeOf(state.timeline.trace, count);
  const from = reached?.base === base && reached.world.now <= until ? reached.world : base;
  const passed = lab.begin(from);
  // what takes long goes first, and is not put back for this
  const waits = state.fetching === 'busy' || (long === base && moving(state));
  const left = from.now < until && (waits || lab.turn(passed, { type: 'pass', until }));
  if (left === 'busy') long = base;
  const world = passed.worlds.at(-1) ?? from;
  reached = { base, world, count: left ? -1 : count };
  return world;
}
/** When they have happened. A moment has several events: while an outcome is to come, it has not yet been. */
function timeOf(trace: readonly TraceEvent[], count: number): number {
  const now = trace[count - 1]?.at ?? 0;
  for (let i = count; trace[i]?.at === now; i++) if (trace[i]?.type === 'outcome') return now - 1;
  return now;
}
/** The session in its world, as the picture has it. Undefined where several lines are obeyed at once, and the picture is between two. */
export function shownIn(s: EngineState, { event }: Scene, { conn: id, end, state }: SceneSession) {
  const world = worldAfter(s, event + 1);
  const conn = world?.conns.find((c) => c.id === id);
  const peer = conn?.[end];
  const host = peer && world?.hosts[peer.host];
  return conn && host && (state === '' || stateOf(peer.state) === state)
    ? { world, conn, host, state: peer.state }
    : undefined;
}
const stateOf = (session: unknown): unknown =>
  (session as { readonly at?: { readonly name: string } } | undefined)?.at?.name;
/** Who a console talks to at that moment: its latest connection that is not over. */
export const connOf = ({ conns }: Scene, console: string): SceneConn | undefined =>
  conns.findLast((c) => c.console === console && c.phase !== 'closed');
/** The session at the other end of it. */
export const sessionOf = (scene: Scene, console: string): SceneSession | undefined => {
  const mine = connOf(scene, console);
  return mine && scene.sessions.find((it) => it.conn === mine.id && it.end === 'b');
};
