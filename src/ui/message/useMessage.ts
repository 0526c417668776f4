import { engine, sceneNow, worldNow } from '../../app/engine.ts';
import type { EngineState } from '../../app/state.ts';
import { orMeanwhile } from '../../app/parts.ts';
import type { Octets } from '../../core/base/octets.ts';
import type { World } from '../../core/kernel/world.ts';
import type { TraceEvent } from '../../core/trace/event.ts';
import {
  cameLast,
  comingAt,
  keepersOf,
  keptAt,
  letterOf,
  type Kept,
  type Letter,
} from '../../core/trace/letter.ts';
import type { Scene } from '../../core/trace/scene-types.ts';
import { broughtBy, hostOf, transactionAt, type Transaction } from '../../core/trace/transaction.ts';
import { useMoment } from '../shell/scene.ts';
import { chosenNow, useChosen } from './chosen.ts';

export interface Shown {
  readonly transaction: Transaction | undefined;
  /** Undefined: there is none, or none yet. */
  readonly letter: Letter | undefined;
}
const NOTHING: Shown = { transaction: undefined, letter: undefined };

function ofChosen(world: World, trace: readonly TraceEvent[], kept: Kept, count: number): Shown {
  const { mailbox, uid } = kept;
  const octets = keptAt(world, kept);
  const transaction = broughtBy(trace, { mailbox, uid, hosts: keepersOf(world, kept.host) }, count);
  return { transaction, letter: octets === undefined ? undefined : letterOf(octets) };
}
function ofConsole(world: World, trace: readonly TraceEvent[], conn: number, count: number): Shown {
  const transaction = transactionAt(trace, conn, count);
  if (!transaction) return NOTHING;
  const octets = octetsOf(world, trace, transaction, count);
  return { transaction, letter: octets === undefined ? undefined : letterOf(octets) };
}
/** While it comes; then where it lies; and of one that was passed on, what has come of it, or came back. */
function octetsOf(
  world: World,
  trace: readonly TraceEvent[],
  { conn, fate, arrivals: [first], sender }: Transaction,
  count: number,
): Octets | undefined {
  if (fate === 'open') return comingAt(world, conn);
  if (first) return keptAt(world, { ...first, host: hostOf(trace, conn) });
  return fate === 'taken' ? cameLast(world, trace, count, sender.event) : undefined;
}
/** The connection of the console in focus, or the latest that carried an envelope. */
function connOf(scene: Scene, trace: readonly TraceEvent[], console: string): number {
  const own = scene.conns.findLast((c) => c.console === console) ?? scene.conns.at(-1);
  if (own) return own.id;
  const count = scene.event + 1;
  let silent = -1; // carried none: asked once, not for each of its lines
  for (let i = Math.min(count, trace.length) - 1; i >= 0; i--) {
    const event = trace[i];
    if (event?.type !== 'wire' || event.conn === silent) continue;
    if (transactionAt(trace, event.conn, count)) return event.conn;
    silent = event.conn;
  }
  return 0;
}

function shownAt(state: EngineState, scene: Scene, letter: Kept | undefined): Shown {
  const world = worldNow(state);
  const { trace, console } = state;
  if (!world) return NOTHING;
  const count = scene.event + 1;
  return orMeanwhile(
    () =>
      letter
        ? ofChosen(world, trace, letter, count)
        : ofConsole(world, trace, connOf(scene, trace, console), count),
    NOTHING,
  );
}
/** The same object for as long as it says the same: most events are about something else. */
let last: { readonly of: readonly unknown[]; readonly shown: Shown } = { of: [], shown: NOTHING };
const alike = (a: Shown, b: Shown): boolean =>
  a.letter?.octets === b.letter?.octets && JSON.stringify(a.transaction) === JSON.stringify(b.transaction);
function shownHere(scene: Scene): Shown {
  const state = engine.getState();
  const letter = chosenNow();
  // a letter may stand in a collection that comes later
  const of = [scene, letter, state.console, state.parts];
  if (of.every((it, i) => it === last.of[i])) return last.shown;
  const shown = shownAt(state, scene, letter);
  last = { of, shown: alike(last.shown, shown) ? last.shown : shown };
  return last.shown;
}
/** What the panel shows at this moment. */
export function useMessage(): Shown {
  useChosen();
  return useMoment(shownHere);
}
/** The same, where nothing is drawn: else the letter that came last; undefined: there is none. */
export function letterNow(state: EngineState): Letter | undefined {
  const scene = sceneNow(state);
  const world = worldNow(state);
  if (!scene || !world) return undefined;
  const { letter } = shownAt(state, scene, chosenNow());
  if (letter) return letter;
  const last = orMeanwhile(() => cameLast(world, state.trace, scene.event + 1), undefined);
  return last === undefined ? undefined : letterOf(last);
}
