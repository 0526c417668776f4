// One console between the store and whatever shows it: what is on its screen, and the line being written. No DOM.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { NO_ADVICE, type Advice, type TypedNote } from '../../app/advice.ts';
import type { Mode, Status } from '../../app/consoles.ts';
import {
  engine,
  FIRST_CONSOLE,
  focusConsole,
  goLive,
  key as sendKey,
  moving,
  sceneNow,
  type as sendLine,
  worldNow,
  type EngineState,
} from '../../app/engine.ts';
import type { World } from '../../core/kernel/world.ts';
import type { SceneLine } from '../../core/trace/scene.ts';
import { edit, insert, NEW_LINE, printable, type Editing, type Effect, type Setting } from './editor.ts';
import { settle } from './graphemes.ts';
import { keysOf, type Key } from './keys.ts';
import { linesOf, type Line } from './lines.ts';
import { tourOf } from './tour.ts';

type Reader = typeof import('../../app/consoles.ts');

export interface ConsoleView {
  readonly lines: readonly Line[];
  readonly editing: Editing;
  readonly advice: Advice;
  /** '' inside a connection. */
  readonly prompt: string;
  /** Undefined until the simulation is there. */
  readonly mode: Mode | undefined;
  readonly status: Status | undefined;
  /** Something of this console's step is still on its way. */
  readonly moving: boolean;
  /** The event looked at; -1 in the present. */
  readonly moment: number;
  /** The line the tour offers; '' for none. */
  readonly tour: string;
}
export interface ConsoleModel {
  readonly id: string;
  readonly view: StoreApi<ConsoleView>;
  /** What a terminal sends for keys. */
  feed(data: string): void;
  press(key: Key): void;
  /** The line as a native field holds it now. */
  replace(text: string, caret: number): void;
  /** Would Tab do something in the line? A second answer is not asked for: after Esc it is no, and Esc is forgotten. */
  takesTab(): boolean;
  focus(): void;
}
/** What the first console shows before the simulation is there. */
export const FIRST_PROMPT = `${FIRST_CONSOLE}:~$ `;
const FIRST_NOTE: TypedNote = { prompt: FIRST_PROMPT, eol: '', secrets: [] };

let reader: Reader | undefined;
const models = new Map<string, ConsoleModel & { update(): void }>();
const updateAll = (): void => models.forEach((model) => model.update());
engine.subscribe(updateAll);
const unsubscribe = engine.subscribe(({ lab }) => {
  if (!lab) return;
  unsubscribe();
  void import('../../app/consoles.ts').then((loaded) => {
    reader = loaded;
    updateAll();
  });
});

/** The model of a console; the same one as long as the page lives, so that a half-written line outlives its tab. */
export function consoleModel(id: string): ConsoleModel {
  const known = models.get(id);
  if (known) return known;
  const made = makeModel(id);
  models.set(id, made);
  made.update();
  return made;
}

