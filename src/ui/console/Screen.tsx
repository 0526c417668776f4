import { useEffect, useRef } from 'react';
import { engine } from '../../app/engine.ts';
import { gaze, lookAt, lookAway } from '../shell/gaze.ts';
import { useMessages } from '../messages/useMessages.ts';
import { sendOf } from './kin.ts';
import type { ConsoleModel } from './model.ts';
import { prefs } from './prefs.ts';
import { typable } from './ready.ts';
import type { Picture } from './painter.ts';
import { openScreen, type Screen as Shown } from './screen.ts';

// asked for while the page is being painted: a lazy component would hold the first prompt back for 300 ms
const library = import('./xterm.ts');

interface Props {
  readonly model: ConsoleModel;
  /** The line has a field of its own: keys do not come here. */
  readonly touch: boolean;
  /** Takes the keyboard as soon as it is there. */
  readonly focused: boolean;
}
/** One console as a terminal. React makes it and takes it away; what it shows goes past React. */
export function Screen({ model, touch, focused }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const { console: m } = useMessages();
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let close: (() => void) | undefined;
    let gone = false;
    void library.then((loaded) => {
      if (gone) return;
      const words = { folded: m.folded, search: m.search, input: m.input(model.id) };
      const screen = openScreen(
        loaded,
        element,
        { data: model.feed, takesTab: model.takesTab, point: pointer(model), touch },
        words,
      );
      const stop = keepShowing(screen, model, touch);
      if (focused && !touch && mayTakeFocus()) screen.focus();
      typable(element);
      close = () => {
        stop();
        screen.dispose();
      };
    });
    return () => {
      gone = true;
      close?.();
    };
    // `focused` matters at the moment of opening only
    // oxlint-disable-next-line react/exhaustive-deps
  }, [model, touch, m]);
  return (
    <div ref={host} onFocus={model.focus} className="mw-screen min-h-0 min-w-0 flex-1 overflow-hidden" />
  );
}
/** Whoever is writing elsewhere goes on writing there. */
const mayTakeFocus = (): boolean => {
  const active = document.activeElement;
  return active === null || active === document.body || active.closest('[data-pane="console"]') !== null;
};

function keepShowing(screen: Shown, model: ConsoleModel, touch: boolean): () => void {
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
    else lookAt(sendOf(engine.getState().trace, said.event));
  };
function lookedAt(model: ConsoleModel): readonly number[] {
  const { event } = gaze.getState();
  if (event < 0) return [];
  const { trace } = engine.getState();
  return model.view
    .getState()
    .lines.flatMap((line, i) => (line.event === event || sendOf(trace, line.event) === event ? [i] : []));
}
function pictureOf(model: ConsoleModel, touch: boolean): Picture {
  const { lines, editing, advice, prompt, standing, moving, moment, tour } = model.view.getState();
  const idle = standing !== undefined && (standing.mode.phase !== 'open' || moving);
  // on touch the line has a field of its own; only what the tour offers shows here too
  const elsewhere = touch && (tour === '' || editing.text !== '');
  const writing = elsewhere ? undefined : { editing, advice, prompt, idle };
  return { lines, writing, moment, ends: prefs.getState().ends };
}
