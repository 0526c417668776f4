// A FETCH item is put into the line of a console that has the mailbox open: whoever clicks it sends it with Enter.
import { engine, focusConsole as focusOn, goLive, sceneNow } from '../../app/engine.ts';
import type { Kept } from '../../core/trace/letter.ts';
import { consoleOn } from '../../core/trace/mime-parts.ts';
import { consoleModel } from '../console/model.ts';
import { partsWords as words } from '../messages/parts.ts';
import { focusConsole } from '../shell/keys.ts';
import { boxName, visible } from '../shell/words.ts';

/** What there is to say about it, done or not. */
export function fetchIt(item: string, letter: Kept | undefined): string {
  if (!letter) return words.unchosen;
  goLive();
  const state = engine.getState();
  const scene = sceneNow(state);
  const console = scene && consoleOn(scene, letter, state.console);
  if (console === undefined) return words.nobody(visible(boxName(letter.mailbox)));
  const line = `f UID FETCH ${letter.uid} (${item})`;
  consoleModel(console).replace(line, line.length);
  focusOn(console);
  focusConsole();
  return words.typed(item, console);
}
