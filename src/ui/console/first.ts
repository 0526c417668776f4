// The console comes first: it takes keys in a bare outline of the page, before the page itself has arrived.
import { FIRST_CONSOLE } from '../../app/engine.ts';
import { translated } from '../messages/language.ts';
import { screenMessages } from '../messages/screen.ts';
import { TOUCH } from '../shell/media.ts';
import { openField } from './field.ts';
import { consoleModel, type ConsoleModel } from './model.ts';
import { typable } from './ready.ts';
import { openTerminal, putInto, type Piece, type ScreenWords } from './terminal.ts';

// asked for when it is needed: another language arrives after this script
const wordsNow = (): ScreenWords => translated(screenMessages, 'screen');
const pieces = new Map<string, Piece>();
const nameOf = (kind: 'terminal' | 'field', id: string, touch: boolean): string => `${kind}/${id}/${touch}`;
const placeFor = (kind: string): Element | null => document.querySelector(`#outline [data-place="${kind}"]`);

export function openFirst(): void {
  const model = consoleModel(FIRST_CONSOLE);
  const touch = matchMedia(TOUCH).matches;
  const [screen, line] = [placeFor('terminal'), placeFor('field')];
  if (!screen || !line) return;
  const terminal = openTerminal(screen, model, touch, wordsNow());
  pieces.set(nameOf('terminal', model.id, touch), terminal);
  if (touch) pieces.set(nameOf('field', model.id, true), openField(line, model, wordsNow()));
  else terminal.focus();
  typable(terminal.element);
}
/** The piece of that console in this place: as it was opened in the outline, or a new one. */
export function terminalIn(place: Element, model: ConsoleModel, touch: boolean): Piece {
  return taken(place, nameOf('terminal', model.id, touch)) ?? openTerminal(place, model, touch, wordsNow());
}
export function fieldIn(place: Element, model: ConsoleModel): Piece {
  return taken(place, nameOf('field', model.id, true)) ?? openField(place, model, wordsNow());
}
function taken(place: Element, name: string): Piece | undefined {
  const piece = pieces.get(name);
  if (!piece) return undefined;
  pieces.delete(name);
  putInto(place, piece);
  return piece;
}
let dropped = (): void => undefined;
/** Resolves when the page is there. */
export const outlineDropped = new Promise<void>((resolve) => {
  dropped = resolve;
});
/** The page is there: what it did not take out of the outline goes with it. */
export function dropOutline(): void {
  for (const piece of pieces.values()) piece.close();
  pieces.clear();
  document.getElementById('outline')?.remove();
  dropped();
}
