// What a console looks like at the moment on screen, worked out from the store; the same parts while nothing has changed.
import { NO_ADVICE, type TypedNote } from '../../app/advice.ts';
import type * as Consoles from '../../app/consoles.ts';
import { engine, FIRST_CONSOLE, leavesBranch, moving, sceneNow, worldNow } from '../../app/engine.ts';
import { cursorOf, inputsBegun } from '../../app/cursor.ts';
import { connOf, sessionOf, shownIn } from '../../app/moment.ts';
import type { EngineState } from '../../app/state.ts';
import type { Timeline } from '../../core/kernel/timeline.ts';
import type { World } from '../../core/kernel/world.ts';
import type { SceneLine } from '../../core/trace/scene.ts';
import { linesOf, type Known, type Line } from './lines.ts';
import type { ConsoleView } from './model.ts';
import { tourOf } from './tour.ts';

/** The readers of the world come in the simulation's own chunk. */
export type Reader = typeof Consoles;

/** What the first console shows before the simulation is there. */
export const FIRST_PROMPT = `${FIRST_CONSOLE}:~$ `;
/** In a prompt's place while what came before it is still on its way to the screen. */
export const NO_PROMPT = ' ';
const FIRST_NOTE: TypedNote = { prompt: FIRST_PROMPT, eol: '', secrets: [], content: false };

export interface Observer {
  /** The view now; `before` itself when nothing differs. Events up to `cleared` are out of sight. */
  readonly look: (before: ConsoleView, reader: Reader | undefined, cleared: number) => ConsoleView;
  /** The same view, advised on what is being written. */
  readonly advised: (view: ConsoleView, reader: Reader | undefined) => ConsoleView;
}
export function observerOf(id: string): Observer {
  const linesNow = linesKept(id);
  const standingOf = latest(standingWith(id));
  const adviceOf = latest(
    (
      world: World | undefined,
      reader: Reader | undefined,
      text: string,
      caret: number,
      tour: string,
      _parts: number, // once more when another part has come
    ) => {
      const advice = reader && world ? reader.adviceAt(world, id, text, caret) : NO_ADVICE;
      if (tour === '' || !tour.startsWith(text)) return advice;
      const rest = tour.slice(text.length);
      // one line is edited at a time: then the others wait
      return { ...advice, ghost: text === '' ? rest : rest.replace(/\n[^]*/, '') };
    },
  );
  const advised: Observer['advised'] = (view, reader) => {
    const { tour } = view;
    const { text, caret } = view.editing;
    const state = engine.getState();
    const world = text === '' ? worldHere(id, state) : worldNow(state);
    return { ...view, advice: adviceOf(world, reader, text, caret, tour, state.parts) };
  };
  return {
    advised,
    look(before, reader, cleared) {
      const state = engine.getState();
      const world = worldNow(state);
      const standing = reader && world ? standingOf(world, reader, isSecure(id, state)) : before.standing;
      const past = isPast(state);
      const running = isRunning(id, state, past);
      const now: ConsoleView = {
        ...before,
        standing,
        prompt: busy(id, state) && standing?.prompt !== '' ? NO_PROMPT : (standing?.prompt ?? before.prompt),
        lines: linesNow(state, reader, cleared, standing?.prompt ?? FIRST_PROMPT),
        fetching: state.fetching,
        moment: state.live || !state.lab ? -1 : eventNow(state),
        past,
        tour: reader && !running ? tourAt(id, state, begun(state)) : '',
        moving: running,
      };
      const after = advised(now, reader);
      return differ(before, after) ? after : before;
    },
  };
}
/** What waits here, and whether that goes out over TLS now. */
const standingWith = (id: string) => (world: World, reader: Reader, tls: boolean) => {
  const standing = reader.standingOf(world, id);
  return { ...standing, mode: { ...standing.mode, tls } };
};
/** Before a line is begun: what this console's server is ready for at the moment on screen, as its diagram has it. A line is for the world it will meet. */
function worldHere(id: string, state: EngineState): World | undefined {
  const scene = sceneNow(state);
  const session = scene && sessionOf(scene, id);
  return session && shownIn(state, scene, session)?.world;
}
/** Does it talk over TLS at this moment, as everybody sees it? What is to come of a handshake has not come. */
function isSecure(id: string, state: EngineState): boolean {
  const scene = sceneNow(state);
  return (scene && connOf(scene, id)?.secure) === true;
}
/** Octets are on their way, be it long ago: between a line and its answer. */
const isRunning = (id: string, state: EngineState, past: boolean): boolean =>
  moving(state) || (!past && landing(id, state));
