// One console as a terminal, in an element of its own that can be put elsewhere while it is typed into.
import { engine } from '../../app/engine.ts';
import type { screenMessages } from '../messages/screen.ts';
import type { Translated } from '../messages/catalogue.ts';
import { gaze, lookAt, lookAway } from '../shell/gaze.ts';
import { sendOf } from './kin.ts';
import type { Line } from './lines.ts';
import type { ConsoleModel } from './model.ts';
import type { Picture } from './painter.ts';
import { prefs } from './prefs.ts';
import { openScreen, type Screen } from './screen.ts';

export type ScreenWords = Translated<typeof screenMessages>;
/** Something of a console that was made without React: whoever shows it gives it a place. */
export interface Piece {
  readonly element: HTMLElement;
  readonly focus: () => void;
  readonly close: () => void;
}

/** `touch`: the line has a field of its own; keys do not come here. */
export function openTerminal(place: Element, model: ConsoleModel, touch: boolean, m: ScreenWords): Piece {
  const element = document.createElement('div');
  element.className = 'mw-screen min-h-0 min-w-0 flex-1 overflow-hidden contain-strict';
  element.addEventListener('focusin', model.focus);
  place.append(element);
  const screen = openScreen(
    element,
    { data: model.feed, takesTab: model.takesTab, point: pointer(model), touch },
    { folded: m.folded, search: m.search, input: m.input(model.id) },
  );
  const stop = keepShowing(screen, model, touch);
  return {
    element,
    focus: screen.focus,
    close: () => {
      stop();
      screen.dispose();
      element.remove();
    },
  };
}
/** To another place; whoever types there goes on typing. */
export function putInto(place: Element, { element }: Piece): void {
  const typing = document.activeElement;
  // not offered by every browser yet
  if ((place as Partial<Element>).moveBefore) place.moveBefore(element, null);
  else place.append(element);
  if (typing instanceof HTMLElement && element.contains(typing)) typing.focus({ preventScroll: true });
}

function keepShowing(screen: Screen, model: ConsoleModel, touch: boolean): () => void {
  const show = (): void => screen.show(pictureOf(model, touch));
  show();
  const light = (): void => screen.light(lookedAt(model));
  const stops = [model.view.subscribe(show), prefs.subscribe(show), gaze.subscribe(light)];
  return () => stops.forEach((stop) => stop());
}
/** Pointing at a line lights what carried it in every panel, and the other way round. */
const pointer =
  (model: ConsoleModel) =>
  (line: number): void => {
    const said = model.view.getState().lines.at(line);
    if (line < 0 || !said) lookAway();
    else lookAt(sendOf(engine.getState().trace, said.event), said);
  };
function lookedAt(model: ConsoleModel): readonly number[] {
  const { kin } = gaze.getState();
  if (kin.length === 0) return [];
  const { trace } = engine.getState();
  const { lines } = model.view.getState();
  const isLit = (line: Line): boolean => kin.includes(line.event) || kin.includes(sendOf(trace, line.event));
  // a command, and the answer that ends it
  const pairs = new Set(lines.flatMap((line) => (line.pair !== undefined && isLit(line) ? [line.pair] : [])));
  return lines.flatMap((line, i) =>
    isLit(line) || (line.pair !== undefined && pairs.has(line.pair)) ? [i] : [],
  );
}
function pictureOf(model: ConsoleModel, touch: boolean): Picture {
  const { lines, editing, advice, prompt, standing, moving, moment, past, tour } = model.view.getState();
  const idle = standing !== undefined && (standing.mode.phase !== 'open' || moving);
  // on touch the line has a field of its own; only what the tour offers shows here too
  const elsewhere = touch && (tour === '' || editing.text !== '');
  const content = standing?.status.kind === 'content';
  const writing = elsewhere ? undefined : { editing, advice, prompt, idle, content };
  return { lines, writing, moment, past: past || moment >= 0, ends: prefs.getState().ends };
}
