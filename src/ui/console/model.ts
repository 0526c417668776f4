// One console between the store and whatever shows it: what is on its screen, and the line being written. No DOM.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { NO_ADVICE, type Advice } from '../../app/advice.ts';
import type { Standing } from '../../app/consoles.ts';
import { idle } from '../../app/idle.ts';
import type { EngineState } from '../../app/state.ts';
import {
  engine,
  FIRST_CONSOLE,
  focusConsole,
  goLive,
  key as sendKey,
  moving,
  type as sendLine,
  typeAll,
  worldAhead,
} from '../../app/engine.ts';
import { edit, insert, NEW_LINE, printable, type Editing, type Effect, type Setting } from './editor.ts';
import { settle } from './graphemes.ts';
import { withoutAny } from './history.ts';
import { controlOf, keysOf, type Key } from './keys.ts';
import type { Line } from './lines.ts';
import { prefs } from './prefs.ts';
import { sendsAlone } from './tour.ts';
import {
  eventNow,
  FIRST_PROMPT,
  inkWith,
  observerOf,
  tourAhead,
  waitingAt,
  type Observer,
  type Reader,
} from './observe.ts';

export interface ConsoleView {
  readonly lines: readonly Line[];
  readonly editing: Editing;
  readonly advice: Advice;
  /** '' inside a connection. */
  readonly prompt: string;
  /** Undefined until the simulation is there. */
  readonly standing: Standing | undefined;
  /** Something is still on its way. */
  readonly moving: boolean;
  /** The event looked at; -1 in the present, and before the first. */
  readonly moment: number;
  /** Not in the present: what is typed begins a new branch. */
  readonly past: boolean;
  /** The line the tour offers; '' for none. */
  readonly tour: string;
  /** What was typed waits for a part of the simulation. */
  readonly fetching: EngineState['fetching'];
  /** Ctrl is held for the next letter, on a keyboard that cannot hold it. */
  readonly ctrl: boolean;
}
export interface ConsoleModel {
  readonly id: string;
  readonly view: StoreApi<ConsoleView>;
  /** What a terminal sends for keys. */
  readonly feed: (data: string) => void;
  /** The line as a native field holds it now. */
  readonly replace: (text: string, caret: number) => void;
  /** Would Tab do something in the line? Asked once for each Tab: after Esc the answer is no, and Esc is forgotten. */
  readonly takesTab: () => boolean;
  readonly holdCtrl: (on: boolean) => void;
  readonly focus: () => void;
}
interface Held {
  readonly id: string;
  readonly view: StoreApi<ConsoleView>;
  readonly observer: Observer;
  /** Ctrl-L: events up to here are out of sight, until one goes back to them. */
  cleared: number;
}

let reader: Reader | undefined;
const models = new Map<string, { readonly model: ConsoleModel; readonly held: Held }>();
const updateAll = (): void => models.forEach(({ held }) => update(held));
engine.subscribe((now, before) => {
  if (now.parts !== before.parts) models.forEach(({ held }) => forgetSecrets(held));
  updateAll();
});
const forget = engine.subscribe(({ lab }) => {
  if (!lab) return;
  forget();
  void import('../../app/consoles.ts').then((loaded) => {
    reader = loaded;
    updateAll();
  });
});

void idle
  .then(() => import('./inks.ts'))
  .then(
    ({ inked }) => {
      inkWith(inked);
      updateAll();
    },
    () => undefined, // in plain colours, then
  );