function makeModel(id: string): ConsoleModel & { update(): void } {
  const view = createStore<ConsoleView>(() => ({
    lines: [],
    editing: NEW_LINE,
    advice: NO_ADVICE,
    prompt: id === FIRST_CONSOLE ? FIRST_PROMPT : '',
    mode: undefined,
    status: undefined,
    moving: false,
    moment: -1,
    tour: '',
  }));
  const screenOf = linesKept(id);
  const tellOf = latest((world: World, read: Reader) => ({
    prompt: read.promptAt(world, id),
    mode: read.modeAt(world, id),
    status: read.statusAt(world, id),
  }));
  const adviceOf = latest(
    (world: World | undefined, text: string, caret: number, tour: string, read?: Reader) => {
      const advice = read && world ? read.adviceAt(world, id, text, caret) : NO_ADVICE;
      return tour !== '' && tour.startsWith(text) ? { ...advice, ghost: tour.slice(text.length) } : advice;
    },
  );
  const advised = (view: ConsoleView, world: World | undefined): ConsoleView => {
    const { editing, tour } = view;
    return { ...view, advice: adviceOf(world, editing.text, editing.caret, tour, reader) };
  };
  let world: World | undefined;
  /** Ctrl-L: what came before is out of sight, until one goes back to it. */
  let cleared = -1;

  const update = (): void => {
    const state = engine.getState();
    const before = view.getState();
    world = worldNow(state);
    const event = sceneNow(state)?.event ?? -1;
    if (event < cleared) cleared = -1;
    const moment = state.live || !state.lab ? -1 : event;
    const told = reader && world ? tellOf(world, reader) : {};
    const running = moving(state);
    const tour =
      reader && world && !running && id === FIRST_CONSOLE ? (tourOf(begun(state, event)).ghost ?? '') : '';
    const now = { ...before, ...told, moment, tour, moving: running, lines: screenOf(state, cleared) };
    const after = advised(now, world);
    if (differ(before, after)) view.setState(after);
  };
  const write = (editing: Editing): void => {
    view.setState(advised({ ...view.getState(), editing }, world));
  };
  const settingNow = (): Setting => {
    const { mode, advice, editing, tour } = view.getState();
    const offered = editing.text === '' ? (tour === '' ? tourAhead(id) : tour) : advice.ghost;
    return {
      mode: mode === undefined || mode.program === 'shell' ? 'shell' : 'wire',
      ghost: offered,
      ghostSends: offered !== '' && editing.text === '',
      secret: (line) => reader?.holdsSecret(line) ?? true,
    };
  };
  const run = (effect: Effect): void => {
    if (effect.type === 'submit') sendLine(id, effect.line);
    else if (effect.type === 'control') sendKey(id, effect.octet);
    else if (effect.type === 'clear') {
      cleared = sceneNow(engine.getState())?.event ?? -1;
      update();
    }
  };
  const press = (key: Key): void => {
    hurry();
    const { state, effects } = edit(view.getState().editing, key, settingNow());
    write(state);
    for (const effect of effects) run(effect);
  };
  return {
    id,
    view,
    update,
    press,
    feed: (data) => keysOf(data).forEach(press),
    replace(text, caret) {
      hurry();
      const line = insert(NEW_LINE, text).text;
      write({
        ...view.getState().editing,
        text: line,
        caret: settle(line, printable(text.slice(0, caret)).length),
      });
    },
    takesTab() {
      const { editing } = view.getState();
      if (editing.leaving) write({ ...editing, leaving: false });
      return !editing.leaving && (editing.text !== '' || settingNow().ghostSends);
    },
    focus: () => {
      if (engine.getState().console !== id) focusConsole(id);
    },
  };
}

/** Input is never gated on animation: the first key puts what is running at its end. */
function hurry(): void {
  const state = engine.getState();
  if (state.live && moving(state)) goLive();
}
const differ = (a: ConsoleView, b: ConsoleView): boolean =>
  a.lines !== b.lines ||
  a.prompt !== b.prompt ||
  a.mode !== b.mode ||
  a.status !== b.status ||
  a.moving !== b.moving ||
  a.moment !== b.moment ||
  a.tour !== b.tour ||
  a.advice !== b.advice;
/** The same answer for the same question, once in a row. */
function latest<Q extends readonly unknown[], A>(answer: (...question: Q) => A): (...question: Q) => A {
  let asked: Q | undefined;
  let kept: A;
  return (...question) => {
    if (!asked || question.some((part, i) => part !== asked?.[i])) kept = answer(...question);
    asked = question;
    return kept;
  };
}
/** Of the trace, what has begun at the cursor. */
const begun = ({ trace }: EngineState, event: number): EngineState['trace'] =>
  event + 1 >= trace.length ? trace : trace.slice(0, event + 1);
/** What the tour will offer when everything has landed: for a person quicker than the picture. */
const tourAhead = (id: string): string => {
  const state = engine.getState();
  return id === FIRST_CONSOLE && state.lab && state.live && reader ? (tourOf(state.trace).ghost ?? '') : '';
};
/** The lines of one console, worked out again only when its log has changed. */
function linesKept(id: string): (state: EngineState, cleared: number) => readonly Line[] {
  let log: readonly SceneLine[] | undefined;
  let key = '';
  let kept: readonly Line[] = [];
  return (state, cleared) => {
    const scene = sceneNow(state);
    const nowKey = `${state.branch}/${cleared}/${reader !== undefined}/${state.waiting.length}`;
    if (scene?.log === log && nowKey === key && log !== undefined) return kept;
    const mine = scene
      ? scene.log.filter((piece) => piece.console === id && piece.event > cleared)
      : waitingAt(id, state);
    log = scene?.log;
    key = nowKey;
    kept = linesOf(mine, (event) => (scene && reader ? reader.noteOf(state.timeline, event) : FIRST_NOTE));
    return kept;
  };
}
/** Typed before anybody could hear it. */
const waitingAt = (id: string, { waiting }: EngineState): readonly SceneLine[] =>
  waiting
    .filter((line) => line.console === id)
    .map(({ octets }, i) => ({ console: id, event: i, by: 'typed', octets, conn: 0, secure: false }));