/** What is typed now begins a branch. */
const isPast = (state: EngineState): boolean => state.lab !== undefined && leavesBranch(state);
/** Index of the latest event begun; -1: none. */
export const eventNow = (state: EngineState): number => sceneNow(state)?.event ?? -1;
/** What was typed here waits for the simulation, or is on its way to the screen. */
const busy = (id: string, state: EngineState): boolean =>
  landing(id, state) || (state.lab !== undefined && waitingAt(id, state.waiting).length > 0);
/** Of what somebody did last, something has yet to be printed here. */
function landing(id: string, { lab, timeline, schedule, time }: EngineState): boolean {
  if (!lab || timeline.inputs.length === 0) return false;
  const begun = cursorOf(schedule, time);
  const end = timeline.ends[inputsBegun(timeline, begun)] ?? 0;
  return timeline.trace.slice(begun, end).some((event) => event.type === 'printed' && event.console === id);
}
/** In a lesson it is the lesson that says what to do. */
const tourAt = (id: string, { lesson }: EngineState, trace: EngineState['trace']): string =>
  id === FIRST_CONSOLE && lesson === '' ? (tourOf(trace).ghost ?? '') : '';
/** What the tour will offer when everything has landed: for a person quicker than the picture. */
export const tourAhead = (id: string, reader: Reader | undefined): string => {
  const state = engine.getState();
  return reader && state.live ? tourAt(id, state, state.trace) : '';
};
/** Of the trace, what has begun at the cursor. */
function begun(state: EngineState): EngineState['trace'] {
  const count = eventNow(state) + 1;
  return count >= state.trace.length ? state.trace : state.trace.slice(0, count);
}
const PARTS = [
  'lines',
  'prompt',
  'standing',
  'moving',
  'moment',
  'past',
  'tour',
  'fetching',
  'advice',
] as const;
const differ = (a: ConsoleView, b: ConsoleView): boolean => PARTS.some((part) => a[part] !== b[part]);

/** The same answer for the same question, once in a row. */
function latest<Q extends readonly unknown[], A>(answer: (...question: Q) => A): (...question: Q) => A {
  let kept: { readonly question: Q; readonly answer: A } | undefined;
  return (...question) => {
    const same = kept?.question.every((part, i) => part === question[i]);
    if (!kept || !same) kept = { question, answer: answer(...question) };
    return kept.answer;
  };
}
interface Held {
  readonly timeline: Timeline;
  readonly known: Known;
}
type Inker = (lines: readonly Line[], timeline: Timeline) => readonly Line[];
let inks: Inker | undefined;
/** From now on lines are coloured so. */
export const inkWith = (inker: Inker): void => {
  inks = inker;
};
type LinesNow = (
  state: EngineState,
  reader: Reader | undefined,
  cleared: number,
  prompt: string,
) => readonly Line[];
/** The lines of one console, worked out again only when its log has changed; below them those that wait. */
function linesKept(id: string): LinesNow {
  const lines = latest(
    (
      log: readonly SceneLine[],
      cleared: number,
      reader: Reader,
      { timeline, known }: Held,
      ink: Inker | undefined,
    ) => {
      const plain = linesOf(
        log.filter((piece) => piece.console === id && piece.event > cleared),
        (event) => reader.noteOf(timeline, event),
        known,
      );
      return ink?.(plain, timeline) ?? plain;
    },
  );
  const waiting = latest((typed: EngineState['waiting'], prompt: string) =>
    linesOf(waitingAt(id, typed), (event) => ({ ...FIRST_NOTE, prompt: event === 0 ? prompt : '' })),
  );
  const both = latest((above: readonly Line[], below: readonly Line[]) => [...above, ...below]);
  let held: Held | undefined;
  return (state, reader, cleared, prompt) => {
    const log = sceneNow(state)?.log;
    if (!log || !reader) return waiting(state.waiting, prompt);
    if (held?.timeline !== state.timeline) held = { timeline: state.timeline, known: new Map() };
    const there = lines(log, cleared, reader, held, inks);
    return state.waiting.length === 0 ? there : both(there, waiting(state.waiting, prompt));
  };
}
/** Typed before anybody could hear it. */
export const waitingAt = (id: string, deeds: EngineState['waiting']): readonly SceneLine[] =>
  deeds
    .flat()
    .flatMap((input) => (input.type === 'type' && input.console === id ? [input.octets] : []))
    .map((octets, event) => ({ console: id, event, by: 'typed', octets, conn: 0, secure: false }));