/** The model of a console; the same one as long as the page lives, so that a half-written line outlives its tab. */
export function consoleModel(id: string): ConsoleModel {
  const known = models.get(id);
  if (known) return known.model;
  const held: Held = { id, view: createStore(() => blank(id)), observer: observerOf(id), cleared: -1 };
  const model: ConsoleModel = {
    id,
    view: held.view,
    feed: (data) => {
      for (const key of keysOf(data)) press(held, key);
    },
    replace: (text, caret) => replace(held, text, caret),
    takesTab: () => takesTab(held),
    holdCtrl: (ctrl) => held.view.setState({ ctrl }),
    focus: () => {
      if (engine.getState().console !== id) focusConsole(id);
    },
  };
  models.set(id, { model, held });
  update(held);
  return model;
}
/** More is known now of what a secret is. */
function forgetSecrets({ view }: Held): void {
  const { editing } = view.getState();
  const history = withoutAny(editing.history, (line) => reader?.holdsSecret(line) ?? true);
  if (history !== editing.history) view.setState({ editing: { ...editing, history, recalled: undefined } });
}
const blank = (id: string): ConsoleView => ({
  lines: [],
  editing: NEW_LINE,
  advice: NO_ADVICE,
  prompt: id === FIRST_CONSOLE ? FIRST_PROMPT : '',
  standing: undefined,
  moving: false,
  moment: -1,
  past: false,
  tour: '',
  fetching: 'no',
  ctrl: false,
});
function update(held: Held): void {
  if (eventNow(engine.getState()) < held.cleared) held.cleared = -1;
  const before = held.view.getState();
  const after = held.observer.look(before, reader, held.cleared);
  if (after !== before) held.view.setState(after);
}
const write = ({ view, observer }: Held, editing: Editing): void =>
  view.setState(observer.advised({ ...view.getState(), editing }, reader));

/** A program that has been called and waits for its part: what is typed meanwhile is for whoever it will talk to. */
const dialling = (id: string): boolean =>
  waitingAt(id, engine.getState().waiting).some(({ octets }) => DIALS.test(octets));
const DIALS = /^\s*(?:telnet|nc|gnutls-cli|openssl\s+s_client)\s/;
function settingNow({ id, view }: Held): Setting {
  const { standing, advice, editing, tour } = view.getState();
  const empty = editing.text === '';
  const offered = empty && tour === '' ? tourAhead(id, reader) : tour;
  return {
    mode: dialling(id) || (standing && standing.mode.program !== 'shell') ? 'wire' : 'shell',
    ghost: empty ? offered : advice.ghost,
    taken: empty || tour !== '' ? '' : advice.taken,
    ghostSends: empty && sendsAlone(offered),
    secret: (line) =>
      advice.marks.some(({ role }) => role === 'secret') || (reader?.holdsSecret(line) ?? true),
  };
}
/** Input is never gated on animation: the first key puts what is running at its end. */
function hurry(): void {
  const state = engine.getState();
  if (state.live && moving(state)) goLive();
}
function press(held: Held, key: Key): void {
  hurry();
  const { state, effects } = edit(held.view.getState().editing, key, settingNow(held));
  if (held.view.getState().ctrl) held.view.setState({ ctrl: false });
  write(held, state);
  for (const effect of effects) run(held, effect);
}
function run(held: Held, effect: Effect): void {
  if (effect.type === 'submit') submit(held.id, effect.line.split('\n'));
  else if (effect.type === 'control') sendKey(held.id, effect.octet);
  else if (effect.type === 'clear') {
    held.cleared = eventNow(engine.getState());
    update(held);
  }
}
function submit(id: string, lines: readonly string[]): void {
  const sent = stuffs(id) ? lines.map(stuffed) : lines;
  const [only = ''] = sent;
  if (sent.length > 1) typeAll(id, sent);
  else sendLine(id, only);
}
const stuffed = (line: string): string => (line.startsWith('.') && line !== '.' ? `.${line}` : line);
/** Where a dot may end what is being written, and somebody wants to think of it no more: a dot of theirs is doubled. */
function stuffs(id: string): boolean {
  const world = prefs.getState().dots ? worldAhead(engine.getState()) : undefined;
  const status = world && reader?.standingOf(world, id).status;
  return status?.kind === 'content' && status.content.ends === 'dot' && status.content.lineStart;
}
function replace(held: Held, text: string, caret: number): void {
  const { ctrl, editing } = held.view.getState();
  const added = text.length === editing.text.length + 1 ? text.charAt(caret - 1) : '';
  if (ctrl && /[a-z\]]/i.test(added)) {
    for (const key of keysOf(controlOf(added))) press(held, key);
    return;
  }
  hurry();
  const line = insert(NEW_LINE, text).text;
  const at = settle(line, printable(text.slice(0, caret)).length);
  write(held, { ...held.view.getState().editing, text: line, caret: at });
}
function takesTab(held: Held): boolean {
  const { editing } = held.view.getState();
  if (!editing.leaving) return editing.text !== '' || settingNow(held).ghost !== '';
  write(held, { ...editing, leaving: false });
  return false;
}
